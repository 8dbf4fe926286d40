//! One file for each tool.

pub(crate) mod curl;
pub(crate) mod dotnet;
pub(crate) mod go;
pub(crate) mod http;
pub(crate) mod java;
pub(crate) mod koocli;
pub(crate) mod koocli_file;
pub(crate) mod markdown;
pub(crate) mod node;
mod number;
pub(crate) mod php;
pub(crate) mod python;
pub(crate) mod signed;
pub(crate) mod terraform;
mod typed;
