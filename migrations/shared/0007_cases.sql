CREATE TABLE cases (
    id              UUID    NOT NULL PRIMARY KEY,
    proposal_id     UUID    NOT NULL REFERENCES proposals (id),
    body_id         UUID    NOT NULL REFERENCES bodies (id),
    is_coordinating BOOLEAN NOT NULL,
    stage           TEXT    NOT NULL,
    version         BIGINT  NOT NULL,
    diarienummer    TEXT,
    agenda_on       TEXT,
    received_on     TEXT    NOT NULL,
    registered_on   TEXT,
    first_outcome   TEXT,
    first_decided_on TEXT,
    final_outcome   TEXT,
    final_decided_on TEXT,
    follow_up_state TEXT,
    closed_on       TEXT,
    created_at      BIGINT  NOT NULL,
    changed_at      BIGINT  NOT NULL,
    UNIQUE (proposal_id, body_id)
);
CREATE INDEX cases_body ON cases (body_id, stage, received_on);

CREATE TABLE decisions (
    id           UUID    NOT NULL PRIMARY KEY,
    case_id      UUID    NOT NULL REFERENCES cases (id),
    kind         TEXT    NOT NULL, -- first, final
    outcome      TEXT    NOT NULL,
    decided_on   TEXT    NOT NULL,
    paragraph    TEXT,
    reason       TEXT    NOT NULL, -- klarspråk, what the resident reads
    published_at BIGINT  NOT NULL,
    UNIQUE (case_id, kind)
);

-- Decisions of imported proposals, as written in the city's data.
CREATE TABLE imported_decisions (
    proposal_id  UUID    NOT NULL PRIMARY KEY REFERENCES proposals (id),
    recipient    TEXT,
    result       TEXT,
    result_code  TEXT,
    text         TEXT    NOT NULL,
    is_truncated BOOLEAN NOT NULL,
    source       TEXT    NOT NULL
);

CREATE TABLE documents (
    id          UUID   NOT NULL PRIMARY KEY,
    case_id     UUID   NOT NULL REFERENCES cases (id),
    decision_id UUID   REFERENCES decisions (id),
    name        TEXT   NOT NULL,
    media_type  TEXT   NOT NULL,
    size        BIGINT NOT NULL,
    sha256      BYTEA  NOT NULL,
    content     BYTEA  NOT NULL,
    added_at    BIGINT NOT NULL
);
CREATE INDEX documents_case ON documents (case_id);

CREATE TABLE follow_ups (
    id          UUID   NOT NULL PRIMARY KEY,
    case_id     UUID   NOT NULL REFERENCES cases (id),
    state       TEXT   NOT NULL, -- planned, under_way, done, stopped
    on_day      TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX follow_ups_case ON follow_ups (case_id, recorded_at);
