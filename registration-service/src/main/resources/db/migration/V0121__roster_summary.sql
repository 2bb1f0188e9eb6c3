-- How often each code stands in each column of a checked roster, over all of its rows, in the order they are shown.
CREATE TABLE roster_summary (
    roster_id   uuid      NOT NULL REFERENCES roster (id),
    position    integer   NOT NULL,
    code        text      NOT NULL,
    -- Null for unknown columns beyond the number that is told apart.
    column_name text,
    findings    bigint    NOT NULL,
    first_rows  integer[] NOT NULL,
    PRIMARY KEY (roster_id, position)
);
