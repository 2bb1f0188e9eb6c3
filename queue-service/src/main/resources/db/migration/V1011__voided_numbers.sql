-- A number behind which no live case stands: closed, so that its lane goes on. Nothing of its case has come.
ALTER TABLE ticket
    ALTER COLUMN application_id DROP NOT NULL,
    ALTER COLUMN receipt_number DROP NOT NULL,
    ALTER COLUMN institution_code DROP NOT NULL,
    ALTER COLUMN institution_name DROP NOT NULL,
    ADD CONSTRAINT ticket_case_known CHECK (outcome IS NOT DISTINCT FROM 'VOIDED' OR (
        application_id IS NOT NULL AND receipt_number IS NOT NULL
        AND institution_code IS NOT NULL AND institution_name IS NOT NULL)),
    -- lane = 'REVIEW' OR (roster_id IS NOT NULL AND readers IS NOT NULL)
    DROP CONSTRAINT ticket_check3,
    ADD CONSTRAINT ticket_roster_known CHECK (
        lane = 'REVIEW' OR outcome IS NOT DISTINCT FROM 'VOIDED'
        OR (roster_id IS NOT NULL AND readers IS NOT NULL));

-- Who voided a number, when and why.
CREATE TABLE ticket_void (
    ticket_id   uuid        PRIMARY KEY REFERENCES ticket,
    reason_code text        NOT NULL CHECK (reason_code IN ('CASE_OVER', 'NO_APPLICATION')),
    -- What the administrator wrote; never leaves by event or mail.
    reason      text        NOT NULL,
    voided_by   text        NOT NULL,
    voided_at   timestamptz NOT NULL
);
