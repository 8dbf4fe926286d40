//! What the message of a 401 says after its colon.

use crate::text::{Text, text};

/// A part of a message, what it means and what to do about it.
struct Detail {
    contains: &'static str,
    meaning: Text,
    remedy: Text,
}

/// Finds the closer explanation of an authentication failure.
pub(in crate::answer) fn detail(message: &str) -> Option<(Text, Text)> {
    let found = DETAILS
        .iter()
        .find(|detail| message.contains(detail.contains))?;
    Some((found.meaning, found.remedy))
}

/// In the order of the look-up.
static DETAILS: [Detail; 8] = [
    Detail {
        contains: "verify aksk signature fail",
        meaning: text(
            "The signature does not match. The message repeats the request as the gateway signed it, with | for each line break.",
            "签名不匹配。错误描述中给出了网关计算签名所用的规范请求，其中 | 表示换行。",
        ),
        remedy: text(
            "Compare it with the request that was signed here: method, path with a slash at the end, query order, signed headers, hash of the body. Do not try in a loop: five failures lock the access key for five minutes.",
            "请与本端签名所用的内容比较：方法、以斜杠结尾的路径、查询参数顺序、参与签名的请求头、请求体哈希。不要循环重试：连续失败五次会将访问密钥锁定五分钟。",
        ),
    },
    Detail {
        contains: "AK access failed to reach the limit,forbidden",
        meaning: text(
            "Five signatures in a row were wrong. The access key is locked for five minutes.",
            "签名连续五次失败，访问密钥被锁定五分钟。",
        ),
        remedy: text(
            "Wait five minutes, correct the signing, then try once.",
            "请等待五分钟，修正签名后只尝试一次。",
        ),
    },
    Detail {
        contains: "signature expired",
        meaning: text(
            "X-Sdk-Date is more than 15 minutes away from the clock of the gateway.",
            "X-Sdk-Date 与网关时间相差超过 15 分钟。",
        ),
        remedy: text(
            "Correct the clock of the machine that signs, and sign at the moment of sending.",
            "请校正签名机器的时钟，并在发送时签名。",
        ),
    },
    Detail {
        contains: "Get secretKey failed",
        meaning: text(
            "The access key is unknown or disabled, or belongs to another site.",
            "访问密钥不存在、已停用，或者属于其他站点。",
        ),
        remedy: text(
            "Check the access key, and whether it is one of this cloud: China, international or a partner.",
            "请检查访问密钥，以及它是否属于当前云：中国站、国际站或合作伙伴云。",
        ),
    },
    Detail {
        contains: "decrypt token fail",
        meaning: text(
            "The token cannot be read: it is cut short, altered, or from another region.",
            "无法读取 token：可能被截断、被改动，或者来自其他区域。",
        ),
        remedy: text(
            "Get a token from the identity service of this region.",
            "请从该区域的身份服务获取 token。",
        ),
    },
    Detail {
        contains: "token expires",
        meaning: text(
            "The token has expired. The message tells when.",
            "token 已过期，错误描述中有过期时间。",
        ),
        remedy: text("Get a new token.", "请获取新的 token。"),
    },
    // What the identity service itself writes where the gateway has code 0307.
    Detail {
        contains: "token must be updated",
        meaning: text(
            "The token has expired or was revoked.",
            "token 已过期或被吊销。",
        ),
        remedy: text("Get a new token.", "请获取新的 token。"),
    },
    Detail {
        contains: "x-auth-token not found",
        meaning: text("The request had no credential.", "请求中没有凭证。"),
        remedy: text(
            "Send X-Auth-Token, or Authorization with X-Sdk-Date.",
            "请携带 X-Auth-Token，或者 Authorization 和 X-Sdk-Date。",
        ),
    },
];

#[cfg(test)]
mod tests {
    use super::{DETAILS, detail};

    #[test]
    fn each_published_cause_is_found_in_its_message() {
        for entry in &DETAILS {
            let message = format!(
                "Incorrect IAM authentication information: {}, x",
                entry.contains
            );
            assert_eq!(detail(&message), Some((entry.meaning, entry.remedy)));
            for part in [entry.meaning, entry.remedy] {
                assert!(!part.en.is_empty() && !part.zh.is_empty());
            }
        }
        assert_eq!(detail("Incorrect IAM authentication information"), None);
        assert_eq!(detail("Signature Expired"), None, "case is not folded");
    }
}
