-- Years whose office calendar is loaded. A year that is not here is unknown.
CREATE TABLE calendar_year (
    year      integer     PRIMARY KEY,
    loaded_at timestamptz NOT NULL
);

-- Days about which the calendar says something of its own; all others follow "Monday to Friday are worked".
CREATE TABLE calendar_day (
    date   date        PRIMARY KEY,
    year   integer     NOT NULL REFERENCES calendar_year,
    worked boolean     NOT NULL,
    note   text,
    set_at timestamptz NOT NULL,
    -- Null for days that came with the program.
    set_by text,
    CHECK (year = EXTRACT(YEAR FROM date))
);
