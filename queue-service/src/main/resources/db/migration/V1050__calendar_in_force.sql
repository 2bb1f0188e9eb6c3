-- Which calendar is in force, by a mark that is never used a second time, not even after a rollback or a restore: a replica
-- that has read the calendar of this mark need not read it again.
CREATE TABLE calendar_in_force (
    id   integer PRIMARY KEY CHECK (id = 1),
    mark uuid    NOT NULL
);
INSERT INTO calendar_in_force VALUES (1, gen_random_uuid());

CREATE FUNCTION calendar_is_another() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE calendar_in_force SET mark = gen_random_uuid();
    RETURN NULL;
END $$;

CREATE TRIGGER calendar_is_another AFTER INSERT OR UPDATE OR DELETE ON calendar_year
    FOR EACH ROW EXECUTE FUNCTION calendar_is_another();
CREATE TRIGGER calendar_is_another AFTER INSERT OR UPDATE OR DELETE ON calendar_day
    FOR EACH ROW EXECUTE FUNCTION calendar_is_another();
CREATE TRIGGER calendar_is_another AFTER INSERT OR UPDATE OR DELETE ON calendar_set_day
    FOR EACH ROW EXECUTE FUNCTION calendar_is_another();

-- Keeps the calendar as it is until the transaction ends, and says which it is. Two statements in one trip: one alone would
-- see what was committed before it began to wait for the lock.
CREATE FUNCTION calendar_kept_still() RETURNS uuid LANGUAGE plpgsql VOLATILE AS $$
BEGIN
    PERFORM pg_advisory_xact_lock_shared(hashtext('office calendar'));
    RETURN (SELECT mark FROM calendar_in_force);
END $$;
