//! Settings: what is taken, and that each mistake names its key.

use std::time::Duration;

use cts_proxy::Settings;

const REGION: &str = "[[region]]\nid = \"cn-north-4\"\n";
const ISSUER: &str = "issuer = \"https://a.example\"\naudience = \"a\"\n";
const PROJECT: &str = "[[project]]\nid = \"0123456789abcdef0123456789abcdef\"\n\
                       name = \"Audit\"\nregion = \"cn-north-4\"\n";

#[test]
fn a_full_file_is_taken() {
    let text = format!(
        "listen = \"[::1]:9000\"\nlanguage = \"zh-CN\"\nhosts = [\"Audit.example.com\"]\n\
         [upstream]\nconnect_timeout_seconds = 2\ntimeout_seconds = 20\n{REGION}\
         [[region]]\nid = \"partner-1\"\nendpoint = \"https://CTS.partner.example:443/\"\n{PROJECT}"
    );
    let settings = Settings::read(&text, false).expect("good settings");
    assert_eq!(settings.listen.to_string(), "[::1]:9000");
    assert_eq!(settings.hosts, ["audit.example.com"]);
    assert_eq!(settings.upstream.connect, Duration::from_secs(2));
    assert_eq!(settings.upstream.total, Duration::from_secs(20));
    assert_eq!(
        settings.regions[0].endpoint,
        "https://cts.cn-north-4.myhuaweicloud.com"
    );
    assert_eq!(settings.regions[1].endpoint, "https://cts.partner.example");
    assert_eq!(settings.projects[0].name, "Audit");
    assert!(!settings.stand_in);
}

#[test]
fn the_stand_in_needs_no_file_and_the_cloud_does() {
    let settings = Settings::read("", true).expect("good settings");
    assert_eq!((settings.regions.len(), settings.projects.len()), (34, 2));
    assert!(settings.listen.ip().is_loopback());
    let error = Settings::read("", false).expect_err("no region");
    assert_eq!(error.key(), "region");
}

