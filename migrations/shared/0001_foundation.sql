-- Rules of the city with history: running proposals keep the rule they started under.
CREATE TABLE settings (
    key        TEXT   NOT NULL,
    valid_from BIGINT NOT NULL,
    value      TEXT   NOT NULL, -- a JSON object
    PRIMARY KEY (key, valid_from)
);

-- When what a page shows last changed: each instance polls for newer ones and drops what it has cached.
CREATE TABLE page_versions (
    key     TEXT   NOT NULL PRIMARY KEY, -- 'everything', 'site' or 'proposal:<number>'
    version BIGINT NOT NULL              -- microseconds, growing for each key
);
CREATE INDEX page_versions_newest ON page_versions (version);

-- A form posted twice is one act; the loser is sent where the winner went.
CREATE TABLE form_posts (
    form_id   UUID   NOT NULL PRIMARY KEY,
    posted_at BIGINT NOT NULL,
    leads_to  TEXT   NOT NULL
);

CREATE TABLE jobs (
    id          UUID   NOT NULL PRIMARY KEY,
    kind        TEXT   NOT NULL,
    payload     TEXT   NOT NULL, -- a JSON object
    unique_key  TEXT,            -- one job for each (kind, due time) or (kind, thing)
    run_at      BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    lease_owner UUID,
    lease_until BIGINT,
    done_at     BIGINT,
    dead_at     BIGINT,
    last_error  TEXT,
    created_at  BIGINT NOT NULL
);
CREATE UNIQUE INDEX jobs_unique ON jobs (kind, unique_key);
CREATE INDEX jobs_due ON jobs (run_at) WHERE done_at IS NULL AND dead_at IS NULL;

-- Append-only. Entries are inserted unchained in the act's transaction; the sealer chains them in order.
CREATE TABLE audit_entries (
    id           UUID    NOT NULL PRIMARY KEY,
    at           BIGINT  NOT NULL,
    actor        TEXT    NOT NULL, -- 'person:<id>', 'job:<name>' or 'system'
    act          TEXT    NOT NULL,
    subject      TEXT    NOT NULL, -- 'proposal:<id>' and the like
    payload      TEXT,             -- a JSON object; erasable, the chain covers its hash
    salt         BYTEA   NOT NULL,
    payload_hash BYTEA   NOT NULL,
    is_public    BOOLEAN NOT NULL,
    seq          BIGINT,
    prev_hash    BYTEA,
    hash         BYTEA
);
CREATE UNIQUE INDEX audit_seq ON audit_entries (seq);
CREATE INDEX audit_unsealed ON audit_entries (at, id) WHERE seq IS NULL;
CREATE INDEX audit_subject ON audit_entries (subject, at);

-- The outbox: one row for each recipient and reason. It holds sealed person ids, never addresses; only a sign-in code,
-- whose recipient has no account yet, holds the sealed address itself.
CREATE TABLE mails (
    kind        TEXT   NOT NULL, -- NewsKind
    topic_key   TEXT   NOT NULL, -- what it is about; a newer version supersedes what is not yet sent
    version     BIGINT NOT NULL,
    recipient   BYTEA  NOT NULL, -- the person's pseudonym at the proposal, or the lookup of an address
    role        TEXT   NOT NULL, -- why this person gets it: author, signer, follower, self
    subject_id  UUID   NOT NULL, -- the proposal or sign-in the seal is bound to
    sealed      BYTEA  NOT NULL,
    locale      TEXT,            -- NULL: the person's own
    facts       TEXT   NOT NULL, -- a JSON object
    priority    BIGINT NOT NULL, -- 0 first
    run_at      BIGINT NOT NULL,
    attempts    BIGINT NOT NULL,
    lease_owner UUID,
    lease_until BIGINT,
    ended_at    BIGINT,
    outcome     TEXT,            -- sent, superseded, no_address, opted_out, failed
    last_error  TEXT,
    created_at  BIGINT NOT NULL,
    PRIMARY KEY (kind, topic_key, version, recipient)
);
CREATE INDEX mails_due ON mails (priority, run_at) WHERE ended_at IS NULL;
CREATE INDEX mails_topic ON mails (topic_key, version);

-- Those who want no more mails about a proposal; the token is in the mail and names nobody.
CREATE TABLE mail_optouts (
    token        BYTEA  NOT NULL PRIMARY KEY,
    opted_out_at BIGINT NOT NULL
);

-- Secrets' fingerprints, so that a restore with the wrong secret is refused.
CREATE TABLE key_fingerprints (
    version     BIGINT NOT NULL PRIMARY KEY,
    fingerprint TEXT   NOT NULL,
    first_used  BIGINT NOT NULL
);

-- The demo's moved clock and post box.
CREATE TABLE demo_state (
    key   TEXT NOT NULL PRIMARY KEY,
    value TEXT NOT NULL
);
