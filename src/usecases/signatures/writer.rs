//! The group-commit writer: what waits is put together into one transaction, each is answered after the commit.

use std::sync::{Arc, OnceLock};

/// One per process, shared by all clones of an `Env`; begins to work with the first signature.
#[derive(Debug, Clone, Default)]
pub struct Writer(Arc<OnceLock<()>>);
