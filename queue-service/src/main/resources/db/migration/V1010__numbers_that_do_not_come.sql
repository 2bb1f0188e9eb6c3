-- Since when the lane waits for the number after admitted_up_to, which is known to be drawn. Null while none is missing.
ALTER TABLE lane ADD COLUMN stalled_since timestamptz;

-- From when on the missing numbers of a lane may be fetched again; whoever moves it ahead fetches them.
CREATE TABLE lane_watch (
    lane         text        PRIMARY KEY REFERENCES lane,
    next_turn_at timestamptz NOT NULL
);
INSERT INTO lane_watch (lane, next_turn_at) SELECT lane, '-infinity' FROM lane;
