//! What a status says when the body names no known code, and the texts for answers that are not
//! those of the cloud.

use crate::text::{Text, text};

/// Meaning and remedy.
type Pair = (Text, Text);

/// 200 or 204 with nothing in the body that contradicts it.
pub(in crate::answer) static DONE: Pair = (
    text(
        "The change was made. The new rules apply at once.",
        "修改成功，新规则立即生效。",
    ),
    text(
        "Read the tracker back to see the configuration as it is now.",
        "可查询追踪器，确认当前配置。",
    ),
);

/// The list of trackers.
pub(in crate::answer) static LISTED: Pair = (
    text("The trackers were listed.", "已返回追踪器列表。"),
    text("Nothing has to be done.", "无需处理。"),
);

/// A listing that failed without a reason of its own. It changes nothing, so it may be repeated.
pub(in crate::answer) static LISTING_FAILED: Pair = (
    text("The trackers could not be listed.", "无法查询追踪器列表。"),
    text(
        "Try again after a while. If it stays, open a service ticket with the request id.",
        "请稍后重试；如果持续出现，请携带请求 ID 提交工单。",
    ),
);

/// A status of success with an error in the body.
pub(in crate::answer) static CONTRADICTION: Pair = (
    text(
        "The status says that it succeeded, but the body holds an error.",
        "状态码表示成功，但响应体中是错误信息。",
    ),
    text(
        "Read the tracker back to see which of them is true.",
        "请查询追踪器，确认实际结果。",
    ),
);

/// A status of success with a body that the cloud does not send.
pub(in crate::answer) static BODY_OF_STRANGER: Pair = (
    text(
        "The status says that it succeeded, but the body is not one that the cloud sends. A login page or a proxy in between may have answered.",
        "状态码表示成功，但响应体不是云服务的格式。可能是登录页面或中间代理返回的响应。",
    ),
    text(
        "Check the address of the proxy, then read the tracker back.",
        "请检查代理地址，然后查询追踪器。",
    ),
);

/// Meaning and remedy of a status that is not one of success.
pub(in crate::answer) fn by_status(status: u16) -> Pair {
    let found = ROWS.iter().find(|row| (row.0..=row.1).contains(&status));
    found.map_or(STRANGE, |row| (row.2, row.3))
}

const STRANGE: Pair = (
    text(
        "This is not a status with which the cloud answers.",
        "云服务不会返回这样的状态码。",
    ),
    text(
        "Check the address and what stands in between, then read the tracker back.",
        "请检查地址以及中间的网络设备，然后查询追踪器。",
    ),
);

const TICKET: Text = text(
    "Read the tracker back before you try again. If it stays, open a service ticket with the request id.",
    "重试之前请先查询追踪器；如果持续出现，请携带请求 ID 提交工单。",
);

