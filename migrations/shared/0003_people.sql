CREATE TABLE persons (
    id            UUID   NOT NULL PRIMARY KEY,
    -- Name, ort and e-mail, sealed; NULL until first asked for.
    profile       BYTEA,
    -- Stated mellanområde code, or not_in_goteborg, will_not_say, not_stated.
    residence     TEXT   NOT NULL,
    locale        TEXT   NOT NULL,
    created_at    BIGINT NOT NULL,
    created_on    TEXT   NOT NULL
);

-- What identifies a person: HMAC of the value under K_id, never the value.
CREATE TABLE identities (
    id          UUID   NOT NULL PRIMARY KEY,
    person_id   UUID   NOT NULL REFERENCES persons (id),
    kind        TEXT   NOT NULL, -- se, eu, mail
    lookup      BYTEA  NOT NULL,
    key_version BIGINT NOT NULL,
    created_at  BIGINT NOT NULL,
    UNIQUE (kind, lookup)
);
CREATE INDEX identities_person ON identities (person_id);

CREATE TABLE sessions (
    token_hash   BYTEA  NOT NULL PRIMARY KEY,
    person_id    UUID   NOT NULL REFERENCES persons (id),
    level        TEXT   NOT NULL, -- email, eid
    created_at   BIGINT NOT NULL,
    last_seen_at BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL
);
CREATE INDEX sessions_person ON sessions (person_id);
CREATE INDEX sessions_end ON sessions (ends_at);

-- A sign-in under way: by e-mail (code or link) or by e-legitimation (state, nonce, PKCE verifier).
CREATE TABLE sign_ins (
    id           UUID   NOT NULL PRIMARY KEY,
    way          TEXT   NOT NULL, -- email, eid
    browser_hash BYTEA  NOT NULL, -- binds it to the browser that began it
    client       BYTEA  NOT NULL, -- mark of the network address, for limits
    lookup       BYTEA,           -- of the address, for limits
    sealed       BYTEA  NOT NULL, -- address, or nonce and verifier
    person_id    UUID   REFERENCES persons (id), -- whose account the address or e-legitimation is to be added to
    code_hash    BYTEA,
    link_hash    BYTEA,           -- of the link's token, or of the state at the e-legitimation
    provider     TEXT,
    wish         TEXT   NOT NULL, -- a JSON object: what the person was about to do, and where she was
    locale       TEXT   NOT NULL,
    attempts     BIGINT NOT NULL,
    created_at   BIGINT NOT NULL,
    ends_at      BIGINT NOT NULL,
    used_at      BIGINT
);
CREATE INDEX sign_ins_lookup ON sign_ins (lookup, created_at);
CREATE INDEX sign_ins_client ON sign_ins (client, created_at);
CREATE UNIQUE INDEX sign_ins_link ON sign_ins (link_hash);
CREATE INDEX sign_ins_end ON sign_ins (ends_at);

CREATE TABLE grants (
    id         UUID   NOT NULL PRIMARY KEY,
    person_id  UUID   NOT NULL REFERENCES persons (id),
    role       TEXT   NOT NULL,
    body_id    UUID   REFERENCES bodies (id),
    granted_at BIGINT NOT NULL,
    revoked_at BIGINT
);
CREATE INDEX grants_person ON grants (person_id);
