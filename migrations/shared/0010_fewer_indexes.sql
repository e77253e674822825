-- Indexes that every signature had to keep and hardly any question needs. Lists are sorted in the catalogue; closing
-- counts one proposal's signatures once, by their primary key; the newest page versions are looked for once a second,
-- in a narrow table with a row for each proposal. Without them PostgreSQL changes a count or a version in place.
DROP INDEX signatures_time;
DROP INDEX proposal_counts_total;
DROP INDEX page_versions_newest;
