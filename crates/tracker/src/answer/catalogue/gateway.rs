//! Codes of the API gateway, which stands in front of the service.

use super::{Row, row};
use crate::answer::verdict::Retry;
use crate::table::Member;
use crate::text::{Text, text};

const CONFIGURATION: Text = text(
    "The gateway is set up wrongly for this address.",
    "网关对该地址的配置有误。",
);

const GATEWAY_FAULT: Text = text("The gateway failed.", "网关内部异常。");

const NOT_HANDED_ON: Text = text(
    "The gateway could not hand the request on to the service.",
    "网关无法将请求转交给服务。",
);

const TICKET: Text = text(
    "Open a service ticket with the request id.",
    "请携带请求 ID 提交工单。",
);

const READ_BACK: Text = text(
    "Read the tracker back, and open a service ticket with the request id.",
    "请查询追踪器，并携带请求 ID 提交工单。",
);

const LATER: Text = text(
    "Try again after a while. If it stays, open a service ticket with the request id.",
    "请稍后重试；如果持续出现，请携带请求 ID 提交工单。",
);

const ADDRESSES: Text = text(
    "The gateway does not admit the IP address that the request came from.",
    "网关不允许来自该 IP 地址的请求。",
);

/// A fault before the service, which may pass by itself.
const fn passing(number: u16, status: u16) -> Row {
    row(number, status, NOT_HANDED_ON, LATER)
        .retry(Retry::AfterWaiting)
        .untaken()
}

/// A fault that only those who run the gateway can mend.
const fn misconfigured(number: u16, status: u16) -> Row {
    row(number, status, CONFIGURATION, TICKET)
        .retry(Retry::AfterSupport)
        .untaken()
}

