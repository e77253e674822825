-- What was typed when the session had ended, kept for the browser until the person has signed in and come back.
CREATE TABLE kept_forms (
    browser_hash BYTEA  NOT NULL, -- of the token of the sign-in cookie
    path         TEXT   NOT NULL, -- of the form, without its language
    sealed       BYTEA  NOT NULL, -- the fields, a JSON object
    posted_at    BIGINT NOT NULL,
    PRIMARY KEY (browser_hash, path)
);
CREATE INDEX kept_forms_posted ON kept_forms (posted_at);
