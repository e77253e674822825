//! The assets become compressed bytes with a name that changes with their content, so browsers may keep them for ever.

use sha2::{Digest, Sha256};
use std::{error::Error, fmt::Write as _, fs, io::Write as _, path::Path};

const VENDOR: &str = "assets/css/vendor/designsystemet-css-1.22.0";

/// The parts of the design system that pages use, in the order of its own `index.css`.
const PARTS: [&str; 13] = [
    "button",
    "alert",
    "breadcrumbs",
    "card",
    "details",
    "error-summary",
    "field",
    "fieldset",
    "input",
    "skip-link",
    "table",
    "tag",
    "validation-message",
];

/// The file that stands for the font inside the style sheets, replaced by its hashed name.
const FONT_URL: &str = "inter-latin.woff2";

/// The scripts, each for one page and a help only: every page works without them.
const SCRIPTS: [(&str, &str); 2] = [("SIMILAR_SCRIPT", "similar"), ("MAP_SCRIPT", "map")];

/// Writes `assets.rs` and the bytes it includes into `out`.
pub fn generate(out: &Path) -> Result<(), Box<dyn Error>> {
    println!("cargo::rerun-if-changed=assets/css");
    println!("cargo::rerun-if-changed=assets/fonts");
    println!("cargo::rerun-if-changed=assets/icons");
    println!("cargo::rerun-if-changed=assets/js");
    let mut code = String::new();
    let font = fs::read("assets/fonts/inter-latin.woff2")?;
    let font = emit(out, &mut code, "FONT", "inter", "woff2", &font)?;
    let css = style_sheet()?.replace(FONT_URL, &font);
    emit(out, &mut code, "STYLE", "torget", "css", css.as_bytes())?;
    let icon = fs::read("assets/icons/torget.svg")?;
    emit(out, &mut code, "ICON", "torget", "svg", &icon)?;
    for (constant, stem) in SCRIPTS {
        let script = fs::read(format!("assets/js/{stem}.js"))?;
        emit(out, &mut code, constant, stem, "js", &script)?;
    }
    fs::write(out.join("assets.rs"), code)?;
    Ok(())
}

/// Writes one asset in three encodings and its entry; returns the hashed name.
fn emit(
    out: &Path,
    code: &mut String,
    constant: &str,
    stem: &str,
    extension: &str,
    bytes: &[u8],
) -> Result<String, Box<dyn Error>> {
    let hash = Sha256::digest(bytes);
    let hash: String = hash.iter().take(8).fold(String::new(), |mut text, byte| {
        let _ = write!(text, "{byte:02x}");
        text
    });
    let name = format!("{stem}-{hash}.{extension}");
    fs::write(out.join(constant), bytes)?;
    // A font is compressed already.
    let is_text = extension != "woff2";
    if is_text {
        fs::write(out.join(format!("{constant}.br")), brotli(bytes)?)?;
        fs::write(out.join(format!("{constant}.gz")), gzip(bytes)?)?;
    }
    let encoded = |suffix: &str| {
        if is_text {
            format!("Some(include_bytes!(\"{constant}.{suffix}\"))")
        } else {
            "None".to_owned()
        }
    };
    writeln!(
        code,
        "const {constant}: File = File {{ name: \"{name}\", url: \"/assets/{name}\", etag: \"\\\"{hash}\\\"\", \
         identity: include_bytes!(\"{constant}\"), brotli: {}, gzip: {} }};",
        encoded("br"),
        encoded("gz"),
    )?;
    Ok(name)
}

fn brotli(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = brotli::CompressorWriter::new(Vec::new(), 4096, 11, 22);
    writer.write_all(bytes)?;
    Ok(writer.into_inner())
}

fn gzip(bytes: &[u8]) -> Result<Vec<u8>, Box<dyn Error>> {
    let mut writer = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    writer.write_all(bytes)?;
    Ok(writer.finish()?)
}

/// One style sheet: tokens, the design system's parts in its layers, and our own on top.
fn style_sheet() -> Result<String, Box<dyn Error>> {
    let mut css = String::from("@layer ds.theme,ds.base,ds.components,torget;");
    css += &fs::read_to_string("assets/css/theme.css")?;
    let base = fs::read_to_string(format!("{VENDOR}/base.css"))?;
    write!(css, "@layer ds.base{{{base}}}")?;
    // Single files of the package are not in their layer, as its bundle is.
    for part in PARTS {
        let part = fs::read_to_string(format!("{VENDOR}/{part}.css"))?;
        write!(css, "@layer ds.components{{{part}}}")?;
    }
    css += &fs::read_to_string("assets/css/torget.css")?;
    Ok(minify(&css))
}

/// Leaves out comments and the white space that separates nothing; text in quotes is kept as it is.
fn minify(css: &str) -> String {
    let mut small = String::with_capacity(css.len());
    let mut rest = css.chars().peekable();
    let mut quote = None;
    while let Some(c) = rest.next() {
        if let Some(end) = quote {
            small.push(c);
            quote = (c != end).then_some(end);
        } else if c == '"' || c == '\'' {
            quote = Some(c);
            small.push(c);
        } else if c == '/' && rest.peek() == Some(&'*') {
            rest.next();
            let mut before = ' ';
            for c in rest.by_ref() {
                if before == '*' && c == '/' {
                    break;
                }
                before = c;
            }
        } else if c.is_whitespace() {
            let after = rest.peek().copied().unwrap_or('}');
            let before = small.chars().last().unwrap_or('{');
            let separates =
                !(after.is_whitespace() || "{};,>".contains(after) || "{};,>:".contains(before));
            if separates && before != ' ' {
                small.push(' ');
            }
        } else {
            if c == '}' && small.ends_with(';') {
                small.pop();
            }
            small.push(c);
        }
    }
    small
}
