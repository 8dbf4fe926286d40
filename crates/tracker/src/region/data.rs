//! The list of regions, in the order of the SDKs.

use super::Region;

/// A region. `com`, `cn` and so on end the host names of its addresses, the first one first;
/// `own` has an identity service of its own, `global` uses the shared one.
macro_rules! region {
    ($id:literal, $name:literal, $zh:literal, $first:literal $($other:literal)?, $iam:ident) => {
        Region {
            id: $id,
            name: $name,
            name_zh: $zh,
            cts_endpoint: concat!("https://cts.", $id, ".myhuaweicloud.", $first),
            cts_alternate: region!(@alternate $id $($other)?),
            iam_endpoint: region!(@iam $id $iam),
        }
    };
    (@alternate $id:literal) => {
        None
    };
    (@alternate $id:literal $other:literal) => {
        Some(concat!("https://cts.", $id, ".myhuaweicloud.", $other))
    };
    (@iam $id:literal own) => {
        concat!("https://iam.", $id, ".myhuaweicloud.com")
    };
    (@iam $id:literal global) => {
        Region::GLOBAL_IAM
    };
}

/// Every region of the official SDKs, in their order.
///
/// `cn-north-4` is where the identity service and other global services of the Chinese site write
/// their records. `eu-west-0` is run by a partner whose pages give other host names than the SDKs.
pub static REGIONS: &[Region] = &[
    region!("af-south-1", "AF-Johannesburg", "非洲-约翰内斯堡", "com" "cn", own),
    region!("cn-north-4", "CN North-Beijing4", "华北-北京四", "com" "cn", own),
    region!("cn-north-1", "CN North-Beijing1", "华北-北京一", "com" "cn", own),
    region!("cn-east-2", "CN East-Shanghai2", "华东-上海二", "com" "cn", own),
    region!("cn-east-3", "CN East-Shanghai1", "华东-上海一", "com" "cn", own),
    region!("cn-south-1", "CN South-Guangzhou", "华南-广州", "com" "cn", own),
    region!("cn-south-2", "", "", "com" "cn", own),
    region!("cn-southwest-2", "CN Southwest-Guiyang1", "西南-贵阳一", "com" "cn", own),
    region!("ap-southeast-2", "AP-Bangkok", "亚太-曼谷", "com" "cn", own),
    region!("ap-southeast-1", "CN-Hong Kong", "中国-香港", "com" "cn", own),
    region!("ap-southeast-3", "AP-Singapore", "亚太-新加坡", "com" "cn", own),
    region!("cn-north-2", "CN North-Beijing2", "华北-北京二", "com" "cn", own),
    region!("cn-north-9", "CN North-Ulanqab1", "华北-乌兰察布一", "com" "cn", own),
    region!("cn-south-4", "CN South-Guangzhou-InvitationOnly", "华南-广州-友好用户环境", "com" "cn", global),
    region!("ru-northwest-2", "", "", "com" "cn", global),
    region!("la-south-2", "LA-Santiago", "拉美-圣地亚哥", "com" "cn", own),
    region!("sa-brazil-1", "LA-Sao Paulo1", "拉美-圣保罗一", "com" "cn", own),
    region!("la-north-2", "LA-Mexico City2", "拉美-墨西哥城二", "com" "cn", own),
    region!("na-mexico-1", "LA-Mexico City1", "拉美-墨西哥城一", "com" "cn", own),
    region!("eu-west-101", "", "", "eu", global),
    region!("ap-southeast-4", "AP-Jakarta", "亚太-雅加达", "com" "cn", own),
    region!("ap-southeast-5", "AP-Manila", "亚太-马尼拉", "com" "asia", global),
    region!("af-north-1", "AF-Cairo", "非洲-开罗", "com" "africa", global),
    region!("tr-west-1", "TR-Istanbul", "土耳其-伊斯坦布尔", "com" "cn", own),
    region!("cn-east-5", "CN East-Qingdao", "华东-青岛", "com" "cn", own),
    region!("cn-north-12", "CN North-Ulanqab202", "华北-乌兰察布二零二", "com" "cn", own),
    region!("cn-southwest-3", "", "", "com" "cn", global),
    region!("cn-north-11", "CN North-Ulanqab201", "华北-乌兰察布二零一", "com" "cn", global),
    region!("cn-east-4", "CN East2", "华东二", "com" "cn", own),
    region!("me-east-1", "ME-Riyadh", "中东-利雅得", "com", own),
    region!("eu-west-0", "EU-Paris", "欧洲-巴黎", "com", own),
    region!("my-kualalumpur-1", "MY-Kuala Lumpur", "", "com", own),
    region!("ru-moscow-1", "", "", "com", own),
    region!("ae-ad-1", "ME-Abu Dhabi", "", "com", own),
];
