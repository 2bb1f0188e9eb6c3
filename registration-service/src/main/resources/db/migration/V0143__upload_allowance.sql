-- How many uploads an institution has left, as bucket4j keeps it.
CREATE TABLE upload_allowance (
    id         text   PRIMARY KEY,
    state      bytea,
    expires_at bigint
);
