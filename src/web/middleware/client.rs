//! Which network a request comes from, as far as proxies can be believed.

use axum::{
    extract::ConnectInfo,
    http::{Extensions, HeaderMap},
};
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr};

/// The client's network: its IPv4 address, or the /64 its IPv6 address lies in (one home or office has at least that).
///
/// Each trusted proxy adds one address at the right end of `X-Forwarded-For`; what stands left of those the client may
/// have written itself and is not looked at. Without proxies it is the address of the connection.
pub fn client_network(
    headers: &HeaderMap,
    extensions: &Extensions,
    trusted_proxies: usize,
) -> IpAddr {
    let peer = extensions
        .get::<ConnectInfo<SocketAddr>>()
        .map(|ConnectInfo(address)| address.ip());
    let address = forwarded(headers, trusted_proxies).or(peer);
    network(address.unwrap_or(IpAddr::V4(Ipv4Addr::UNSPECIFIED)))
}

/// The address the outermost trusted proxy saw.
fn forwarded(headers: &HeaderMap, trusted_proxies: usize) -> Option<IpAddr> {
    let skipped = trusted_proxies.checked_sub(1)?;
    headers
        .get_all("x-forwarded-for")
        .iter()
        .filter_map(|value| value.to_str().ok())
        .flat_map(|value| value.split(','))
        .map(str::trim)
        .rev()
        .nth(skipped)
        .and_then(parse)
}

/// An address with or without a port: `192.0.2.1`, `192.0.2.1:4711`, `[2001:db8::1]:4711`.
fn parse(text: &str) -> Option<IpAddr> {
    text.parse::<IpAddr>()
        .or_else(|_| text.parse::<SocketAddr>().map(|address| address.ip()))
        .ok()
}

fn network(address: IpAddr) -> IpAddr {
    match address.to_canonical() {
        IpAddr::V6(address) => {
            let [a, b, c, d, ..] = address.segments();
            Ipv6Addr::new(a, b, c, d, 0, 0, 0, 0).into()
        }
        v4 @ IpAddr::V4(_) => v4,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn seen(forwarded: &[&str], trusted_proxies: usize) -> String {
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append("x-forwarded-for", value.parse().unwrap());
        }
        let mut extensions = Extensions::new();
        extensions.insert(ConnectInfo(SocketAddr::from(([127, 0, 0, 1], 4711))));
        client_network(&headers, &extensions, trusted_proxies).to_string()
    }

    #[test]
    fn only_what_trusted_proxies_wrote_is_believed() {
        let spoofed = ["6.6.6.6, 198.51.100.7", "192.0.2.1"];
        assert_eq!(seen(&spoofed, 0), "127.0.0.1");
        assert_eq!(seen(&spoofed, 1), "192.0.2.1");
        assert_eq!(seen(&spoofed, 2), "198.51.100.7");
    }

    #[test]
    fn without_a_readable_address_it_is_the_proxy_itself() {
        assert_eq!(seen(&[], 1), "127.0.0.1");
        assert_eq!(seen(&["unknown"], 1), "127.0.0.1");
        assert_eq!(seen(&["192.0.2.1"], 2), "127.0.0.1");
    }

    #[test]
    fn a_home_is_one_client_however_many_addresses_it_has() {
        assert_eq!(seen(&["2001:db8:1:2:aaaa::1"], 1), "2001:db8:1:2::");
        assert_eq!(seen(&["[2001:db8:1:2::9]:4711"], 1), "2001:db8:1:2::");
        assert_eq!(seen(&["::ffff:192.0.2.1"], 1), "192.0.2.1");
        assert_eq!(seen(&["192.0.2.1:4711"], 1), "192.0.2.1");
    }
}
