//! Circumstances of the account that a request cannot bring about by itself.

/// What the caller may do.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Permission {
    /// Everything.
    #[default]
    Full,
    /// The list; an update answers CTS.0013.
    ReadOnly,
    /// Nothing: CTS.0002.
    None,
}

/// The organization of the account.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Organization {
    /// It trusts CTS and has no tracker of its own yet.
    #[default]
    Ready,
    /// It does not trust CTS: switching the tracker of the organization on answers CTS.0228.
    NotTrusted,
    /// It has a tracker in another account: CTS.0229.
    HasTracker,
}

/// The circumstances. By default nothing stands in the way.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Conditions {
    /// What the caller may do.
    pub permission: Permission,
    /// The organization of the account.
    pub organization: Organization,
    /// The region offers no encryption: CTS.0220.
    pub no_encryption: bool,
    /// Nothing can be made in the log service: switching it on answers CTS.0056.
    pub no_log_service: bool,
    /// Projects that are suspended: APIGW.0310.
    pub suspended_projects: Vec<String>,
}
