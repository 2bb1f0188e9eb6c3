-- What each lane got done lately, as it was told last. Whoever measures holds the row. Null until the first measurement.
CREATE TABLE lane_pace (
    lane         text    PRIMARY KEY REFERENCES lane,
    measured_on  date,
    working_days integer NOT NULL DEFAULT 0 CHECK (working_days BETWEEN 0 AND 20),
    cases        integer NOT NULL DEFAULT 0,
    readers      bigint  NOT NULL DEFAULT 0,
    -- The next working days after measured_on.
    schedule     date[]  NOT NULL DEFAULT '{}'
);
INSERT INTO lane_pace (lane) VALUES ('REVIEW'), ('ISSUANCE');
