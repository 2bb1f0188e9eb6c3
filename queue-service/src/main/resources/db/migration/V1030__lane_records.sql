-- What the institution is; null for cases that came in before this was kept.
ALTER TABLE ticket ADD COLUMN institution_kind text CHECK (institution_kind IN ('SCHOOL', 'AGENCY'));

-- A line for each thing that is counted of a case: facts alone. What they add up to, in working days, is computed when it
-- is asked, so a calendar that is revised later changes every answer.
CREATE TABLE lane_record (
    ticket_id        uuid    NOT NULL REFERENCES ticket,
    round            integer NOT NULL,
    what             text    NOT NULL CHECK (what IN
        ('ARRIVED', 'RETURNED', 'APPROVED', 'REJECTED', 'ISSUED', 'WITHDRAWN')),
    lane             text    NOT NULL REFERENCES lane,
    -- In Taipei.
    day              date    NOT NULL,
    institution_kind text,
    speed            text    NOT NULL,
    readers          integer,
    -- Of a decision: the days between which the clock ran, in pairs; the first of each does not count, the second does.
    ran              date[],
    -- Issued after the applicant had withdrawn: nobody got the cards.
    void             boolean NOT NULL DEFAULT false,
    PRIMARY KEY (ticket_id, what, round),
    CHECK ((ran IS NOT NULL) = (what IN ('APPROVED', 'REJECTED', 'ISSUED')))
);
-- What a lane got done in some days: its pace, and the statistics.
CREATE INDEX lane_record_day ON lane_record (lane, day);

INSERT INTO lane_record (ticket_id, round, what, lane, day, speed, readers)
SELECT id, 1, 'ARRIVED', lane, (arrived_at AT TIME ZONE 'Asia/Taipei')::date, speed, readers FROM ticket;

INSERT INTO lane_record (ticket_id, round, what, lane, day, speed, readers)
SELECT t.id, r.round, 'RETURNED', t.lane, (r.returned_at AT TIME ZONE 'Asia/Taipei')::date, t.speed, t.readers
FROM case_return r JOIN ticket t ON t.id = r.ticket_id;

INSERT INTO lane_record (ticket_id, round, what, lane, day, speed, readers, ran)
SELECT t.id, t.round, t.outcome, t.lane, max(e.day), t.speed, t.readers,
    CASE WHEN t.outcome <> 'WITHDRAWN' THEN array_agg(e.day ORDER BY e.position) END
FROM ticket t JOIN (
    SELECT ticket_id, position, (at AT TIME ZONE 'Asia/Taipei')::date AS day FROM clock_entry
) e ON e.ticket_id = t.id
WHERE t.outcome IN ('APPROVED', 'REJECTED', 'ISSUED', 'WITHDRAWN')
GROUP BY t.id;
