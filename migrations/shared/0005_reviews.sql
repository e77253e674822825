CREATE TABLE reviews (
    proposal_id UUID   NOT NULL PRIMARY KEY REFERENCES proposals (id),
    state       TEXT   NOT NULL, -- waiting, decided
    due_on      TEXT   NOT NULL,
    version     BIGINT NOT NULL,
    claimed_by  UUID   REFERENCES persons (id),
    claimed_at  BIGINT,
    lease_until BIGINT
);
CREATE INDEX reviews_queue ON reviews (state, due_on);

CREATE TABLE review_decisions (
    id          UUID   NOT NULL PRIMARY KEY,
    proposal_id UUID   NOT NULL REFERENCES proposals (id),
    kind        TEXT   NOT NULL, -- published, returned, refused, undone, removed
    reasons     TEXT   NOT NULL, -- a JSON object {"codes": []}
    note        TEXT,            -- what the proposer reads
    decided_by  UUID   REFERENCES persons (id),
    decided_at  BIGINT NOT NULL
);
CREATE INDEX review_decisions_proposal ON review_decisions (proposal_id, decided_at);

-- The riktlinje's grounds (KF 2023-12-07 § 91), each with the text the proposer gets.
CREATE TABLE refusal_reasons (
    code       TEXT    NOT NULL PRIMARY KEY,
    position   BIGINT  NOT NULL,
    kind       TEXT    NOT NULL, -- refuse, return
    hides      BOOLEAN NOT NULL, -- forces hiding of the text
    is_active  BOOLEAN NOT NULL,
    name_sv    TEXT    NOT NULL,
    name_en    TEXT    NOT NULL,
    text_sv    TEXT    NOT NULL,
    text_en    TEXT    NOT NULL
);
