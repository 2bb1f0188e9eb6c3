-- Which key the people below were hashed with, as a fingerprint: one row, written by the very first start.
CREATE TABLE person_key (
    fingerprint text    NOT NULL,
    one         boolean PRIMARY KEY DEFAULT true CHECK (one)
);

-- Who stands in an accepted roster or holds a card, by keyed hash of the national ID: the primary key decides who gets a
-- person. The type uuid is used for its 16 bytes. A person of a roster is held while its application runs and a holder
-- once that is completed; somebody imported is a holder. They come by COPY, a million in a transaction: no foreign keys.
CREATE TABLE known_person (
    person    uuid    PRIMARY KEY,
    roster_id uuid,
    import_id uuid,
    sheet_row integer,
    CHECK (roster_id IS NOT NULL OR import_id IS NOT NULL),
    CHECK ((roster_id IS NULL) = (sheet_row IS NULL))
);
-- The people of a roster, to release them.
CREATE INDEX known_person_roster ON known_person (roster_id) WHERE roster_id IS NOT NULL;
