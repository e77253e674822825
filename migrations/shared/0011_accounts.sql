-- Two accounts that one person has proved to be hers, until she says that they are to be one.
CREATE TABLE joinings (
    id           UUID   NOT NULL PRIMARY KEY,
    session_hash BYTEA  NOT NULL, -- of the session in which she proved it
    into_id      UUID   NOT NULL REFERENCES persons (id), -- whose account stays
    from_id      UUID   NOT NULL REFERENCES persons (id), -- whose account ends
    level        TEXT   NOT NULL, -- how she proved the other: email, eid
    address      BYTEA,           -- the address she confirmed, sealed
    ends_at      BIGINT NOT NULL
);
CREATE INDEX joinings_end ON joinings (ends_at);
CREATE INDEX joinings_into ON joinings (into_id);
CREATE INDEX joinings_from ON joinings (from_id);

-- News a person does without.
CREATE TABLE declined_mails (
    person_id UUID NOT NULL REFERENCES persons (id),
    topic     TEXT NOT NULL, -- MailTopic
    PRIMARY KEY (person_id, topic)
);
