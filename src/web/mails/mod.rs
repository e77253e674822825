//! Getting no more mails about a proposal: the page a mail's last link leads to. Reading changes nothing; the button does.

mod pages;

use super::{error::WebError, extract::Ctx, state::AppState};
use crate::usecases::mails;
use axum::{Router, extract::Path, routing::get};
use maud::Markup;
use pages::WayOutPage;

/// The routes under each language.
pub fn routes() -> Router<AppState> {
    Router::new().route("/utskick/{token}", get(show_way_out).post(take_way_out))
}

async fn show_way_out(ctx: Ctx, Path(token): Path<String>) -> Result<Markup, WebError> {
    parse(&token)?;
    Ok(WayOutPage { is_done: false }.render(&ctx.frame()))
}

/// Also taken from the reader's mail program, without a page in between (RFC 8058).
async fn take_way_out(ctx: Ctx, Path(token): Path<String>) -> Result<Markup, WebError> {
    mails::opt_out(&ctx.app.env, &parse(&token)?).await?;
    Ok(WayOutPage { is_done: true }.render(&ctx.frame()))
}

fn parse(token: &str) -> Result<[u8; 32], WebError> {
    let mut bytes = [0; 32];
    hex::decode_to_slice(token, &mut bytes).map_err(|_| WebError::NotFound)?;
    Ok(bytes)
}
