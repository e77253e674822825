//! Files kept with a decision: which kinds are taken, how large, and what they are called.

use super::codes::text_enum;

text_enum! {
    /// A kind of file that may be published with a decision. What it is, its first bytes say, never its name.
    pub enum MediaType {
        /// A PDF.
        Pdf => "application/pdf",
        /// A picture.
        Png => "image/png",
        /// A photograph.
        Jpeg => "image/jpeg",
        /// A text from Microsoft Word.
        Docx => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        /// A table from Microsoft Excel.
        Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        /// An OpenDocument text.
        Odt => "application/vnd.oasis.opendocument.text",
    }
}

/// The largest file taken, in bytes.
pub const MAX_BYTES: usize = 10 * 1024 * 1024;
/// The most files taken at once.
pub const MAX_FILES: usize = 5;

/// Why a file can not be taken.
#[derive(Debug, Clone, Copy, PartialEq, Eq, thiserror::Error)]
pub enum FileProblem {
    /// Nothing was chosen, or the file is empty.
    #[error("no file, or an empty one")]
    Missing,
    /// Larger than [`MAX_BYTES`].
    #[error("too large")]
    TooLarge,
    /// None of [`MediaType`], whatever it is called.
    #[error("not a kind that is taken")]
    Kind,
    /// Holds a program (macros).
    #[error("holds a program")]
    Program,
    /// More than [`MAX_FILES`].
    #[error("too many at once")]
    TooMany,
}

/// A file that may be kept.
#[derive(Clone, PartialEq, Eq)]
pub struct File {
    /// What it is called where it is downloaded.
    pub name: String,
    /// What it is.
    pub media_type: MediaType,
    /// Its bytes.
    pub content: Vec<u8>,
}

impl std::fmt::Debug for File {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "File({}, {} bytes)", self.name, self.content.len())
    }
}

impl MediaType {
    /// The end of its file name.
    pub const fn extension(self) -> &'static str {
        match self {
            MediaType::Pdf => "pdf",
            MediaType::Png => "png",
            MediaType::Jpeg => "jpg",
            MediaType::Docx => "docx",
            MediaType::Xlsx => "xlsx",
            MediaType::Odt => "odt",
        }
    }

    /// What the first bytes say (the formats' own signatures; zip archives by the parts they name).
    pub fn sniff(content: &[u8]) -> Option<Self> {
        match content {
            [b'%', b'P', b'D', b'F', b'-', ..] => Some(MediaType::Pdf),
            [0x89, b'P', b'N', b'G', b'\r', b'\n', 0x1A, b'\n', ..] => Some(MediaType::Png),
            [0xFF, 0xD8, 0xFF, ..] => Some(MediaType::Jpeg),
            [b'P', b'K', 3, 4, ..] => of_archive(content),
            _ => None,
        }
    }
}

fn of_archive(content: &[u8]) -> Option<MediaType> {
    let begins = &content[..content.len().min(200)];
    if holds(begins, b"mimetypeapplication/vnd.oasis.opendocument.text") {
        Some(MediaType::Odt)
    } else if !holds(content, b"[Content_Types].xml") {
        None
    } else if holds(content, b"word/document.xml") {
        Some(MediaType::Docx)
    } else if holds(content, b"xl/workbook.xml") {
        Some(MediaType::Xlsx)
    } else {
        None
    }
}

fn holds(content: &[u8], part: &[u8]) -> bool {
    content.windows(part.len()).any(|window| window == part)
}

impl File {
    /// Checks a file that a person has sent; `name` is what her machine calls it.
    pub fn parse(name: &str, content: Vec<u8>) -> Result<Self, FileProblem> {
        if content.is_empty() {
            return Err(FileProblem::Missing);
        }
        if content.len() > MAX_BYTES {
            return Err(FileProblem::TooLarge);
        }
        let media_type = MediaType::sniff(&content).ok_or(FileProblem::Kind)?;
        let is_archive = matches!(media_type, MediaType::Docx | MediaType::Xlsx);
        if is_archive && holds(&content, b"vbaProject.bin") {
            return Err(FileProblem::Program);
        }
        Ok(File {
            name: clean_name(name, media_type),
            media_type,
            content,
        })
    }
}

