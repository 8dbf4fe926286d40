//! Commands of curl and `KooCLI` as people and browsers write them.

use cts_samples::{Reading, Reason, Tool, Unread, is_for_tool, read};

const NAME: &str = r#"{"tracker_type":"data","tracker_name":"a"}"#;

fn found(text: &str) -> Reading {
    match read(text) {
        Some(Ok(reading)) => reading,
        other => panic!("{other:?}: {text}"),
    }
}

fn unread(text: &str) -> Unread {
    match read(text) {
        Some(Err(unread)) => unread,
        other => panic!("{other:?}: {text}"),
    }
}

fn left(reading: &Reading) -> Vec<(&str, Option<&str>, Reason)> {
    let left = reading.left.iter();
    left.map(|left| (left.place.as_str(), left.text.as_deref(), left.reason))
        .collect()
}

fn json(reading: &Reading) -> serde_json::Value {
    serde_json::from_str(&reading.body).expect("JSON")
}

#[test]
fn only_the_body_of_a_curl_command_is_read() {
    for command in [
        "curl -X PUT https://cts.example/v3/{project_id}/tracker -H 'X-Auth-Token: t' -d 'BODY'",
        "$ curl.exe --json 'BODY' https://cts.example",
        "#!/bin/sh\n# PUT it\n  curl --data='BODY' 'https://cts.example/v3/{p}/tracker'",
        "curl -sSd'BODY' https://cts.example",
        "curl -H '-d' --data-binary \\\n  'BODY' | jq .",
        "curl -H '-d' --data-binary \\\r\n  'BODY'\r\n",
        "curl `\n  --data-raw 'BODY'\n",
        "curl 'https://cts.example/v3/p/tracker' --data-raw $'BODY' --compressed",
        "curl -d '{\"auth\":{}}' https://iam.example/v3/auth/tokens\ncurl -d 'BODY' https://cts.example/v3/p/tracker",
        "body='BODY'\ntoken=x\nbody='BODY'\ncurl -d \"$body\" https://cts.example",
        "cat >body.json <<EOF\nBODY\nEOF\ncurl -d @body.json https://cts.example",
        "curl https://cts.example --data-binary @- <<-'E'\n\tBODY\n\tE\n",
        "Invoke-RestMethod -Method Put -Uri https://cts.example -Body 'BODY'",
    ] {
        let command = command.replace("BODY", NAME);
        let reading = found(&command);
        assert_eq!(reading.body.trim_end(), NAME, "{command}");
        assert_eq!(
            (reading.tool, reading.left),
            (Tool::Curl, vec![]),
            "{command}"
        );
    }
    let quoted =
        r#"curl -d "{\"tracker_type\":\"data\",\"tracker_name\":\"a\"}" https://cts.example"#;
    assert_eq!(found(quoted).body, NAME);
    let browser = r"curl --data-raw $'{\u0022tracker_name\u0022:\n\'\t'";
    assert_eq!(found(browser).body, "{\"tracker_name\":\n'\t");
    let pieces = "curl -d a --data b --json c --data-raw @d";
    assert_eq!(found(pieces).body, "a&bc&@d");
}

#[test]
fn the_command_prompt_of_windows_has_quotes_of_its_own() {
    let body = r#"{"tracker_name":"a\"b\\审%PATH%","x":"^&<>|"}"#;
    // As browsers copy it now, and as they did before.
    let now = r#"curl ^"https://cts.example/v3/p/tracker^" ^
  -X ^"PUT^" ^
  -H ^"X-Auth-Token: t^" ^
  --data-raw ^"^{^\^"tracker_name^\^":^\^"a^\^\^\^"b^\^\审^%^PATH^%^\^",^\^"x^\^":^\^"^^^&^<^>^|^\^"^}^" &
curl ^"https://cts.example/v3/p/tracker^" ^
  --data-raw ^"other^""#;
    let before = r#"curl "https://cts.example/v3/p/tracker" -X "PUT" -H "X-Auth-Token: t" --data-binary "{""tracker_name"":""a\""b\\审"%"PATH"%""",""x"":""^&<>|""}" --compressed"#;
    for command in [now, before] {
        assert_eq!(found(command).body, body, "{command}");
        let windows = command.replace('\n', "\r\n");
        assert_eq!(found(&windows).body, body, "{windows}");
    }
    let lines = "curl -X PUT ^\n  -d \"{\\\"tracker_name\\\":\\\"a\\\"}\" ^\n  https://cts.example";
    assert_eq!(found(lines).body, r#"{"tracker_name":"a"}"#);
    let broken = "curl ^\"https://cts.example^\" --data-raw ^\"^{^\n\n^\\^\"a^\\^\":1^}^\"";
    assert_eq!(found(broken).body, "{\n\"a\":1}");
}

