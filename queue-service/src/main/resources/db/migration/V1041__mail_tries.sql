ALTER TABLE notification
    -- PENDING: a worker has it until then; after that the worker counts as dead.
    ADD COLUMN lease_until timestamptz,
    -- How often the mail server put off this mail; the pauses grow with it.
    ADD COLUMN deferrals integer NOT NULL DEFAULT 0;

-- There while no mail goes out for a reason that is none of a mail's own: the mail server or registration-service is
-- away. One mail at a time is then tried, and all others wait without being tried for nothing.
CREATE TABLE mail_outage (
    id            integer     PRIMARY KEY CHECK (id = 1),
    since         timestamptz NOT NULL,
    -- Tries that failed since then.
    failures      integer     NOT NULL CHECK (failures >= 1),
    next_probe_at timestamptz NOT NULL,
    reason        text        NOT NULL
);
