//! What the proxy of this project adds in headers to a 401 of the cloud.

use crate::text::{Text, text};

/// The closer explanation of a refused signature: `difference` is the first line in which the canonical
/// requests differ, or `none`; `clock` tells how many seconds the clock of the cloud is ahead.
pub(in crate::answer) fn noted(
    message: &str,
    difference: Option<&str>,
    clock: Option<&str>,
) -> Option<(Text, Text)> {
    match (difference, clock) {
        (Some("none"), _) => Some(WRONG_KEY),
        (Some(_), _) => Some(CHANGED),
        (None, Some(_)) if message.contains("signature expired") => Some(WRONG_CLOCK),
        (None, _) => None,
    }
}

const WRONG_KEY: (Text, Text) = (
    text(
        "The cloud signed the same request as the proxy and got another signature: the secret key does not belong to the access key.",
        "云服务计算签名所用的请求与代理一致，但签名不同：密钥与访问密钥不匹配。",
    ),
    text(
        "Ask whoever runs the proxy to set both keys anew. Do not try in a loop: five failures lock the access key for five minutes.",
        "请联系代理的管理员重新设置访问密钥和密钥。不要循环重试：连续失败五次会将访问密钥锁定五分钟。",
    ),
);

const CHANGED: (Text, Text) = (
    text(
        "The request was changed between the proxy and the cloud. The header X-CTS-Signature-Difference shows the first line that differs.",
        "请求在代理与云服务之间被改动。响应头 X-CTS-Signature-Difference 给出了第一处不同。",
    ),
    text(
        "Show that line to whoever runs the proxy: something on the way, for instance a forward proxy, rewrites requests. Do not try in a loop: five failures lock the access key for five minutes.",
        "请将该行告知代理的管理员：途中的设备（例如正向代理）改写了请求。不要循环重试：连续失败五次会将访问密钥锁定五分钟。",
    ),
);

const WRONG_CLOCK: (Text, Text) = (
    text(
        "The clock of the proxy is wrong by more than 15 minutes. The header X-CTS-Clock-Difference tells by how many seconds the clock of the cloud is ahead.",
        "代理的时钟误差超过 15 分钟。响应头 X-CTS-Clock-Difference 给出了云服务时钟超前的秒数。",
    ),
    text(
        "Ask whoever runs the proxy to correct the clock of its machine.",
        "请联系代理的管理员校正其所在机器的时钟。",
    ),
);

#[cfg(test)]
mod tests {
    use super::{CHANGED, WRONG_CLOCK, WRONG_KEY};
    use crate::answer::{Answer, explain};

    #[test]
    fn headers_of_the_proxy_explain_a_refused_signature() {
        let failed = "verify aksk signature fail, canonicalRequest:PUT";
        for (status, message, headers, expected) in [
            (
                401,
                failed,
                &[("X-CTS-Signature-Difference", "none")][..],
                Some(WRONG_KEY),
            ),
            (
                401,
                failed,
                &[("x-cts-signature-difference", "line 1: x")],
                Some(CHANGED),
            ),
            (
                401,
                "signature expired",
                &[("x-cts-clock-difference", "-1000")],
                Some(WRONG_CLOCK),
            ),
            (401, failed, &[("x-cts-clock-difference", "-61")], None),
            (401, "signature expired", &[], None),
            (403, failed, &[("x-cts-signature-difference", "none")], None),
        ] {
            let body = alloc::format!(
                r#"{{"error_code":"APIGW.0301","error_msg":"Incorrect IAM authentication information: {message}"}}"#
            );
            let body = body.as_bytes();
            let found = explain(&Answer {
                status,
                headers,
                body,
            })
            .detail;
            let usual = explain(&Answer {
                status,
                headers: &[],
                body,
            })
            .detail;
            assert_eq!(found, expected.or(usual), "{message} {headers:?}");
        }
    }
}