#[test]
fn power_shell_has_quotes_of_its_own() {
    let copied = r#"$session = New-Object Microsoft.PowerShell.Commands.WebRequestSession
Invoke-WebRequest -UseBasicParsing -Uri "https://cts.example/v3/p/tracker" `
-Method "PUT" `
-WebSession $session `
-Headers @{
"X-Auth-Token"="t"
  "Accept"="*/*"
} `
-ContentType "application/json" `
-Body "#;
    for (argument, body) in [
        (
            r#""{`"tracker_name`":`"a`$b``c`"}""#,
            r#"{"tracker_name":"a$b`c"}"#,
        ),
        (
            r#"([System.Text.Encoding]::UTF8.GetBytes("{`"tracker_name`":`"$([char]23457)$([char]55357)$([char]56832)`"}"))"#,
            r#"{"tracker_name":"审😀"}"#,
        ),
        (r#""{""a"":1}""#, r#"{"a":1}"#),
        ("'{\"a\":\"it''s\"}'", r#"{"a":"it's"}"#),
    ] {
        for command in [
            [copied, argument].concat(),
            [copied, argument].concat().replace('\n', "\r\n"),
        ] {
            assert_eq!(found(&command).body, body, "{command}");
        }
    }
    for command in [
        r#"curl.exe -X PUT `
  -d "{`"a`":1}" https://cts.example"#,
        r#"curl.exe -d '{\"a\":1}' https://cts.example"#,
        r#"curl.exe -d "{\`"a\`":1}" https://cts.example"#,
    ] {
        assert_eq!(found(command).body, r#"{"a":1}"#, "{command}");
    }
}

#[test]
fn a_curl_command_without_a_body_is_told_from_other_texts() {
    for command in [
        "curl https://cts.example/v3/{project_id}/tracker -H 'X-Auth-Token: t'",
        "curl",
        "curl -d '' https://cts.example",
        "curl https://cts.example -d",
        "Invoke-WebRequest -Uri https://cts.example",
    ] {
        assert_eq!(unread(command), Unread::NoBody, "{command}");
    }
    for command in [
        "curl -d @body.json https://cts.example",
        "curl --json @body.json",
    ] {
        assert_eq!(
            unread(command),
            Unread::File("body.json".to_owned()),
            "{command}"
        );
    }
    // What begins as JSON is JSON, and words are no command.
    for text in [
        "{\ncurl -d x",
        "curly\n# curl -d x",
        "curls",
        "hclouds",
        "",
        "words",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    assert!(is_for_tool(" $  curl -d x"));
    assert!(is_for_tool("\u{feff}hcloud CTS ListTrackers"));
    assert!(is_for_tool("resource \"x\" \"y\" {}"));
    assert!(!is_for_tool("curls"));
    assert!(!is_for_tool(NAME));
}

#[test]
fn the_options_of_koocli_become_members_of_their_types() {
    let command = r#"#!/bin/sh
PROJECT_ID=0123
hcloud CTS ListTrackers --cli-region=cn-north-4
$ hcloud cts UpdateTracker/v3 --cli-region="cn-north-4" --project_id=$PROJECT_ID \
  --tracker_type=data --tracker_name 'data-1' --status=enabled --is_lts_enabled=false \
  --obs_info.bucket_name="my trace's \"bucket\"" --obs_info.bucket_lifecycle=0180 --obs_info.file_prefix_name= \
  --data_bucket.data_event.2=WRITE --data_bucket.data_event.1=READ --obs_info.compress_type=gzip \
  --is_support_validate=maybe --obs_info.is_sort_by_service=true >answer.json 2>&1 # done
hcloud CTS UpdateTracker --tracker_type=system"#;
    let reading = found(command);
    assert_eq!(reading.tool, Tool::KooCli);
    assert_eq!(
        json(&reading),
        serde_json::json!({
            "tracker_type": "data",
            "tracker_name": "data-1",
            "status": "enabled",
            "is_lts_enabled": false,
            "obs_info": {
                "bucket_name": "my trace's \"bucket\"",
                "bucket_lifecycle": "0180",
                "file_prefix_name": "",
                "compress_type": "gzip",
                "is_sort_by_service": true,
            },
            "is_support_validate": "maybe",
            "data_bucket": { "data_event": ["READ", "WRITE"] },
        })
    );
    assert_eq!(
        left(&reading),
        [
            ("--cli-region", Some("cn-north-4"), Reason::Target),
            ("--project_id", Some("$PROJECT_ID"), Reason::Target),
        ]
    );
    let windows = "hcloud CTS UpdateTracker ^\r\n  --tracker_type=\"system\" ^\r\n  --obs_info.bucket_lifecycle=30 ^\r\n  --obs_info.bucket_name=%BUCKET%\r\n";
    let reading = found(windows);
    let expected =
        serde_json::json!({ "tracker_type": "system", "obs_info": { "bucket_lifecycle": 30 } });
    assert_eq!(json(&reading), expected);
    assert_eq!(
        left(&reading),
        [("--obs_info.bucket_name", Some("%BUCKET%"), Reason::Computed)]
    );
}

#[test]
fn what_an_option_of_koocli_cannot_say_is_listed_without_secrets() {
    let command = "hcloud --debug CTS UpdateTracker stray --tracker_type=system --tracker_type=data \
        --cli-access-key=TheSecret --cli-secret-key TheSecret --secret-key=TheSecret --X-Auth-Token=TheSecret --dryrun \
        --unknown=TheSecret --obs_info.more=TheSecret --tracker_name.1=TheSecret --data_bucket.data_event=READ \
        --data_bucket.data_event.x=READ --data_bucket.data_event.1=READ --data_bucket.data_event.1=WRITE \
        --obs_info.bucket_name=${BUCKET} --kms_id=\"a$(id)\" --obs_info={}";
    let reading = found(command);
    let expected = serde_json::json!({
        "tracker_type": "system",
        "obs_info": {},
        "data_bucket": { "data_event": ["READ"] },
    });
    assert_eq!(json(&reading), expected);
    assert_eq!(
        left(&reading),
        [
            ("stray", None, Reason::Unknown),
            ("--tracker_type", Some("data"), Reason::Repeated),
            ("--cli-access-key", None, Reason::Target),
            ("--cli-secret-key", None, Reason::Target),
            ("--secret-key", None, Reason::Target),
            ("--X-Auth-Token", None, Reason::Target),
            ("--dryrun", None, Reason::Target),
            ("--unknown", None, Reason::Unknown),
            ("--obs_info.more", None, Reason::Unknown),
            ("--tracker_name.1", None, Reason::Unknown),
            ("--data_bucket.data_event", Some("READ"), Reason::Value),
            ("--data_bucket.data_event.x", None, Reason::Unknown),
            (
                "--data_bucket.data_event.1",
                Some("WRITE"),
                Reason::Repeated
            ),
            (
                "--obs_info.bucket_name",
                Some("${BUCKET}"),
                Reason::Computed
            ),
            ("--kms_id", Some("a$(id)"), Reason::Computed),
        ]
    );
    assert!(!format!("{reading:?}").contains("TheSecret"));
}

#[test]
fn the_file_of_a_command_is_needed_and_read() {
    let file = r#"{"path":{"project_id":"0123"},"header":{"X-Auth-Token":"TheSecret"},"query":{},"body":{"tracker_type":"system","more":[1]}}"#;
    let reading = found(&["\u{feff}\n", file].concat());
    assert_eq!(reading.tool, Tool::KooCliFile);
    assert_eq!(
        json(&reading),
        serde_json::json!({ "tracker_type": "system", "more": [1] })
    );
    assert_eq!(
        left(&reading),
        [
            ("path", None, Reason::Target),
            ("header", None, Reason::Target)
        ]
    );
    assert!(!format!("{reading:?}").contains("TheSecret"));

    let call = "hcloud CTS UpdateTracker --cli-region=r --cli-jsonInput=./in.json --status=enabled --tracker_type=data";
    assert_eq!(unread(call), Unread::File("./in.json".to_owned()));
    let script = format!("cat > ./in.json <<'X'\n{file}\nX\n{call}");
    let reading = found(&script);
    let expected =
        serde_json::json!({ "tracker_type": "system", "more": [1], "status": "enabled" });
    assert_eq!(json(&reading), expected);
    assert_eq!(
        left(&reading).last(),
        Some(&("--tracker_type", Some("data"), Reason::Repeated))
    );

    for text in [
        r#"{"body":{},"tracker_type":"system"}"#,
        r#"{"body":7}"#,
        r#"{"path":{}}"#,
        "[]",
        "{",
    ] {
        assert_eq!(read(text), None, "{text}");
    }
    for other in [
        "hcloud",
        "hcloud CTS ListTrackers",
        "hcloud ECS UpdateTracker --status=enabled",
    ] {
        assert_eq!(unread(other), Unread::OtherOperation, "{other}");
    }
    assert_eq!(
        unread("hcloud CTS UpdateTracker --cli-region=r"),
        Unread::NoBody
    );
}
