-- What was published for a year (calendar_day) and what an administrator said about single days are kept apart, so that a
-- revision of the year leaves the latter in force, and taking one back shows what was published.
CREATE TABLE calendar_set_day (
    date   date        PRIMARY KEY,
    year   integer     NOT NULL REFERENCES calendar_year,
    worked boolean     NOT NULL,
    note   text,
    set_at timestamptz NOT NULL,
    set_by text        NOT NULL,
    CHECK (year = EXTRACT(YEAR FROM date))
);
INSERT INTO calendar_set_day (date, year, worked, note, set_at, set_by)
SELECT date, year, worked, note, set_at, set_by FROM calendar_day WHERE set_by IS NOT NULL;
-- What these days had been before is not known any more; the next revision of the year says it again.
DELETE FROM calendar_day WHERE set_by IS NOT NULL;
ALTER TABLE calendar_day DROP COLUMN set_at, DROP COLUMN set_by;
-- Null for years that came with the program.
ALTER TABLE calendar_year ADD COLUMN loaded_by text;
