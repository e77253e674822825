//! What every test stands on: an application on each engine, browsers, people.
//!
//! A test is an async function that takes a [`TestApp`], named in `both_engines!`:
//!
//! ```ignore
//! both_engines!(an_unknown_page_helps);
//!
//! async fn an_unknown_page_helps(app: TestApp) {
//!     app.browser().get("/sv/finns-inte").await.assert_not_found();
//! }
//! ```
//!
//! It becomes `an_unknown_page_helps::sqlite` and `an_unknown_page_helps::postgres`.
#![allow(
    dead_code,
    unused_imports,
    unused_macros,
    clippy::allow_attributes,
    reason = "verbs are here for the tests of every capability, also those to come"
)]

pub mod app;
pub mod browser;
pub mod database;
pub mod form;
pub mod openid;
pub mod page;
pub mod people;
pub mod process;
pub mod proposals;
pub mod relay;
pub mod reviews;

pub use app::TestApp;
pub use browser::Browser;
pub use database::Engine;
pub use page::Page;

/// Makes of each named `async fn(TestApp)` one test per engine.
macro_rules! both_engines {
    ($($test:ident),+ $(,)?) => { $(
        mod $test {
            #[test]
            fn sqlite() {
                $crate::support::app::run($crate::support::Engine::Sqlite, super::$test);
            }

            #[test]
            fn postgres() {
                $crate::support::app::run($crate::support::Engine::Postgres, super::$test);
            }
        }
    )+ };
}

/// The same for tests of minutes, which only `scripts/test` runs.
macro_rules! both_engines_slowly {
    ($($test:ident),+ $(,)?) => { $(
        mod $test {
            #[test]
            #[ignore = "slow: minutes"]
            fn sqlite() {
                $crate::support::app::run($crate::support::Engine::Sqlite, super::$test);
            }

            #[test]
            #[ignore = "slow: minutes"]
            fn postgres() {
                $crate::support::app::run($crate::support::Engine::Postgres, super::$test);
            }
        }
    )+ };
}
pub(crate) use both_engines;
pub(crate) use both_engines_slowly;