/// From the first status to the last one. A single status stands before the range that holds it.
static ROWS: [(u16, u16, Text, Text); 17] = [
    (
        300,
        399,
        text(
            "The answer leads to another address. Redirects are not followed, because a signed request belongs to one host.",
            "响应要求跳转到其他地址。签名的请求只属于一个主机，因此不会跟随跳转。",
        ),
        text(
            "Check the address: the cloud does not redirect. Then read the tracker back.",
            "请检查地址：云服务不会要求跳转。然后查询追踪器。",
        ),
    ),
    (
        400,
        400,
        text(
            "The service could not process the request.",
            "服务器未能处理请求。",
        ),
        text(
            "Correct the request. The message says what is wrong.",
            "请根据错误描述修正请求。",
        ),
    ),
    (
        401,
        401,
        text(
            "The credential was not accepted.",
            "鉴权失败，凭证未被接受。",
        ),
        text(
            "Renew or correct the credential. Do not repeat the request unchanged.",
            "请更新或更正凭证，不要原样重试。",
        ),
    ),
    (
        403,
        403,
        text(
            "The caller is not permitted to do this.",
            "没有权限，访问被禁止。",
        ),
        text(
            "Check permission, policy, project and region.",
            "请检查权限、策略、项目和区域。",
        ),
    ),
    (
        404,
        404,
        text(
            "The address or the tracker was not found.",
            "找不到请求的地址或追踪器。",
        ),
        text(
            "Check address, region and project, and list the trackers.",
            "请检查地址、区域和项目，并查询追踪器列表。",
        ),
    ),
    (
        405,
        405,
        text(
            "The gateway refuses the call: a quota is used up, an app is frozen, or the method is wrong.",
            "网关拒绝了调用：配额用完、应用被冻结，或者方法不正确。",
        ),
        text(
            "Check quota, balance and method.",
            "请检查配额、余额和方法。",
        ),
    ),
    (
        408,
        408,
        text("The request did not arrive in time.", "请求未能及时送达。"),
        text(
            "Check the connection and send it again.",
            "请检查网络连接后重新发送。",
        ),
    ),
    (
        413,
        413,
        text("The body is too large.", "请求体过大。"),
        text("Send a smaller body.", "请减小请求体。"),
    ),
    (
        414,
        414,
        text("The address is too long.", "请求地址过长。"),
        text("Shorten the address.", "请缩短请求地址。"),
    ),
    (
        429,
        429,
        text("Too many calls in a short time.", "短时间内调用过于频繁。"),
        text(
            "Wait, then try again with growing pauses.",
            "请等待后重试，并逐步延长间隔。",
        ),
    ),
    (
        494,
        494,
        text("The headers are too large.", "请求头过大。"),
        text(
            "Use a token without catalogue: get it with nocatalog=true.",
            "请使用不带服务目录的 token：获取时使用 nocatalog=true。",
        ),
    ),
    (
        400,
        499,
        text("The request was refused.", "请求被拒绝。"),
        text(
            "Correct the request. The message may say what is wrong.",
            "请修正请求，错误描述中可能有原因。",
        ),
    ),
    (
        500,
        500,
        text(
            "The service failed. The request was not completed.",
            "服务内部异常，请求未完成。",
        ),
        TICKET,
    ),
    (
        502,
        502,
        text(
            "The gateway got no proper answer from the service.",
            "网关没有从服务得到正确的响应。",
        ),
        text(
            "Wait a little and read the tracker back, then try again.",
            "请稍候并查询追踪器，然后重试。",
        ),
    ),
    (
        503,
        503,
        text(
            "The service is not available, or does not take this request.",
            "服务不可用，或者请求的服务无效。",
        ),
        text(
            "Check the request first. The vendor advises to change it and not to repeat it.",
            "请先检查请求。厂商建议修改请求，不要重试。",
        ),
    ),
    (
        504,
        504,
        text(
            "The service did not answer in time. The change may have been made.",
            "服务未在规定时间内响应，修改可能已经生效。",
        ),
        text(
            "Read the tracker back before you try again.",
            "重试之前请先查询追踪器。",
        ),
    ),
    (500, 599, text("The service failed.", "服务异常。"), TICKET),
];

#[cfg(test)]
mod tests {
    use super::{
        BODY_OF_STRANGER, CONTRADICTION, DONE, LISTED, LISTING_FAILED, ROWS, STRANGE, by_status,
    };

    #[test]
    fn every_documented_status_has_a_text_of_its_own() {
        let mut seen = Vec::new();
        for status in [
            400, 401, 403, 404, 405, 413, 414, 429, 494, 500, 502, 503, 504,
        ] {
            let pair = by_status(status);
            assert!(!seen.contains(&pair.0.en), "{status}");
            seen.push(pair.0.en);
        }
    }

    #[test]
    fn every_status_has_texts() {
        for status in 0..=u16::MAX {
            let (meaning, remedy) = by_status(status);
            for part in [meaning.en, meaning.zh, remedy.en, remedy.zh] {
                assert!(!part.is_empty(), "{status}");
            }
        }
        assert_eq!(by_status(0), STRANGE);
        assert_eq!(by_status(600), STRANGE);
        assert_eq!(by_status(418), (ROWS[11].2, ROWS[11].3));
        assert_eq!(by_status(599), (ROWS[16].2, ROWS[16].3));
    }

    #[test]
    fn the_other_texts_exist_in_both_languages() {
        for pair in [
            DONE,
            LISTED,
            LISTING_FAILED,
            CONTRADICTION,
            BODY_OF_STRANGER,
        ] {
            for part in [pair.0.en, pair.0.zh, pair.1.en, pair.1.zh] {
                assert!(!part.is_empty());
            }
        }
    }
}
