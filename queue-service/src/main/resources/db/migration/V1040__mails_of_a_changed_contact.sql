ALTER TABLE notification
    -- A mail about a change of contact: the version that was named.
    ADD COLUMN contact_version integer CHECK (contact_version >= 1),
    DROP CONSTRAINT notification_kind_check,
    ADD CONSTRAINT notification_kind_check CHECK (kind IN
        ('RECEIVED', 'APPROVED', 'REJECTED', 'ROSTER_RETURNED', 'QUEUED', 'RETURNED', 'COMPLETED', 'DELAYED',
         'CONTACT_CHANGED_FORMER', 'CONTACT_CHANGED_PRESENT')),
    DROP CONSTRAINT notification_application_id_round_kind_roster_id_key,
    ADD CONSTRAINT notification_once
        UNIQUE NULLS NOT DISTINCT (application_id, round, kind, roster_id, contact_version);
