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
    follow_up_on    TEXT,            -- the day of the latest follow-up
    closed_on       TEXT,
    -- The body says that the matter is another's; cleared when DoM has routed it.
    not_ours_at     BIGINT,
    not_ours_note   TEXT,
    created_at      BIGINT  NOT NULL,
    changed_at      BIGINT  NOT NULL,
    UNIQUE (proposal_id, body_id)
);
CREATE INDEX cases_body ON cases (body_id, stage, received_on);
CREATE INDEX cases_proposal ON cases (proposal_id, is_coordinating);

CREATE TABLE decisions (
    id           UUID    NOT NULL PRIMARY KEY,
    case_id      UUID    NOT NULL REFERENCES cases (id),
    kind         TEXT    NOT NULL, -- first, final
    outcome      TEXT    NOT NULL,
    decided_on   TEXT    NOT NULL,
    paragraph    TEXT,
    reason       TEXT    NOT NULL, -- klarspråk, what the resident reads
    published_at BIGINT  NOT NULL,
    version      BIGINT  NOT NULL, -- 1 as first published, grows with every correction
    corrected_at BIGINT,
    UNIQUE (case_id, kind)
);

-- Decisions as they stood before a correction.
CREATE TABLE decision_versions (
    decision_id UUID   NOT NULL REFERENCES decisions (id),
    version     BIGINT NOT NULL,
    outcome     TEXT   NOT NULL,
    decided_on  TEXT   NOT NULL,
    paragraph   TEXT,
    reason      TEXT   NOT NULL,
    stood_until BIGINT NOT NULL,
    PRIMARY KEY (decision_id, version)
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
    added_at    BIGINT NOT NULL,
    UNIQUE (case_id, sha256)
);

CREATE TABLE follow_ups (
    id          UUID   NOT NULL PRIMARY KEY,
    case_id     UUID   NOT NULL REFERENCES cases (id),
    state       TEXT   NOT NULL, -- planned, under_way, done, stopped
    on_day      TEXT   NOT NULL,
    note        TEXT   NOT NULL,
    recorded_at BIGINT NOT NULL
);
CREATE INDEX follow_ups_case ON follow_ups (case_id, recorded_at);
