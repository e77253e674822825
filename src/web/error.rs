//! The one error enum of the site and its one table to status; the pages are drawn by `middleware::error_pages`.

use crate::store::db::StoreError;
use axum::{
    http::{HeaderValue, StatusCode, header},
    response::{IntoResponse, Response},
};

/// Why a request cannot be answered as asked.
#[derive(Debug, thiserror::Error)]
pub enum WebError {
    /// No such page, or one this person may not know of.
    #[error("not found")]
    NotFound,
    /// Removed after publication, with the kind of reason.
    #[error("removed: {0}")]
    Gone(String),
    /// Known, but not allowed.
    #[error("forbidden")]
    Forbidden,
    /// The address, form or encoding cannot be understood.
    #[error("bad request")]
    BadRequest,
    /// Someone else changed it first.
    #[error("stale")]
    Stale,
    /// The wish needs a signed-in person; the address to sign in at.
    #[error("sign in first")]
    SignIn(String),
    /// More than our limits allow.
    #[error("too many requests")]
    TooMany,
    /// Overloaded or the database is away.
    #[error("unavailable")]
    Unavailable,
    /// Our fault; told only to the log.
    #[error("store: {0}")]
    Store(#[from] StoreError),
}

/// What the error-page layer draws; carried as a response extension.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum ErrorKind {
    /// 400
    BadRequest,
    /// 403
    Forbidden,
    /// 404
    NotFound,
    /// 405
    WrongMethod,
    /// 409
    Stale,
    /// 410, with the kind of reason.
    Gone(String),
    /// 413
    TooLarge,
    /// 422 where no form could be shown again.
    Unreadable,
    /// 429
    TooMany,
    /// 500
    Broken,
    /// 503
    Away,
}

impl WebError {
    fn kind(&self) -> ErrorKind {
        match self {
            WebError::NotFound => ErrorKind::NotFound,
            WebError::Gone(reason) => ErrorKind::Gone(reason.clone()),
            WebError::Forbidden => ErrorKind::Forbidden,
            WebError::BadRequest => ErrorKind::BadRequest,
            WebError::Stale => ErrorKind::Stale,
            WebError::TooMany => ErrorKind::TooMany,
            WebError::Unavailable | WebError::Store(StoreError::Away(_)) => ErrorKind::Away,
            WebError::Store(StoreError::Conflict) => ErrorKind::Stale,
            WebError::SignIn(_) | WebError::Store(_) => ErrorKind::Broken,
        }
    }
}

impl ErrorKind {
    /// The status this kind answers with.
    pub fn status(&self) -> StatusCode {
        match self {
            ErrorKind::BadRequest => StatusCode::BAD_REQUEST,
            ErrorKind::Forbidden => StatusCode::FORBIDDEN,
            ErrorKind::NotFound => StatusCode::NOT_FOUND,
            ErrorKind::WrongMethod => StatusCode::METHOD_NOT_ALLOWED,
            ErrorKind::Stale => StatusCode::CONFLICT,
            ErrorKind::Gone(_) => StatusCode::GONE,
            ErrorKind::TooLarge => StatusCode::PAYLOAD_TOO_LARGE,
            ErrorKind::Unreadable => StatusCode::UNPROCESSABLE_ENTITY,
            ErrorKind::TooMany => StatusCode::TOO_MANY_REQUESTS,
            ErrorKind::Broken => StatusCode::INTERNAL_SERVER_ERROR,
            ErrorKind::Away => StatusCode::SERVICE_UNAVAILABLE,
        }
    }

    /// The kind that belongs to a bare status from the framework; `None` for answers that are no errors.
    pub fn of_status(status: StatusCode) -> Option<Self> {
        Some(match status {
            StatusCode::BAD_REQUEST | StatusCode::UNSUPPORTED_MEDIA_TYPE => ErrorKind::BadRequest,
            StatusCode::FORBIDDEN => ErrorKind::Forbidden,
            StatusCode::NOT_FOUND => ErrorKind::NotFound,
            StatusCode::METHOD_NOT_ALLOWED => ErrorKind::WrongMethod,
            StatusCode::CONFLICT => ErrorKind::Stale,
            StatusCode::GONE => ErrorKind::Gone(String::new()),
            StatusCode::PAYLOAD_TOO_LARGE => ErrorKind::TooLarge,
            StatusCode::UNPROCESSABLE_ENTITY => ErrorKind::Unreadable,
            StatusCode::TOO_MANY_REQUESTS => ErrorKind::TooMany,
            StatusCode::REQUEST_TIMEOUT
            | StatusCode::GATEWAY_TIMEOUT
            | StatusCode::SERVICE_UNAVAILABLE => ErrorKind::Away,
            status if status.is_server_error() => ErrorKind::Broken,
            _ => return None,
        })
    }
}

impl IntoResponse for WebError {
    fn into_response(self) -> Response {
        if let WebError::SignIn(address) = &self {
            return axum::response::Redirect::to(address).into_response();
        }
        if let WebError::Store(error) = &self {
            tracing::error!(error = %error, "store.failed");
        }
        let kind = self.kind();
        let mut response = kind.status().into_response();
        if kind == ErrorKind::Away {
            response
                .headers_mut()
                .insert(header::RETRY_AFTER, HeaderValue::from_static("10"));
        }
        response.extensions_mut().insert(kind);
        response
    }
}
