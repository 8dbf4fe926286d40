//! The tools for which a request can be written.

use cts_tracker::Text;

/// Something that sends a request, or describes it.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
#[repr(u8)]
pub enum Tool {
    /// curl with a token.
    Curl,
    /// curl with a signature made by a POSIX shell and OpenSSL.
    CurlSigned,
    /// `KooCLI`, the command `hcloud`, with one option a member.
    KooCli,
    /// `KooCLI` with the request in a file.
    KooCliFile,
    /// The resource of the official Terraform provider.
    Terraform,
    /// The official SDK for Python.
    Python,
    /// The official SDK for Java.
    Java,
    /// The official SDK for Go.
    Go,
    /// The core package of the official SDK for Node.js. A package for CTS is not published.
    Node,
    /// The official SDK for .NET.
    DotNet,
    /// The official SDK for PHP.
    Php,
    /// The HTTP message itself.
    Http,
    /// A description for a change ticket, in Markdown.
    Markdown,
}

/// What is known about a tool.
struct Entry {
    id: &'static str,
    label: Text,
    file: &'static str,
    media: &'static str,
}

impl Tool {
    /// All tools, in the order in which a menu should list them.
    pub const ALL: [Self; 13] = [
        Self::Curl,
        Self::CurlSigned,
        Self::KooCli,
        Self::KooCliFile,
        Self::Terraform,
        Self::Python,
        Self::Java,
        Self::Go,
        Self::Node,
        Self::DotNet,
        Self::Php,
        Self::Http,
        Self::Markdown,
    ];

    /// Its stable name, for instance `curl-signed`.
    #[must_use]
    pub const fn id(self) -> &'static str {
        ENTRIES[self as usize].id
    }

    /// Finds a tool by its stable name.
    #[must_use]
    pub fn from_id(id: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|tool| tool.id() == id)
    }

    /// What a person calls it.
    #[must_use]
    pub const fn label(self) -> Text {
        ENTRIES[self as usize].label
    }

    /// A name for a file that holds the sample.
    #[must_use]
    pub const fn file_name(self) -> &'static str {
        ENTRIES[self as usize].file
    }

    /// The media type of such a file, without a character set; it is always UTF-8.
    #[must_use]
    pub const fn media_type(self) -> &'static str {
        ENTRIES[self as usize].media
    }
}

const fn entry(
    id: &'static str,
    en: &'static str,
    zh: &'static str,
    file: &'static str,
    media: &'static str,
) -> Entry {
    let label = Text { en, zh };
    Entry {
        id,
        label,
        file,
        media,
    }
}

/// In the order of [`Tool::ALL`].
static ENTRIES: [Entry; Tool::ALL.len()] = [
    entry(
        "curl",
        "curl, token",
        "curl，Token",
        "update-tracker.sh",
        SHELL,
    ),
    entry(
        "curl-signed",
        "curl, AK/SK",
        "curl，AK/SK",
        "update-tracker-signed.sh",
        SHELL,
    ),
    entry(
        "koocli",
        "KooCLI",
        "KooCLI",
        "update-tracker-koocli.sh",
        SHELL,
    ),
    entry(
        "koocli-file",
        "KooCLI, file",
        "KooCLI，文件",
        "update-tracker-koocli-file.sh",
        SHELL,
    ),
    entry("terraform", "Terraform", "Terraform", "tracker.tf", PLAIN),
    entry(
        "python",
        "Python",
        "Python",
        "update_tracker.py",
        "text/x-python",
    ),
    entry("java", "Java", "Java", "UpdateTracker.java", "text/x-java"),
    entry("go", "Go", "Go", "update_tracker.go", "text/x-go"),
    entry(
        "node",
        "Node.js",
        "Node.js",
        "update-tracker.mjs",
        "text/javascript",
    ),
    entry("dotnet", ".NET", ".NET", "UpdateTracker.cs", PLAIN),
    entry("php", "PHP", "PHP", "update-tracker.php", PLAIN),
    entry("http", "HTTP", "HTTP", "update-tracker.http", PLAIN),
    entry(
        "markdown",
        "Change ticket",
        "变更单",
        "update-tracker.md",
        "text/markdown",
    ),
];

const SHELL: &str = "text/x-shellscript";
const PLAIN: &str = "text/plain";

#[cfg(test)]
mod tests {
    use super::Tool;

    #[test]
    fn names_are_found_again_and_occur_once() {
        for (index, tool) in Tool::ALL.into_iter().enumerate() {
            assert_eq!(tool as usize, index);
            assert_eq!(Tool::from_id(tool.id()), Some(tool));
            let same_file = Tool::ALL
                .into_iter()
                .filter(|other| other.file_name() == tool.file_name());
            assert_eq!(same_file.count(), 1, "{}", tool.file_name());
        }
        assert_eq!(Tool::from_id("Curl"), None);
    }
}
