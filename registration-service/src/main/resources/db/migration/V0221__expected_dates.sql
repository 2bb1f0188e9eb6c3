-- What each lane got done lately and the working days to come, as queue-service told it last.
CREATE TABLE lane_pace (
    lane         text    PRIMARY KEY,
    measured_on  date    NOT NULL,
    working_days integer NOT NULL,
    cases        integer NOT NULL,
    -- Null in review.
    readers      bigint,
    enough       boolean NOT NULL,
    schedule     date[]  NOT NULL
);

-- How many people the case is about; null in review.
ALTER TABLE queue_place ADD COLUMN readers integer;
UPDATE queue_place p SET readers = a.accepted_readers
FROM application a WHERE a.id = p.application_id AND p.lane = 'ISSUANCE';
-- The date that its contact was told when it was late; cleared with the next round.
ALTER TABLE queue_place ADD COLUMN delayed_to date;

-- How many cases, and people in them, stand before a ticket.
DROP INDEX queue_place_open;
CREATE INDEX queue_place_open ON queue_place (lane, ticket) INCLUDE (readers) WHERE state IN ('WAITING', 'IN_WORK');
