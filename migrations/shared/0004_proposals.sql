CREATE TABLE proposals (
    id              UUID    NOT NULL PRIMARY KEY,
    number          BIGINT  NOT NULL UNIQUE,
    origin          TEXT    NOT NULL, -- own, imported, demo
    version         BIGINT  NOT NULL, -- grows with every change; stale writes are refused
    stage           TEXT    NOT NULL, -- StageCode
    title           TEXT    NOT NULL,
    text            TEXT,             -- NULL: not part of the city's open data
    locale          TEXT    NOT NULL, -- language it is written in
    topic           TEXT,
    -- The author; never public unless the name was consented to.
    author_id       UUID    REFERENCES persons (id),
    author_facts    BYTEA,            -- name, address, age, gender, e-mail, sealed to the proposal
    author_name     TEXT,             -- published name, only with consent
    author_residence TEXT   NOT NULL,
    author_age_band TEXT,
    author_gender   TEXT,
    place_text      TEXT,
    place_lat       DOUBLE PRECISION,
    place_lon       DOUBLE PRECISION,
    place_primar    TEXT    REFERENCES areas (code),
    place_mellan    TEXT    REFERENCES areas (code),
    place_stad      TEXT    REFERENCES areas (code),
    place_is_fallback BOOLEAN NOT NULL,
    -- The stage's own facts, NULL outside it.
    submitted_at    BIGINT,
    submitted_on    TEXT,
    published_on    TEXT,
    opens_at        BIGINT,
    closes_at       BIGINT,
    threshold       BIGINT,           -- frozen at publication
    reached_at      BIGINT,
    closed_at       BIGINT,
    answer_by       TEXT,             -- returned: last day to answer
    paused_at       BIGINT,
    -- Display stage for filters and lists, kept by every act (DisplayStage).
    shown_stage     TEXT    NOT NULL,
    decided_on      TEXT,
    body_names      TEXT    NOT NULL, -- for lists and search, joined with '; '
    -- Imported facts, as written.
    import_status   TEXT,
    import_result   TEXT,
    import_result_code TEXT,
    import_reached  BOOLEAN,
    import_source   TEXT,
    import_seen_on  TEXT,             -- the day the imported facts were last known to hold
    created_at      BIGINT  NOT NULL,
    changed_at      BIGINT  NOT NULL
);
CREATE INDEX proposals_stage ON proposals (shown_stage, number);
CREATE INDEX proposals_closing ON proposals (closes_at) WHERE stage = 'published';
CREATE INDEX proposals_published ON proposals (published_on, number);
CREATE INDEX proposals_topic ON proposals (topic, number);
CREATE INDEX proposals_author ON proposals (author_id);

-- The number of the next proposal: one row, changed in the act that sends one in.
CREATE TABLE proposal_numbers (
    origin TEXT   NOT NULL PRIMARY KEY,
    next   BIGINT NOT NULL
);
INSERT INTO proposal_numbers (origin, next) VALUES ('own', 20001), ('demo', 90001);

-- Counts apart from the text: narrow rows, added to once per batch.
CREATE TABLE proposal_counts (
    proposal_id    UUID   NOT NULL PRIMARY KEY REFERENCES proposals (id),
    imported_count BIGINT NOT NULL,
    own_count      BIGINT NOT NULL,
    total_count    BIGINT NOT NULL,
    follow_count   BIGINT NOT NULL
);
CREATE INDEX proposal_counts_total ON proposal_counts (total_count, proposal_id);

-- Receiving bodies; kept as written in the source with today's body where there is one.
CREATE TABLE proposal_bodies (
    proposal_id     UUID    NOT NULL REFERENCES proposals (id),
    position        BIGINT  NOT NULL,
    body_id         UUID    REFERENCES bodies (id),
    name_as_written TEXT    NOT NULL,
    is_coordinating BOOLEAN NOT NULL,
    PRIMARY KEY (proposal_id, position)
);
CREATE INDEX proposal_bodies_body ON proposal_bodies (body_id, proposal_id);

CREATE TABLE proposal_versions (
    proposal_id UUID   NOT NULL REFERENCES proposals (id),
    version     BIGINT NOT NULL,
    title       TEXT   NOT NULL,
    text        TEXT   NOT NULL,
    written_at  BIGINT NOT NULL,
    written_by  TEXT   NOT NULL, -- author or staff
    PRIMARY KEY (proposal_id, version)
);

-- Everything that happened, for the timeline.
CREATE TABLE proposal_events (
    id          UUID    NOT NULL PRIMARY KEY,
    proposal_id UUID    NOT NULL REFERENCES proposals (id),
    kind        TEXT    NOT NULL,
    at          BIGINT  NOT NULL,
    happened_on TEXT    NOT NULL,
    facts       TEXT    NOT NULL, -- a JSON object
    is_public   BOOLEAN NOT NULL
);
CREATE INDEX proposal_events_proposal ON proposal_events (proposal_id, at, id);

-- A draft belongs to a browser until its owner has signed in.
CREATE TABLE drafts (
    id          UUID   NOT NULL PRIMARY KEY,
    token_hash  BYTEA  NOT NULL, -- of the browser's token; one browser may hold several drafts
    person_id   UUID   REFERENCES persons (id),
    sealed      BYTEA  NOT NULL, -- the entered values, a JSON object; empty once it is sent
    created_at  BIGINT NOT NULL,
    changed_at  BIGINT NOT NULL,
    sent_as     BIGINT           -- the number it became
);
CREATE INDEX drafts_person ON drafts (person_id);
CREATE INDEX drafts_token ON drafts (token_hash);
CREATE INDEX drafts_changed ON drafts (changed_at);
