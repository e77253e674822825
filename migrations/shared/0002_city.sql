CREATE TABLE bodies (
    id             UUID   NOT NULL PRIMARY KEY,
    slug           TEXT   NOT NULL UNIQUE,
    name           TEXT   NOT NULL UNIQUE,
    sort_key       BYTEA  NOT NULL,
    kind           TEXT   NOT NULL, -- kommunstyrelse, namnd, bolag
    administration TEXT,
    diary_prefix   TEXT,
    responsibility TEXT,
    source         TEXT   NOT NULL
);

-- Names in old data, with today's body where there is one.
CREATE TABLE body_former_names (
    name    TEXT NOT NULL PRIMARY KEY,
    body_id UUID REFERENCES bodies (id)
);

-- A first guess for routing, never the decision.
CREATE TABLE topic_bodies (
    topic     TEXT   NOT NULL,
    body_id   UUID   NOT NULL REFERENCES bodies (id),
    proposals BIGINT NOT NULL,
    PRIMARY KEY (topic, body_id)
);

CREATE TABLE areas (
    code          TEXT   NOT NULL PRIMARY KEY,
    level         TEXT   NOT NULL, -- kommun, stadsomrade, mellanomrade, primaromrade, ospecificerat
    name          TEXT   NOT NULL,
    sort_key      BYTEA  NOT NULL,
    parent        TEXT   REFERENCES areas (code),
    population    BIGINT,
    pop_0_18      BIGINT,
    pop_19_65     BIGINT,
    pop_66plus    BIGINT,
    population_on TEXT,
    shape         TEXT   -- GeoJSON geometry
);
CREATE INDEX areas_level ON areas (level, sort_key);
