//! Compression of what is served, and which one a browser wants.

use flate2::{Compression, write::GzEncoder};
use std::io::Write;

/// Up to so many bytes brotli may take its time; above, a large corpus would keep its owner waiting.
const WORTH_THE_TIME: usize = 4_000_000;

/// A content coding, best first.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Encoding {
    /// `br`
    Brotli,
    /// `gzip`
    Gzip,
    /// As it is.
    Identity,
}

impl Encoding {
    /// Its name in `Content-Encoding`; none for `identity`, which is not named there.
    pub fn token(self) -> Option<&'static str> {
        match self {
            Self::Brotli => Some("br"),
            Self::Gzip => Some("gzip"),
            Self::Identity => None,
        }
    }

    /// The coding that an `Accept-Encoding` prefers; where it has no preference, the smallest. A header that
    /// refuses everything gets the plain bytes, which is what servers do.
    ///
    /// [RFC 9110, 12.5.3](https://www.rfc-editor.org/rfc/rfc9110#section-12.5.3)
    pub fn preferred(accept: &str) -> Self {
        let weight = |name: &str| {
            let asked = accept.split(',').filter_map(weighted).find(|(coding, _)| coding.eq_ignore_ascii_case(name));
            asked.map(|(_, weight)| weight)
        };
        let rest = weight("*");
        let brotli = weight("br").or(rest).unwrap_or(0);
        let gzip = weight("gzip").or(weight("x-gzip")).or(rest).unwrap_or(0);
        // Not named, it is the last resort and not a wish.
        let identity = weight("identity").unwrap_or(0);
        let best = brotli.max(gzip).max(identity);
        match best {
            0 => Self::Identity,
            _ if brotli == best => Self::Brotli,
            _ if gzip == best => Self::Gzip,
            _ => Self::Identity,
        }
    }
}

/// A coding and its weight in thousandths. What is no weight counts as refused.
fn weighted(part: &str) -> Option<(&str, u16)> {
    let mut parameters = part.split(';').map(str::trim);
    let coding = parameters.next().filter(|coding| !coding.is_empty())?;
    let weight = parameters.find_map(|parameter| parameter.strip_prefix("q=").or_else(|| parameter.strip_prefix("Q=")));
    let weight =
        weight.map_or(Some(1.0), |text| text.parse::<f32>().ok()).filter(|weight| (0.0..=1.0).contains(weight));
    Some((coding, (weight.unwrap_or(0.0) * 1000.0) as u16))
}

/// Under brotli: at its best up to 4 MB, above at a level that takes a tenth of the time.
pub fn brotli(bytes: &[u8]) -> Vec<u8> {
    let quality = if bytes.len() <= WORTH_THE_TIME { 11 } else { 6 };
    let parameters =
        brotli::enc::BrotliEncoderParams { quality, lgwin: 22, size_hint: bytes.len(), ..Default::default() };
    let mut out = Vec::new();
    let mut input = bytes;
    match brotli::BrotliCompress(&mut input, &mut out, &parameters) {
        Ok(_) => out,
        // Writing to memory does not fail; if it did, the plain bytes are the ones to count and to send.
        Err(_) => bytes.to_vec(),
    }
}

/// Under gzip, without name and time, so that the same bytes give the same bytes.
pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    let level = if bytes.len() <= WORTH_THE_TIME { Compression::best() } else { Compression::default() };
    let mut encoder = GzEncoder::new(Vec::new(), level);
    match encoder.write_all(bytes).and_then(|()| encoder.finish()) {
        Ok(out) => out,
        Err(_) => bytes.to_vec(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_preferred() {
        let cases = [
            ("", Encoding::Identity),
            ("br", Encoding::Brotli),
            ("gzip, deflate, br", Encoding::Brotli),
            ("gzip, deflate, br, zstd", Encoding::Brotli),
            ("gzip, deflate", Encoding::Gzip),
            ("br;q=0.5, gzip", Encoding::Gzip),
            ("br;q=0.5, gzip;q=0.25", Encoding::Brotli),
            ("br;q=0, gzip;q=0", Encoding::Identity),
            ("identity;q=1, br;q=0.5", Encoding::Identity),
            ("*", Encoding::Brotli),
            ("*;q=0", Encoding::Identity),
            ("br;q=0, *", Encoding::Gzip),
            ("BR ; q=1.0", Encoding::Brotli),
            ("br;q=nonsense, gzip;q=0.1", Encoding::Gzip),
            ("br;q=7", Encoding::Identity),
            (",,;q=,;;,", Encoding::Identity),
            ("deflate, zstd", Encoding::Identity),
        ];
        for (accept, expected) in cases {
            assert_eq!(Encoding::preferred(accept), expected, "{accept:?}");
        }
    }
}