/// A name that is safe on any machine and says the truth about the kind: no path, no control or hidden characters,
/// none that a file system or a header gives a meaning, at most 100 characters before the extension.
fn clean_name(raw: &str, media_type: MediaType) -> String {
    let last = raw.rsplit(['/', '\\']).next().unwrap_or_default();
    let stem = match last.rsplit_once('.') {
        Some((stem, end)) if !stem.is_empty() && end.len() <= 5 => stem,
        _ => last,
    };
    let cleaned: String = stem
        .chars()
        .map(|c| if is_plain(c) { c } else { ' ' })
        .collect();
    let words = cleaned.split_whitespace().collect::<Vec<_>>().join(" ");
    let short: String = words
        .trim_matches(['.', ' ', '-'])
        .chars()
        .take(100)
        .collect();
    let stem = if short.is_empty() {
        "dokument"
    } else {
        short.trim()
    };
    format!("{stem}.{}", media_type.extension())
}

fn is_plain(c: char) -> bool {
    c.is_alphanumeric() || matches!(c, ' ' | '-' | '_' | '.' | ',' | '(' | ')' | '§' | '+')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn zip(parts: &[&str]) -> Vec<u8> {
        let mut bytes = b"PK\x03\x04".to_vec();
        for part in parts {
            bytes.extend_from_slice(part.as_bytes());
        }
        bytes
    }

    #[test]
    fn the_first_bytes_say_what_a_file_is_never_its_name() {
        let kind = |name: &str, bytes: &[u8]| {
            File::parse(name, bytes.to_vec()).map(|file| file.media_type)
        };
        assert_eq!(kind("beslut.exe", b"%PDF-1.7 ..."), Ok(MediaType::Pdf));
        assert_eq!(kind("beslut.pdf", b"MZ\x90\x00"), Err(FileProblem::Kind));
        assert_eq!(kind("sida.pdf", b"<html><script>"), Err(FileProblem::Kind));
        assert_eq!(
            kind("bild.svg", b"<svg onload=alert(1)>"),
            Err(FileProblem::Kind)
        );
        assert_eq!(kind("arkiv.zip", &zip(&["a.txt"])), Err(FileProblem::Kind));
        let docx = zip(&["[Content_Types].xml", "word/document.xml"]);
        assert_eq!(kind("x.docx", &docx), Ok(MediaType::Docx));
        let docm = zip(&[
            "[Content_Types].xml",
            "word/document.xml",
            "word/vbaProject.bin",
        ]);
        assert_eq!(kind("x.docx", &docm), Err(FileProblem::Program));
        assert_eq!(kind("x.pdf", b""), Err(FileProblem::Missing));
    }

    #[test]
    fn a_file_may_be_exactly_as_large_as_the_limit() {
        let mut content = b"%PDF-".to_vec();
        content.resize(MAX_BYTES, b' ');
        assert!(File::parse("x.pdf", content.clone()).is_ok());
        content.push(b' ');
        assert_eq!(File::parse("x.pdf", content), Err(FileProblem::TooLarge));
    }

    #[test]
    fn names_hold_no_path_no_header_and_no_trick() {
        let name = |raw: &str| File::parse(raw, b"%PDF-".to_vec()).unwrap().name;
        assert_eq!(
            name("Protokoll § 91 (utdrag).pdf"),
            "Protokoll § 91 (utdrag).pdf"
        );
        assert_eq!(name("../../etc/passwd"), "passwd.pdf");
        assert_eq!(name("C:\\Beslut\\Förslag ö.PDF"), "Förslag ö.pdf");
        assert_eq!(name("a\"; filename=\"b.exe"), "a filename b.pdf");
        assert_eq!(name("x\r\nSet-Cookie: a=b.pdf"), "x Set-Cookie a b.pdf");
        assert_eq!(name("\u{202E}fdp.exe"), "fdp.pdf");
        assert_eq!(name("..."), "dokument.pdf");
        assert_eq!(name(&"å".repeat(300)).chars().count(), 104);
    }
}