#[test]
#[expect(clippy::too_many_lines, reason = "it is one table")]
fn a_mistake_names_its_key_and_a_remedy() {
    let with = |more: &str| format!("{more}\n{REGION}{PROJECT}");
    let project = |id: &str, name: &str, region: &str| {
        format!("{REGION}[[project]]\nid = \"{id}\"\nname = \"{name}\"\nregion = \"{region}\"\n")
    };
    let policy = |text: &str| with(&format!("[[policy]]\nname = \"p\"\n{text}\n"));
    let openid = |text: &str| with(&format!("[callers.openid]\n{text}\n"));
    let header = |peers: &str, name: &str, more: &str| {
        with(&format!(
            "[callers.header]\npeers = {peers}\nname = \"{name}\"\n{more}"
        ))
    };
    let endpoint =
        |text: &str| format!("[[region]]\nid = \"cn-north-4\"\nendpoint = \"{text}\"\n{PROJECT}");
    let id = "0123456789abcdef0123456789abcdef";
    for (text, key, part) in [
        ("listen = ".to_owned(), "settings file", "line 1"),
        (
            with("\nlissten = \"x\""),
            "settings file",
            "line 2: unknown field `lissten`",
        ),
        (
            with("secret_key = \"x\""),
            "settings file",
            "unknown field `secret_key`",
        ),
        (
            with("[upstream]\nretry = 1"),
            "settings file",
            "unknown field `retry`",
        ),
        (with("listen = \"8080\""), "listen", "127.0.0.1:8080"),
        (
            with("listen = \"0.0.0.0:8080\""),
            "listen",
            "other machines",
        ),
        (with("listen = \"[::]:8080\""), "listen", "other machines"),
        (
            with("listen = \"192.168.0.1:8080\""),
            "listen",
            "other machines",
        ),
        (with("page = \"/nonexistent\""), "page", "index.html"),
        (with("language = \"fr\""), "language", "zh-CN"),
        (
            with("hosts = [\"https://a.example\"]"),
            "hosts",
            "no scheme",
        ),
        (with("hosts = [\"*.example\"]"), "hosts", "no wildcard"),
        (with("hosts = [\"\"]"), "hosts", "host name"),
        (
            with("[upstream]\ntimeout_seconds = 0"),
            "upstream.timeout_seconds",
            "between 1 and 300",
        ),
        (
            with("[upstream]\nconnect_timeout_seconds = 301"),
            "upstream.connect_timeout_seconds",
            "between 1 and 300",
        ),
        (with("[callers]"), "callers", "says nothing"),
        (
            with(
                "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n[callers.tokens]\nfile = \"x\"",
            ),
            "callers",
            "more than one",
        ),
        (
            with("[callers.tokens]\nfile = \"/nonexistent\""),
            "callers.tokens.file",
            "cts-proxy token",
        ),
        (
            openid("issuer = \"http://login.example\"\naudience = \"a\""),
            "callers.openid.issuer",
            "https://",
        ),
        (
            openid("issuer = \"login.example\"\naudience = \"a\""),
            "callers.openid.issuer",
            "https://",
        ),
        (
            openid("issuer = \"https://a.example/?x=1\"\naudience = \"a\""),
            "callers.openid.issuer",
            "address",
        ),
        (
            openid("issuer = \"https://a.example\""),
            "settings file",
            "audience",
        ),
        (
            openid("issuer = \"https://a.example\"\naudience = \"\""),
            "callers.openid.audience",
            "other programs",
        ),
        (
            openid("issuer = \"https://a.example\"\naudience = []"),
            "callers.openid.audience",
            "other programs",
        ),
        (
            openid(&format!("{ISSUER}algorithms = [\"none\"]")),
            "callers.openid.algorithms",
            "public key",
        ),
        (
            openid(&format!("{ISSUER}algorithms = [\"HS256\"]")),
            "callers.openid.algorithms",
            "public key",
        ),
        (
            openid(&format!("{ISSUER}algorithms = []")),
            "callers.openid.algorithms",
            "no algorithm",
        ),
        (
            openid(&format!("{ISSUER}name_claim = \"\"")),
            "callers.openid.name_claim",
            "no claim",
        ),
        (
            openid(&format!("{ISSUER}key_interval_seconds = 0")),
            "callers.openid.key_interval_seconds",
            "between 1 and 3600",
        ),
        (with("[[policy]]\neveryone = true"), "settings file", "name"),
        (policy(""), "policy.callers", "about nobody"),
        (
            policy("callers = [\"a\"]"),
            "policy.callers",
            "nobody asks who is calling",
        ),
        (
            policy("everyone = true\ncallers = [\"a\"]"),
            "policy.everyone",
            "callers or groups as well",
        ),
        (policy("groups = [\" a\"]"), "policy.groups", "no name"),
        (
            policy("everyone = true\nregions = [\"cn-east-3\"]"),
            "policy.regions",
            "not in the settings",
        ),
        (
            policy("everyone = true\nprojects = [\"x\"]"),
            "policy.projects",
            "not in the settings",
        ),
        (
            policy("everyone = true\nmembers = [\"is_lts_enable\"]"),
            "policy.members",
            "\"is_lts_enabled\" is one",
        ),
        (
            policy("everyone = true\nmembers = [\"/bucket_name\"]"),
            "policy.members",
            "no member",
        ),
        (
            policy("everyone = true\nmembers = [\"tracker_name\"]"),
            "policy.members",
            "cannot change",
        ),
        (
            policy("everyone = true\nvalues = { status = [\"off\"] }"),
            "policy.values",
            "no value of status",
        ),
        (
            policy("everyone = true\nvalues = { status = [true] }"),
            "policy.values",
            "no value of status",
        ),
        (
            policy("everyone = true\nvalues = { obs_info = [] }"),
            "policy.values",
            "object",
        ),
        (
            policy("everyone = true\nread_only = true\nmembers = []"),
            "policy.read_only",
            "as well",
        ),
        (
            policy("everyone = true\n[[policy]]\nname = \"p\"\neveryone = true"),
            "policy.name",
            "twice",
        ),
        (
            policy("everyone = true\nallow = 1"),
            "settings file",
            "unknown field `allow`",
        ),
        (
            with("[limits]\nin_flight = 0"),
            "limits.in_flight",
            "between 1 and 100000",
        ),
        (
            with("[limits]\nin_flight = 100001"),
            "limits.in_flight",
            "between 1 and 100000",
        ),
        (
            with("[limits]\nrequests_per_minute = 0"),
            "limits.requests_per_minute",
            "between 1 and 1000000",
        ),
        (
            with("[limits]\nrequests_per_hour = 1"),
            "settings file",
            "unknown field",
        ),
        (
            with("[callers.nobody]"),
            "settings file",
            "unknown field `nobody`",
        ),
        (
            header("[]", "X-User", ""),
            "callers.header.peers",
            "no front proxy",
        ),
        (
            header("[\"10.0.0.1\"]", "X-User", ""),
            "callers.header.peers",
            "CIDR",
        ),
        (
            header("[\"0.0.0.0/0\"]", "X-User", ""),
            "callers.header.peers",
            "anybody",
        ),
        (
            header("[\"::/0\"]", "X-User", ""),
            "callers.header.peers",
            "anybody",
        ),
        (
            header("[\"10.0.0.1/8\"]", "X-User", ""),
            "callers.header.peers",
            "first of its network",
        ),
        (
            header("[\"10.0.0.0/8\"]", "X_User", ""),
            "callers.header.name",
            "confuse",
        ),
        (
            header("[\"10.0.0.0/8\"]", "X User", ""),
            "callers.header.name",
            "name of a header",
        ),
        (
            header("[\"10.0.0.0/8\"]", "Authorization", ""),
            "callers.header.name",
            "something else",
        ),
        (
            header("[\"10.0.0.0/8\"]", "Sec-User", ""),
            "callers.header.name",
            "something else",
        ),
        (
            header("[\"10.0.0.0/8\"]", "X-User", "groups = \"x-user\""),
            "callers.header.groups",
            "header with the name",
        ),
        (PROJECT.to_owned(), "region", "[[region]]"),
        (REGION.to_owned(), "project", "[[project]]"),
        (format!("{REGION}{REGION}{PROJECT}"), "region.id", "twice"),
        (format!("{REGION}{PROJECT}{PROJECT}"), "project.id", "twice"),
        (
            format!("[[region]]\nid = \"mars-1\"\n{PROJECT}"),
            "region.endpoint",
            "not known",
        ),
        (
            format!("[[region]]\nid = \"CN NORTH\"\n{PROJECT}"),
            "region.id",
            "not a region id",
        ),
        (
            project(id, "A", "cn-east-3"),
            "project.region",
            "not one of the regions",
        ),
        (project(id, " ", "cn-north-4"), "project.name", "no name"),
        (
            project("{project_id}", "A", "cn-north-4"),
            "project.id",
            "32 characters",
        ),
        (
            project(&id.to_uppercase(), "A", "cn-north-4"),
            "project.id",
            "32 characters",
        ),
        (
            endpoint("http://cts.example.com"),
            "region.endpoint",
            "https://",
        ),
        (
            endpoint("ftp://cts.example.com"),
            "region.endpoint",
            "https://",
        ),
        (endpoint("cts.example.com"), "region.endpoint", "https://"),
        (
            endpoint("https://cts.example.com/v3"),
            "region.endpoint",
            "path",
        ),
        (
            endpoint("https://cts.example.com?x=1"),
            "region.endpoint",
            "query",
        ),
        (
            endpoint("https://me:secret@cts.example.com"),
            "region.endpoint",
            "user name",
        ),
        (endpoint("https://"), "region.endpoint", "address"),
        (
            endpoint("http://127.0.0.1.evil.example"),
            "region.endpoint",
            "https://",
        ),
    ] {
        let error = Settings::read(&text, false).expect_err(&text);
        assert_eq!(error.key(), key, "{text}: {error}");
        assert!(error.to_string().contains(part), "{text}: {error}");
    }
}

#[test]
fn other_machines_may_call_once_callers_are_known() {
    let callers = "[callers.header]\npeers = [\"10.0.0.0/8\"]\nname = \"X-User\"\n";
    let text = format!("listen = \"0.0.0.0:8080\"\n{callers}");
    let settings = Settings::read(&text, true).expect("good settings");
    assert_eq!(settings.listen.to_string(), "0.0.0.0:8080");
    let mut settings = Settings::read(callers, true).expect("good settings");
    settings
        .listen_on("[::]:80".parse().expect("an address"))
        .expect("callers are known");
    assert_eq!(settings.listen.to_string(), "[::]:80");
}

#[test]
fn an_option_is_checked_like_the_file() {
    let mut settings = Settings::read("", true).expect("good settings");
    let error = settings
        .listen_on("0.0.0.0:80".parse().expect("an address"))
        .expect_err("reachable");
    assert_eq!(error.key(), "listen");
    assert_eq!(
        settings
            .serve_page("/nonexistent".into())
            .expect_err("no page")
            .key(),
        "page"
    );
}
