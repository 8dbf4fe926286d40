//! A request, and what is known besides it, as an example.

use cts_tracker::{
    Authentication, Context, Current, Locale, Options, Report, Rule, check_with, json,
};

/// A request that breaks a rule, or the same mended.
#[derive(Clone, Copy, Debug)]
pub(crate) struct Example {
    pub(crate) body: Body,
    pub(crate) project_id: Option<&'static str>,
    pub(crate) region: Option<&'static str>,
    /// The trackers as the cloud lists them.
    pub(crate) current: Option<&'static str>,
    pub(crate) authentication: Option<Authentication<'static>>,
    /// The rules that speak as well, apart from the one that always does.
    pub(crate) also: &'static [Rule],
}

/// The text of a request.
#[derive(Clone, Copy, Debug)]
pub(crate) enum Body {
    Text(&'static str),
    /// Too long to be shown: this many bytes, most of them white space.
    Size(usize),
}

/// A request about which nothing else is said.
pub(super) const fn body(text: &'static str) -> Example {
    Example {
        body: Body::Text(text),
        project_id: None,
        region: None,
        current: None,
        authentication: None,
        also: &[],
    }
}

/// A request of this many bytes.
pub(super) const fn sized(bytes: usize) -> Example {
    Example {
        body: Body::Size(bytes),
        ..body("")
    }
}

impl Example {
    pub(super) const fn also(mut self, also: &'static [Rule]) -> Self {
        self.also = also;
        self
    }

    pub(super) const fn project_id(mut self, id: &'static str) -> Self {
        self.project_id = Some(id);
        self
    }

    pub(super) const fn region(mut self, id: &'static str) -> Self {
        self.region = Some(id);
        self
    }

    pub(super) const fn current(mut self, trackers: &'static str) -> Self {
        self.current = Some(trackers);
        self
    }

    pub(super) const fn authentication(mut self, known: Authentication<'static>) -> Self {
        self.authentication = Some(known);
        self
    }

    /// The text to judge.
    pub(crate) fn text(&self) -> String {
        match self.body {
            Body::Text(text) => text.to_owned(),
            Body::Size(bytes) => {
                let text = system!();
                text.to_owned() + &" ".repeat(bytes.saturating_sub(text.len()))
            }
        }
    }

    /// The text to show: indented where it is JSON, `None` when it is too long.
    pub(crate) fn shown(&self) -> Option<String> {
        match self.body {
            Body::Text(text) => Some(indented(text)),
            Body::Size(_) => None,
        }
    }

    /// The verdict on it, with fixes.
    pub(crate) fn judge(&self) -> Report {
        // A test holds that every list is one.
        let current = self
            .current
            .and_then(|text| Current::parse(text.as_bytes()).ok());
        let context = Context {
            project_id: self.project_id,
            region: self.region,
            current: current.as_ref(),
            authentication: self.authentication,
        };
        let options = Options::default().fixes(true);
        check_with(self.text().as_bytes(), &context, &options)
    }

    /// What is known besides the text, in words: project, region, size and credential. A token is
    /// told by its length.
    pub(crate) fn circumstances(&self, locale: Locale) -> Vec<String> {
        let mut out = Vec::new();
        let mut say = |en: String, zh: String| {
            out.push(match locale {
                Locale::English => en,
                Locale::SimplifiedChinese => zh,
            });
        };
        if let Body::Size(bytes) = self.body {
            say(
                format!("a body of {bytes} bytes"),
                format!("请求体为 {bytes} 字节"),
            );
        }
        if let Some(id) = self.project_id {
            say(format!("project id: {id:?}"), format!("项目 ID：{id:?}"));
        }
        if let Some(id) = self.region {
            say(format!("region: {id:?}"), format!("区域：{id:?}"));
        }
        let Some(known) = self.authentication else {
            return out;
        };
        if let Some(token) = known.token {
            let length = token.chars().count();
            say(
                format!("a token of {length} characters"),
                format!("Token 长度为 {length} 个字符"),
            );
        }
        if let (Some(end), Some(now)) = (known.token_expires_at, known.now) {
            let seconds = end - now;
            say(
                format!("the token lives for {seconds} seconds more"),
                format!("Token 剩余有效期 {seconds} 秒"),
            );
        }
        if let (Some(signed), Some(gateway)) = (known.signed_at, known.gateway_time) {
            let seconds = gateway - signed;
            say(
                format!("signed {seconds} seconds before the time of the gateway"),
                format!("签名时间比网关时间早 {seconds} 秒"),
            );
        }
        let failed = known.failed_signatures;
        if known.token.is_none() && known.signed_at.is_none() && known.now.is_none() {
            say(
                format!("{failed} signatures were refused before"),
                format!("此前有 {failed} 次签名被拒绝"),
            );
        }
        out
    }
}

/// JSON indented by two spaces; anything else as it is.
pub(crate) fn indented(text: &str) -> String {
    json::format(text.as_bytes()).map_or_else(
        |_| text.to_owned(),
        |formatted| formatted.trim_end().to_owned(),
    )
}
