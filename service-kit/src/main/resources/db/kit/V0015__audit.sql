-- Who did what to people's data, or moved dates for everybody. Rows are added and never changed: each row's hash covers
-- the hash before it, so that one changed or taken out breaks every later one.
CREATE TABLE audit_entry (
    -- Without gaps, in the order of commits.
    number       bigint      PRIMARY KEY,
    at           timestamptz NOT NULL,
    action       text        NOT NULL,
    subject_kind text        NOT NULL,
    subject_id   text        NOT NULL,
    actor        text        NOT NULL,
    role         text        NOT NULL,
    purpose      text,
    -- JSON as it was hashed, hence no jsonb, which would write it anew.
    detail       text        NOT NULL,
    hash         bytea       NOT NULL CHECK (length(hash) = 32)
);
-- The filters of the list, each in the list's order.
CREATE INDEX audit_entry_action ON audit_entry (action, number);
CREATE INDEX audit_entry_subject ON audit_entry (subject_id, number);
CREATE INDEX audit_entry_actor ON audit_entry (actor, number);
CREATE INDEX audit_entry_at ON audit_entry (at);

-- The last entry. Whoever adds one holds this row until the commit, so that the chain has one order.
CREATE TABLE audit_head (
    id     integer PRIMARY KEY CHECK (id = 1),
    number bigint  NOT NULL,
    hash   bytea   NOT NULL CHECK (length(hash) = 32)
);
INSERT INTO audit_head (id, number, hash) VALUES (1, 0, decode(repeat('00', 32), 'hex'));

-- Against accidents; against intent there is the chain.
CREATE FUNCTION audit_entry_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    RAISE EXCEPTION 'audit entries are never changed or removed';
END
$$;
CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
    FOR EACH STATEMENT EXECUTE FUNCTION audit_entry_is_append_only();
