//! Compressed twins: `file.br` and `file.gz` for servers that send them as they are.

use std::io::Write as _;
use std::path::Path;

use crate::error::{Error, Result};

/// Whether a file of this name gains from compression; pictures and fonts are compressed already.
pub(crate) fn is_worthwhile(name: &Path) -> bool {
    const EXTENSIONS: &[&str] = &[
        "html",
        "css",
        "js",
        "json",
        "wasm",
        "svg",
        "txt",
        "webmanifest",
        "map",
    ];
    name.extension()
        .and_then(|extension| extension.to_str())
        .is_some_and(|extension| EXTENSIONS.contains(&extension))
}

/// The brotli and the gzip form, each with the extension it goes by. Both at the highest level: this is done once
/// and sent often.
pub(crate) fn twins(content: &[u8]) -> Result<[(&'static str, Vec<u8>); 2]> {
    Ok([(".br", brotli(content)?), (".gz", gzip(content)?)])
}

/// Brotli at quality 11 with a window of 4 MiB.
pub(crate) fn brotli(content: &[u8]) -> Result<Vec<u8>> {
    let params = brotli::enc::BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    let mut out = Vec::new();
    brotli::BrotliCompress(&mut &content[..], &mut out, &params)
        .map_err(|error| Error::new(format!("brotli: {error}")))?;
    Ok(out)
}

/// Gzip at level 9, without name and time, so that two builds give the same bytes.
pub(crate) fn gzip(content: &[u8]) -> Result<Vec<u8>> {
    let mut encoder = flate2::write::GzEncoder::new(Vec::new(), flate2::Compression::best());
    encoder
        .write_all(content)
        .and_then(|()| encoder.finish())
        .map_err(|error| Error::new(format!("gzip: {error}")))
}

/// Undoes a twin; the extension tells which way. Nothing for other extensions.
pub(crate) fn expand(extension: &str, content: &[u8]) -> Option<std::io::Result<Vec<u8>>> {
    let mut out = Vec::new();
    let outcome = match extension {
        "br" => brotli::BrotliDecompress(&mut &content[..], &mut out),
        "gz" => std::io::copy(&mut flate2::read::GzDecoder::new(content), &mut out).map(|_| ()),
        _ => return None,
    };
    Some(outcome.map(|()| out))
}

#[cfg(test)]
mod tests {
    use super::{expand, is_worthwhile, twins};

    #[test]
    fn twins_expand_to_the_original() {
        let content = b"the same words, the same words, the same words, the same words";
        for (extension, twin) in twins(content).expect("compressed") {
            assert!(twin.len() < content.len(), "{extension}");
            let back = expand(&extension[1..], &twin)
                .expect("known")
                .expect("whole");
            assert_eq!(back, content);
        }
        assert!(expand("css", content).is_none());
    }

    #[test]
    fn pictures_are_left_alone() {
        assert!(is_worthwhile("a/style-0.css".as_ref()));
        assert!(is_worthwhile("page_bg.wasm".as_ref()));
        assert!(!is_worthwhile("icon.png".as_ref()));
        assert!(!is_worthwhile("LICENSE".as_ref()));
    }
}
