ALTER TABLE notification
    -- 0 for the mail itself; staff had it sent once more as 1, 2 …, each a mail of its own.
    ADD COLUMN copy integer NOT NULL DEFAULT 0 CHECK (copy >= 0),
    -- When staff had it tried again, and who; it is given up so long after this.
    ADD COLUMN resent_at timestamptz,
    ADD COLUMN resent_by text,
    DROP CONSTRAINT notification_once,
    ADD CONSTRAINT notification_once
        UNIQUE NULLS NOT DISTINCT (application_id, round, kind, roster_id, contact_version, copy);
