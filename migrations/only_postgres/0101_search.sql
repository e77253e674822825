-- The analysed words of each proposal; the analyser lives in Rust, the engine only finds candidates.
CREATE TABLE search_words (
    proposal_id UUID NOT NULL PRIMARY KEY REFERENCES proposals (id),
    analyser    BIGINT NOT NULL,
    title       TEXT NOT NULL,
    rest        TEXT NOT NULL,
    words       TSVECTOR NOT NULL
);
CREATE INDEX search_words_gin ON search_words USING GIN (words);
