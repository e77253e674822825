// `torget serve` as a city runs it: a whole configuration, a proxy that ends TLS, a relay for its mail. The data are
// those a demo has made, so that there are proposals to sign.

import { writeFile } from "node:fs/promises";
import { createServer, request } from "node:http";
import { createServer as createTlsServer, request as tls_request } from "node:https";
import { join } from "node:path";
import { BINARY, start } from "./demo.js";
import { certificates } from "./certificates.js";
import { LOGIN, Relay } from "./relay.js";

/** What the proxy adds is what one before a real installation adds. */
function proxy({ key, cert }, target) {
  return createTlsServer({ key, cert }, (from, to) => {
    const headers = { ...from.headers, "x-forwarded-for": from.socket.remoteAddress };
    const onward = request({ ...target, method: from.method, path: from.url, headers }, (answer) => {
      to.writeHead(answer.statusCode, answer.rawHeaders);
      answer.pipe(to);
    });
    onward.on("error", () => to.writeHead(502).end());
    from.pipe(onward);
  });
}

async function listening(server, port = 0) {
  await new Promise((resolve) => server.listen(port, "127.0.0.1", resolve));
  return server.address().port;
}

const closed = (server) => new Promise((resolve) => server.close(resolve));

/** A port nobody listens on, so that a relay can be away at first. */
async function free_port() {
  const server = createServer();
  const port = await listening(server);
  await closed(server);
  return port;
}

/** An e-legitimation that nobody asks. */
const NO_EID = `
[[eid]]
code = "test"
name = "Test"
issuer = "https://eid.example"
client_id = "torget"
client_secret = "a secret that is long enough"
`;

const configuration = ({ folder, address, relay_port, authority, eid }) => `
[site]
base_url = "${address}"
listen = "127.0.0.1:0"
is_production = false
[database]
url = "sqlite:${join(folder, "torget.sqlite")}"
[secret]
file = "${join(folder, "secret")}"
[mail]
smtp_url = "smtp://${LOGIN.user}:${encodeURIComponent(LOGIN.pass)}@localhost:${relay_port}?tls=required"
ca_file = "${authority}"
from = "Göteborgsförslaget <torget@example.se>"
reply_to = "svar@example.se"
${eid}
[metrics]
listen = "127.0.0.1:METRICS"
`;

/**
 * Starts it on a demo's folder. The relay is away until `relay.listen(relay_port)`. `eid` gives the `[[eid]]` sections,
 * from the certificates made.
 */
export async function start_serve(folder, eid = async () => NO_EID) {
  const made = await certificates(folder);
  const target = { host: "127.0.0.1" };
  const front = proxy(made, target);
  const address = `https://localhost:${await listening(front)}`;
  const [relay_port, metrics_port] = [await free_port(), await free_port()];
  const file = join(folder, "torget.toml");
  const text = configuration({ folder, address, relay_port, authority: made.authority, eid: await eid(made) });
  await writeFile(file, text.replace("METRICS", metrics_port));
  const says_address = /"process\.serving".*?"address":"([\d.]+:\d+)"|"address":"([\d.]+:\d+)".*?"process\.serving"/;
  // Providers are believed by the machine's authorities; ours is the only one here.
  const settings = { SSL_CERT_FILE: made.authority };
  const serve = await start(BINARY, ["serve", "--config", file], says_address, settings);
  target.port = Number(serve.address.split(":")[1]);
  const relay = new Relay({ key: made.key, cert: made.cert });
  const stop = async () => {
    front.closeAllConnections();
    await Promise.all([closed(front), serve.stop(), relay.stop()]);
  };
  const post = (url, body) => new Promise((resolve, reject) => {
    const headers = { "content-type": "application/x-www-form-urlencoded", "content-length": Buffer.byteLength(body) };
    const asked = tls_request(url, { ca: made.ca, method: "POST", headers }, (answer) => {
      answer.resume();
      resolve(answer.statusCode);
    });
    asked.once("error", reject).end(body);
  });
  const metrics = async () => (await fetch(`http://127.0.0.1:${metrics_port}/metrics`)).text();
  return { address, ca: made.ca, file, settings, relay, relay_port, post, metrics, log: serve.said, stop };
}
