//! Codes of the identity service, IAM.

use super::{Row, row};
use crate::answer::verdict::Retry;
use crate::text::{Text, text};

const NEW_CREDENTIAL: Text = text(
    "Get a new token or check the access key. Do not repeat the request unchanged.",
    "请获取新的 token 或检查访问密钥，不要原样重试。",
);

const PARAMETER: Text = text(
    "A parameter of an identity call is missing or malformed.",
    "调用身份服务的参数缺失或格式不正确。",
);

const CHECK_SETTINGS: Text = text(
    "Check the settings of whoever made the call to the identity service: account, user, project, region.",
    "请检查调用身份服务一方的配置：账号、用户、项目和区域。",
);

const ADMINISTRATOR: Text = text(
    "Ask the administrator of the account.",
    "请联系账号管理员。",
);

pub(super) static ROWS: [Row; 17] = [
    row(7, 400, PARAMETER, CHECK_SETTINGS),
    row(11, 400, PARAMETER, CHECK_SETTINGS),
    row(72, 400, PARAMETER, CHECK_SETTINGS).to(73),
    row(1100, 400, PARAMETER, CHECK_SETTINGS).to(1118),
    row(
        1,
        401,
        text("The identity service did not accept the caller.", "身份服务未通过对调用者的认证。"),
        NEW_CREDENTIAL,
    ),
    row(
        61,
        401,
        text("The account is locked.", "账号已被锁定。"),
        text("Wait until the lock ends, or ask the administrator.", "请等待锁定结束，或者联系管理员。"),
    ),
    row(
        62,
        401,
        text("The password is wrong.", "密码错误。"),
        text(
            "Correct the password in the settings of the caller. Repeated failures lock the account.",
            "请在调用方的配置中更正密码。多次失败会锁定账号。",
        ),
    ),
    row(
        63,
        401,
        text(
            "The identity service refused the credential. Its exact reason is not published.",
            "身份服务拒绝了凭证，具体原因未公开。",
        ),
        NEW_CREDENTIAL,
    )
    .to(64),
    row(66, 401, text("The token has expired.", "token 已过期。"), NEW_CREDENTIAL),
    row(67, 401, text("The token is not valid.", "token 无效。"), NEW_CREDENTIAL),
    row(
        2,
        403,
        text("A role or policy does not allow this.", "角色或策略不允许该操作。"),
        ADMINISTRATOR,
    )
    .to(3),
    row(
        80,
        403,
        text(
            "The user of the access key is disabled, may not use programs, or may not use this region.",
            "访问密钥所属的用户被停用、没有编程访问权限，或者不能使用该区域。",
        ),
        ADMINISTRATOR,
    )
    .to(83),
    row(
        4,
        404,
        text("The identity service does not know the object.", "身份服务中没有该对象。"),
        CHECK_SETTINGS,
    ),
    row(
        5,
        409,
        text("The identity service sees a conflict.", "身份服务检测到冲突。"),
        CHECK_SETTINGS,
    ),
    row(
        20,
        410,
        text("The identity service no longer offers this call.", "身份服务不再提供该接口。"),
        ADMINISTRATOR,
    )
    .retry(Retry::AfterSupport),
    row(
        12,
        429,
        text("Too many calls to the identity service.", "对身份服务的调用过于频繁。"),
        text("Wait, then try again.", "请稍候再试。"),
    ),
    row(
        6,
        500,
        text("The identity service failed.", "身份服务异常。"),
        text(
            "Wait and try again. If it stays, open a service ticket with the request id.",
            "请稍后重试；如果持续出现，请携带请求 ID 提交工单。",
        ),
    )
    .retry(Retry::AfterWaiting)
    .untaken(),
];
