-- Until when a case that staff took up counts as in work; afterwards it waits again, with no further word.
ALTER TABLE queue_place ADD COLUMN in_work_until timestamptz;

-- How many cases stand before a ticket.
DROP INDEX queue_place_waiting;
CREATE INDEX queue_place_open ON queue_place (lane, ticket) WHERE state IN ('WAITING', 'IN_WORK');
