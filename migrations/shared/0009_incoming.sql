-- While a proposal collects signatures its body may say that the matter is another's; gone when DoM has routed it.
CREATE TABLE routing_objections (
    proposal_id UUID   NOT NULL PRIMARY KEY REFERENCES proposals (id),
    body_id     UUID   NOT NULL REFERENCES bodies (id),
    said_at     BIGINT NOT NULL,
    note        TEXT   NOT NULL
);
