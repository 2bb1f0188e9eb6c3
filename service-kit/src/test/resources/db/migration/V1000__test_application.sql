-- What the test application keeps: notes made over HTTP, and the events that were applied, in the order of their effect.
CREATE TABLE note (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text NOT NULL
);
CREATE TABLE applied (
    place    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    text   NOT NULL,
    subject  text   NOT NULL,
    sequence bigint NOT NULL
);

-- A row makes the connection go away when its transaction commits.
CREATE TABLE connection_lost_at_commit (id bigint GENERATED ALWAYS AS IDENTITY);
CREATE FUNCTION lose_connection() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    PERFORM pg_terminate_backend(pg_backend_pid());
    PERFORM pg_sleep(10);
    RETURN NULL;
END $$;
CREATE CONSTRAINT TRIGGER lose_connection AFTER INSERT ON connection_lost_at_commit DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION lose_connection();
