-- The pseudonym is unique per proposal, so a dump links nobody across proposals; the seal opens one proposal at a time.
CREATE TABLE signatures (
    proposal_id UUID   NOT NULL,
    pseudonym   BYTEA  NOT NULL,
    sealed      BYTEA  NOT NULL,
    level       TEXT   NOT NULL, -- email, eid
    residence   TEXT   NOT NULL, -- copied from the person at signing
    signed_at   BIGINT NOT NULL,
    signed_on   TEXT   NOT NULL,
    PRIMARY KEY (proposal_id, pseudonym)
);
CREATE INDEX signatures_time ON signatures (proposal_id, signed_at);

CREATE TABLE follows (
    proposal_id UUID   NOT NULL REFERENCES proposals (id),
    pseudonym   BYTEA  NOT NULL,
    sealed      BYTEA  NOT NULL,
    followed_at BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, pseudonym)
);

-- Tallies: changed in the signatures' transaction, once per batch; recountable from the rows.
CREATE TABLE signature_tallies (
    proposal_id UUID   NOT NULL REFERENCES proposals (id),
    signed_on   TEXT   NOT NULL,
    residence   TEXT   NOT NULL,
    level       TEXT   NOT NULL,
    count       BIGINT NOT NULL,
    PRIMARY KEY (proposal_id, signed_on, residence, level)
);
CREATE INDEX signature_tallies_day ON signature_tallies (signed_on);
