//! Codes of the proxy of this project. They tell its own refusals from answers of the cloud.

use super::{Row, row};
use crate::answer::verdict::Retry;
use crate::text::{Text, text};

const RELOAD: Text = text(
    "Reload the page that the proxy itself serves, and send from there.",
    "请重新加载由代理提供的页面，并从该页面发送。",
);

const SETTINGS: Text = text(
    "Ask whoever runs the proxy to look at its settings.",
    "请联系代理的管理员检查其配置。",
);

pub(super) static ROWS: [Row; 11] = [
    row(
        400,
        400,
        text(
            "The proxy judged the body before signing it and found an error. Nothing was sent to the cloud.",
            "代理在签名之前检查了请求体并发现错误，未向云服务发送任何内容。",
        ),
        text("Correct the members that are named.", "请修正指出的参数。"),
    ),
    row(
        403,
        403,
        text(
            "The proxy takes requests only from its own page. Nothing was sent to the cloud.",
            "代理只接受来自其自身页面的请求，未向云服务发送任何内容。",
        ),
        RELOAD,
    ),
    row(
        404,
        404,
        text(
            "The proxy has no such address, region or project. Nothing was sent to the cloud.",
            "代理没有配置该地址、区域或项目，未向云服务发送任何内容。",
        ),
        text(
            "Choose a region and a project that the proxy is set up for.",
            "请选择代理已配置的区域和项目。",
        ),
    ),
    row(
        405,
        405,
        text(
            "The proxy does not offer this method.",
            "代理不支持该方法。",
        ),
        RELOAD,
    )
    .retry(Retry::AfterMending),
    row(
        413,
        413,
        text(
            "The body is larger than the 64 KiB that the proxy takes.",
            "请求体超过代理允许的 64 KiB。",
        ),
        text("Send a smaller body.", "请减小请求体。"),
    ),
    row(
        415,
        415,
        text("The proxy takes JSON only.", "代理只接受 JSON。"),
        text(
            "Send the header Content-Type: application/json.",
            "请携带请求头 Content-Type: application/json。",
        ),
    ),
    row(
        421,
        421,
        text(
            "The proxy does not go by the host name of the address.",
            "代理不接受该地址中的主机名。",
        ),
        text(
            "Open the address that the proxy printed when it started.",
            "请使用代理启动时显示的地址。",
        ),
    ),
    row(
        500,
        500,
        text("The proxy failed.", "代理内部异常。"),
        text(
            "Read the tracker back, and tell whoever runs the proxy.",
            "请查询追踪器，并通知代理的管理员。",
        ),
    ),
    row(
        502,
        502,
        text(
            "The proxy got no proper answer from the cloud.",
            "代理没有从云服务得到正确的响应。",
        ),
        SETTINGS,
    )
    .retry(Retry::ReadBackFirst),
    row(
        503,
        503,
        text(
            "The proxy is too busy or is stopping. Nothing was sent to the cloud.",
            "代理繁忙或正在停止，未向云服务发送任何内容。",
        ),
        text("Send it again after a while.", "请稍后重新发送。"),
    ),
    row(
        504,
        504,
        text(
            "The cloud did not answer the proxy in time. The change may have been made.",
            "云服务未在规定时间内响应代理，修改可能已经生效。",
        ),
        text(
            "Read the tracker back before you try again.",
            "重试之前请先查询追踪器。",
        ),
    ),
];
