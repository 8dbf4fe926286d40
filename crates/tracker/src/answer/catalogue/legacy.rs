//! Codes of the deprecated version 1. They are written in lower case, and their numbers mean other
//! things than those of version 3.

use super::{Row, row};
use crate::table::Member;
use crate::text::{Text, text};

const REMEDY: Text = text(
    "The answer comes from version 1 of the service. Use the path /v3/{project_id}/tracker.",
    "该响应来自服务的 v1 版本。请使用路径 /v3/{project_id}/tracker。",
);

pub(super) static ROWS: [Row; 7] = [
    row(
        1,
        400,
        text("The API version is empty.", "API 版本为空。"),
        REMEDY,
    ),
    row(
        2,
        400,
        text("The API version is wrong.", "API 版本不正确。"),
        REMEDY,
    ),
    row(
        3,
        400,
        text("The project id is empty.", "项目 ID 为空。"),
        REMEDY,
    )
    .on(&[Member::ProjectId]),
    row(
        4,
        400,
        text("The project id is wrong.", "项目 ID 不正确。"),
        REMEDY,
    )
    .on(&[Member::ProjectId]),
    row(
        5,
        400,
        text("The criteria of a query are wrong.", "查询条件不正确。"),
        REMEDY,
    ),
    row(
        6,
        400,
        text("The address does not exist.", "请求地址不存在。"),
        REMEDY,
    ),
    row(
        7,
        400,
        text(
            "A value is too long. Seen in a report where it was log_topic_name.",
            "某个值过长。已知案例中为 log_topic_name。",
        ),
        REMEDY,
    ),
];
