//! What `cargo xtask` and `cargo xtask COMMAND --help` print.

/// A text to print.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Topic {
    /// The list of commands.
    All,
    Setup,
    Build,
    Serve,
    Test,
    Check,
    Package,
    Release,
    Bench,
    Sizes,
    Fuzz,
    Mutants,
    Clean,
}

impl Topic {
    /// The topic of a command, by its name.
    pub(crate) fn named(name: &str) -> Option<Self> {
        Some(match name {
            "help" => Self::All,
            "setup" => Self::Setup,
            "build" => Self::Build,
            "serve" => Self::Serve,
            "test" => Self::Test,
            "check" => Self::Check,
            "bench" => Self::Bench,
            "package" => Self::Package,
            "release" => Self::Release,
            "sizes" => Self::Sizes,
            "fuzz" => Self::Fuzz,
            "mutants" => Self::Mutants,
            "clean" => Self::Clean,
            _ => return None,
        })
    }
}

/// The text of a topic.
pub(crate) fn text(topic: Topic) -> &'static str {
    match topic {
        Topic::All => include_str!("help/all.txt"),
        Topic::Setup => include_str!("help/setup.txt"),
        Topic::Build => include_str!("help/build.txt"),
        Topic::Serve => include_str!("help/serve.txt"),
        Topic::Test => include_str!("help/test.txt"),
        Topic::Check => include_str!("help/check.txt"),
        Topic::Bench => include_str!("help/bench.txt"),
        Topic::Package => include_str!("help/package.txt"),
        Topic::Release => include_str!("help/release.txt"),
        Topic::Sizes => include_str!("help/sizes.txt"),
        Topic::Fuzz => include_str!("help/fuzz.txt"),
        Topic::Mutants => include_str!("help/mutants.txt"),
        Topic::Clean => include_str!("help/clean.txt"),
    }
}
