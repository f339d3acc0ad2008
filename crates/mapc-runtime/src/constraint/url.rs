//! URLs.

use fluent_uri::Uri;

/// Whether a text is a URL.
pub(super) fn is_url(text: &str) -> bool {
    parsed(text).is_some()
}

/// An absolute URI of RFC 3986, with a scheme and all of it in ASCII, taken apart. What has an authority has a port of at most
/// 65535, if any; `http` and `https` have an authority with a host.
pub(crate) fn parsed(text: &str) -> Option<Uri<&str>> {
    let url = Uri::parse(text).ok()?;
    let scheme = url.scheme().as_str();
    let web = ["http", "https"].iter().any(|web| scheme.eq_ignore_ascii_case(web));
    let fits = match url.authority() {
        Some(authority) => {
            let port = authority.port().map_or("", |port| port.as_str());
            is_port(port) && !(web && authority.host().is_empty())
        }
        None => !web,
    };
    fits.then_some(url)
}

/// Whether digits, perhaps none, are a port: RFC 3986 allows no digits behind the colon, and any zeros before others.
fn is_port(digits: &str) -> bool {
    let digits = digits.trim_start_matches('0');
    digits.is_empty() || digits.parse::<u16>().is_ok()
}

#[cfg(test)]
mod tests {
    use super::is_url;

    #[test]
    fn absolute_urls() {
        for good in [
            "https://example.com/a?b=c#d",
            "HTTP://EXAMPLE.COM",
            "http://user:word@example.com:65535/",
            "http://example.com:/",
            "http://example.com:00080/",
            "http://[2001:db8::1]:80/",
            "http://b%C3%BCcher.example/",
            "ftp://[::1]:21/",
            "mailto:a@b.example",
            "urn:isbn:0451450523",
            "file:///etc/hosts",
        ] {
            assert!(is_url(good), "{good}");
        }
        for bad in [
            "",
            "example.com",
            "/a",
            "//example.com",
            "http:",
            "http:/a",
            "https://",
            "https://:80/",
            "https://user@/",
            "http://example.com:65536/",
            "ftp://example.com:99999/",
            "http://example.com:8a/",
            "http://[::1/",
            "http://[1.2.3.4]/",
            "https://exa mple.com",
            "https://example.com/ä",
            "https://example.com/%4",
            "https://example.com/a|b",
            "https://example.com/a\\b",
            " https://example.com",
            "https://example.com\n",
            "1http://example.com",
        ] {
            assert!(!is_url(bad), "{bad}");
        }
    }
}
