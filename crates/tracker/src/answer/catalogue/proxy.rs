//! Codes of the proxy of this project. They tell its own refusals from answers of the cloud. The
//! number is the status; what the message says tells further meanings apart.

use super::{Row, row};
use crate::answer::verdict::Retry;
use crate::text::{Text, text};

const RELOAD: Text = text(
    "Reload the page that the proxy itself serves, and send from there.",
    "请重新加载由代理提供的页面，并从该页面发送。",
);

const FRONT: Text = text(
    "Tell whoever runs the proxy, with the message: something between the browser and the proxy changed the request.",
    "请将该消息告知代理的管理员：浏览器与代理之间的设备改动了请求。",
);

pub(super) static ROWS: [Row; 28] = [
    row(
        400,
        400,
        text(
            "The body ended before it was complete. Nothing was sent to the cloud.",
            "请求体不完整，未向云服务发送任何内容。",
        ),
        text("Check the connection and send it again.", "请检查网络连接后重新发送。"),
    )
    .marked("ended early")
    .retry(Retry::AfterWaiting),
    row(
        400,
        400,
        text(
            "The proxy refused the request itself, before it read the body. Nothing was sent to the cloud.",
            "代理在读取请求体之前拒绝了请求本身，未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .marked("is malformed")
    .retry(Retry::AfterSupport),
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
        401,
        401,
        text(
            "The proxy does not know who is calling. Nothing was sent to the cloud.",
            "代理无法确认调用者的身份，未向云服务发送任何内容。",
        ),
        text(
            "Sign in again where you get to the page, or ask whoever runs the proxy how callers are known. The cause stands in the log of the proxy, with the request id.",
            "请重新登录后再打开页面，或向代理的管理员询问身份验证方式。代理日志中有该请求 ID 对应的原因。",
        ),
    ),
    row(
        403,
        403,
        text(
            "No policy of the proxy allows this caller all of the request. Nothing was changed.",
            "代理的策略不允许该调用者执行此请求的全部内容，未作任何修改。",
        ),
        text(
            "The message names the policies and what each of them lacks. Ask for what they allow, or ask whoever runs the proxy to extend one.",
            "错误信息列出了相关策略及各自不允许的内容。请只修改策略允许的内容，或请代理的管理员调整策略。",
        ),
    )
    .marked("policy ")
    .retry(Retry::AfterMending),
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
        408,
        408,
        text(
            "The request did not arrive in time. Nothing was sent to the cloud.",
            "请求未在规定时间内到达，未向云服务发送任何内容。",
        ),
        text(
            "Check the connection and send it again.",
            "请检查网络连接后重新发送。",
        ),
    )
    .retry(Retry::AfterWaiting),
    row(
        411,
        411,
        text(
            "The proxy takes a body only when its length is told beforehand. Nothing was sent to the cloud.",
            "代理只接受事先声明长度的请求体，未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .retry(Retry::AfterSupport),
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
        414,
        414,
        text(
            "The address is longer than the proxy allows. Nothing was sent to the cloud.",
            "地址长度超过代理的限制，未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .retry(Retry::AfterSupport),
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
        417,
        417,
        text(
            "The proxy takes a body at once and does not ask for it. Nothing was sent to the cloud.",
            "代理直接接收请求体，不支持先询问后发送，因此未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .retry(Retry::AfterSupport),
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
        429,
        429,
        text(
            "The proxy takes no more requests of this caller for now. Nothing was sent to the cloud.",
            "该调用者的请求过于频繁，代理暂不接受，未向云服务发送任何内容。",
        ),
        text(
            "Wait for the time that the answer names, then send it again.",
            "请等待响应中给出的时间后重新发送。",
        ),
    )
    .retry(Retry::AfterWaiting),
    row(
        431,
        431,
        text(
            "The headers of the request are longer than the proxy allows. Nothing was sent to the cloud.",
            "请求头的长度超过代理的限制，未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .retry(Retry::AfterSupport),
    row(
        500,
        500,
        text(
            "The proxy failed. Nothing was sent to the cloud.",
            "代理内部异常，未向云服务发送任何内容。",
        ),
        text(
            "Tell whoever runs the proxy, with the request id. It stands in the log of the proxy.",
            "请携带请求 ID 通知代理的管理员，代理日志中有该 ID。",
        ),
    )
    .retry(Retry::AfterSupport)
    .untaken(),
    row(
        502,
        502,
        text(
            "The name of the cloud leads to an address that the proxy must not use. Nothing was sent.",
            "云服务的域名解析到代理不允许访问的地址，未发送任何内容。",
        ),
        text(
            "Tell whoever runs the proxy. Its log has the address; if it is meant, the settings have to allow it.",
            "请通知代理的管理员。代理日志中有该地址；如果该地址无误，需要在代理的设置中允许访问。",
        ),
    )
    .marked("must not use")
    .retry(Retry::AfterSupport)
    .untaken(),
    row(
        502,
        502,
        text(
            "The proxy could not reach the cloud. Nothing was sent.",
            "代理无法连接云服务，未发送任何内容。",
        ),
        text(
            "Try again after a while. If it stays, ask whoever runs the proxy to check its network and the address of the region.",
            "请稍后重试；如果持续出现，请联系代理的管理员检查网络和该区域的地址。",
        ),
    )
    .marked("nothing was sent")
    .retry(Retry::AfterWaiting)
    .untaken(),
    row(
        502,
        502,
        text(
            "The address that the proxy has for this region answers with a redirect, which is never followed.",
            "代理为该区域配置的地址返回了跳转，代理不会跟随跳转。",
        ),
        text(
            "Ask whoever runs the proxy to correct the address of the region. The cloud does not redirect.",
            "请联系代理的管理员更正该区域的地址。云服务不会要求跳转。",
        ),
    )
    .marked("a redirect")
    .retry(Retry::AfterSupport),
    row(
        502,
        502,
        text(
            "The connection to the cloud broke before the answer was complete. The change may have been made.",
            "在收到完整响应之前，与云服务的连接中断，修改可能已经生效。",
        ),
        text(
            "Read the tracker back before you try again.",
            "重试之前请先查询追踪器。",
        ),
    )
    .retry(Retry::ReadBackFirst),
    row(
        503,
        503,
        text(
            "The proxy cannot write its audit log, and changes nothing without it. Nothing was sent to the cloud.",
            "代理无法写入审计日志，因此不作任何修改，未向云服务发送任何内容。",
        ),
        text(
            "Tell whoever runs the proxy. It tries again by itself once there is room.",
            "请通知代理的管理员。磁盘空间恢复后，代理会自动重试。",
        ),
    )
    .marked("audit log")
    .retry(Retry::AfterWaiting),
    row(
        503,
        503,
        text(
            "The proxy has no valid credential for the cloud. Nothing was sent.",
            "代理没有可用于云服务的有效凭证，未发送任何内容。",
        ),
        text(
            "Tell whoever runs the proxy; the message tells what is wrong with the credential. It fetches another one by itself once that is mended.",
            "请通知代理的管理员，错误描述中有凭证的问题。问题解决后，代理会自动获取新的凭证。",
        ),
    )
    .marked("no valid credential")
    .retry(Retry::AfterSupport),
    row(
        503,
        503,
        text(
            "A policy of the proxy limits which members may change, and the tracker as it is now could not be read. Nothing was changed.",
            "代理的策略限制了可修改的参数，但无法查询追踪器的当前配置，未作任何修改。",
        ),
        text(
            "Try again after a while. If it stays, tell whoever runs the proxy; its credential needs the permission to list trackers.",
            "请稍后重试；如果持续出现，请联系代理的管理员，其凭证需要具有查询追踪器的权限。",
        ),
    )
    .marked("policy limits")
    .retry(Retry::AfterWaiting)
    .untaken(),
    row(
        503,
        503,
        text(
            "The proxy itself cannot take the request just now, not the cloud. Nothing was sent to the cloud.",
            "代理自身暂时无法处理该请求（并非云服务），未向云服务发送任何内容。",
        ),
        text(
            "Wait a little, then send it again. If it stays, tell whoever runs the proxy, with the message.",
            "请稍候再重新发送；如果持续出现，请将该消息告知代理的管理员。",
        ),
    )
    .retry(Retry::AfterWaiting)
    .untaken(),
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
    row(
        505,
        505,
        text(
            "The proxy speaks HTTP/1.1 only. Nothing was sent to the cloud.",
            "代理只支持 HTTP/1.1，未向云服务发送任何内容。",
        ),
        FRONT,
    )
    .retry(Retry::AfterSupport)
    .untaken(),
];