pub(super) static ROWS: [Row; 43] = [
    row(
        101,
        404,
        text(
            "No published API has this host, method and path.",
            "没有已发布的 API 匹配该域名、方法和路径。",
        ),
        text(
            "Check address, method, path and region. Paths of version 1 are missing in some regions.",
            "请检查终端节点、方法、路径和区域。部分区域没有 v1 接口。",
        ),
    )
    .marked("published"),
    row(
        101,
        404,
        text(
            "The path exists, but not with this method.",
            "路径存在，但不支持该方法。",
        ),
        text(
            "Use PUT on /tracker, GET and DELETE on /trackers.",
            "/tracker 使用 PUT，/trackers 使用 GET 和 DELETE。",
        ),
    ),
    misconfigured(103, 404),
    misconfigured(104, 400),
    misconfigured(105, 400),
    misconfigured(106, 400),
    row(
        201,
        400,
        text("The HTTP request is malformed.", "HTTP 请求格式不正确。"),
        text("Correct the request.", "请修正请求。"),
    ),
    row(
        201,
        413,
        text("The body is larger than 12 MB.", "请求体超过 12 MB。"),
        text("Send a smaller body.", "请减小请求体。"),
    ),
    row(
        201,
        414,
        text("The address is longer than 32 KB.", "请求地址超过 32 KB。"),
        text("Shorten the address.", "请缩短请求地址。"),
    ),
    row(
        201,
        494,
        text(
            "A header is larger than 32 KB, or all together are larger than 128 KB. A token with a catalogue can be that long.",
            "单个请求头超过 32 KB，或者全部请求头超过 128 KB。带服务目录的 token 可能达到这个长度。",
        ),
        text(
            "Get the token with nocatalog=true.",
            "获取 token 时请使用 nocatalog=true。",
        ),
    )
    .retry(Retry::AfterAccess),
    row(201, 502, NOT_HANDED_ON, LATER).untaken(),
    row(
        201,
        504,
        text(
            "The service did not answer the gateway in time.",
            "服务未在规定时间内响应网关。",
        ),
        text(
            "Read the tracker back before you try again.",
            "重试之前请先查询追踪器。",
        ),
    ),
    row(201, 500, GATEWAY_FAULT, READ_BACK),
    row(
        204,
        400,
        text("The TLS version is too old.", "TLS 版本过低。"),
        text("Use TLS 1.2 or later.", "请使用 TLS 1.2 或更高版本。"),
    )
    .retry(Retry::AfterAccess),
    row(
        301,
        401,
        text(
            "The token or the signature was refused. The message says why.",
            "token 或签名校验未通过，原因见错误描述。",
        ),
        text(
            "Check the credential, the signing and the clock. Do not repeat the request unchanged.",
            "请检查凭证、签名过程和时钟，不要原样重试。",
        ),
    ),
    row(
        302,
        403,
        text("A user list of the gateway denies the caller.", "网关的用户名单拒绝了调用者。"),
        text("Ask the administrator of the account.", "请联系账号管理员。"),
    ),
    row(
        303,
        401,
        text("The signature of the app was refused.", "应用签名校验未通过。"),
        text(
            "Compare the signed method, path, query and body with those sent, and check the clock.",
            "请核对签名所用的方法、路径、查询参数和请求体与实际发送的是否一致，并检查时钟。",
        ),
    ),
    row(
        304,
        403,
        text("The app is not authorized for this API.", "应用未获得该 API 的授权。"),
        text("Authorize the app for the API.", "请为应用授权该 API。"),
    ),
    row(
        305,
        401,
        text("The credential was refused.", "凭证校验未通过。"),
        text("Check the credential.", "请检查凭证。"),
    ),
    row(
        306,
        403,
        text("The gateway denies access to this API.", "网关拒绝访问该 API。"),
        text("Check the authorization of the caller.", "请检查调用者的授权。"),
    ),
    row(
        307,
        401,
        text(
            "The token has expired or was revoked, for instance by a change of password, key or permission.",
            "token 已过期或被吊销，例如密码、密钥或权限发生了变更。",
        ),
        text(
            "Get a new token. The old one will not work again.",
            "请获取新的 token，旧的 token 不能再用。",
        ),
    ),
    row(
        308,
        429,
        text("Too many calls in a short time.", "短时间内调用过于频繁。"),
        text("Wait, then try again with growing pauses.", "请等待后重试，并逐步延长间隔。"),
    ),
    row(
        310,
        403,
        text("The project is suspended or unknown here.", "项目已停用，或者在此处不存在。"),
        text("Check the project id, or use another project.", "请检查项目 ID，或者使用其他项目。"),
    )
    .on(&[Member::ProjectId]),
    row(
        311,
        401,
        text("The credential for debugging was refused.", "调试凭证校验未通过。"),
        TICKET,
    )
    .retry(Retry::AfterSupport),
    row(
        401,
        403,
        text(
            "The gateway cannot tell which IP address the request came from.",
            "网关无法识别请求来自哪个 IP 地址。",
        ),
        TICKET,
    )
    .retry(Retry::AfterSupport),
    row(
        402,
        403,
        ADDRESSES,
        text("Send the request from an admitted IP address.", "请从允许的 IP 地址发送请求。"),
    ),
    row(404, 403, CONFIGURATION, TICKET).retry(Retry::AfterSupport),
    row(
        501,
        405,
        text("The quota of the app is used up.", "应用的配额已用完。"),
        text("Buy more quota.", "请购买配额。"),
    ),
    row(
        502,
        405,
        text("The app is frozen because its balance is used up.", "应用因余额不足被冻结。"),
        text("Top up the balance.", "请充值。"),
    ),
    row(601, 500, GATEWAY_FAULT, READ_BACK),
    row(
        602,
        400,
        text("The gateway does not take this for a valid request.", "网关认为这不是有效的请求。"),
        text("Check the request.", "请检查请求。"),
    ),
    row(
        605,
        500,
        text(
            "The gateway could not resolve the host name of the service.",
            "网关无法解析服务的域名。",
        ),
        TICKET,
    )
    .retry(Retry::AfterSupport)
    .untaken(),
    misconfigured(606, 500),
    row(
        607,
        400,
        text("The address needs another protocol.", "该地址要求使用其他协议。"),
        text("Use https.", "请使用 https。"),
    )
    .retry(Retry::AfterAccess),
    passing(608, 500),
    passing(609, 500),
    passing(610, 502),
    passing(611, 500),
    passing(612, 500),
    passing(613, 503),
    passing(705, 500),
    row(
        802,
        403,
        text("The user may not use this region.", "该用户不能使用此区域。"),
        text(
            "Choose another region, or ask the administrator of the account.",
            "请选择其他区域，或者联系账号管理员。",
        ),
    ),
    row(
        1009,
        400,
        text("The key or the secret of the app is wrong.", "应用的 AppKey 或 AppSecret 不正确。"),
        text("Correct them in the settings of the caller.", "请在调用方的配置中更正。"),
    )
    .retry(Retry::AfterAccess),
];
