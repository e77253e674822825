-- The analysed words of each proposal; the analyser lives in Rust, the engine only finds candidates.
CREATE TABLE search_words (
    proposal_id BLOB NOT NULL PRIMARY KEY REFERENCES proposals (id),
    analyser    BIGINT NOT NULL,
    title       TEXT NOT NULL,
    rest        TEXT NOT NULL,
    row_number  INTEGER NOT NULL UNIQUE
);
CREATE VIRTUAL TABLE search_index USING fts5 (
    words, content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0'
);
