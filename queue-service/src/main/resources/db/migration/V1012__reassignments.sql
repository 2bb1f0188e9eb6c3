-- Which case an administrator took from whom, and gave to whom; null: back to its place.
CREATE TABLE ticket_reassignment (
    id            bigint      GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    ticket_id     uuid        NOT NULL REFERENCES ticket,
    from_clerk    text        NOT NULL,
    to_clerk      text,
    reassigned_by text        NOT NULL,
    reassigned_at timestamptz NOT NULL
);
CREATE INDEX ticket_reassignment_ticket ON ticket_reassignment (ticket_id, id);
