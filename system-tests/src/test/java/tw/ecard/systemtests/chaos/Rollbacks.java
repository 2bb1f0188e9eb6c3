package tw.ecard.systemtests.chaos;

import tw.ecard.systemtests.stack.Database;

/** Has some transactions fail at the last moment, when they commit: with the ticket drawn, or the case claimed. */
record Rollbacks(Database registration, Database queue) {

    private static final String FUNCTION = """
            CREATE OR REPLACE FUNCTION chaos_rollback() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF random() < TG_ARGV[0]::float8 THEN
                    RAISE EXCEPTION 'chaos';
                END IF;
                RETURN NULL;
            END $$""";
    private static final String AFTER_A_DRAW = """
            CREATE CONSTRAINT TRIGGER chaos_rollback AFTER INSERT ON queue_place DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW EXECUTE FUNCTION chaos_rollback('0.15')""";
    private static final String AFTER_A_CLAIM = """
            CREATE CONSTRAINT TRIGGER chaos_rollback AFTER UPDATE ON ticket DEFERRABLE INITIALLY DEFERRED
                FOR EACH ROW WHEN (NEW.state = 'IN_WORK') EXECUTE FUNCTION chaos_rollback('0.1')""";
    private static final String NO_MORE = "DROP FUNCTION IF EXISTS chaos_rollback CASCADE";

    void begin() {
        end();
        registration.execute(FUNCTION);
        registration.execute(AFTER_A_DRAW);
        queue.execute(FUNCTION);
        queue.execute(AFTER_A_CLAIM);
    }

    void end() {
        registration.execute(NO_MORE);
        queue.execute(NO_MORE);
    }
}
