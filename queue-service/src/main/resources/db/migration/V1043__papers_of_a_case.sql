-- The papers of a case, as the last event about it told them; none when it told none.
CREATE TABLE ticket_paper (
    ticket_id uuid NOT NULL REFERENCES ticket,
    kind      text NOT NULL CHECK (kind IN ('OFFICIAL_DOCUMENT', 'APPLICATION_FORM', 'CONSENT_DECLARATION')),
    sha256    text NOT NULL CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    PRIMARY KEY (ticket_id, kind)
);

-- The very paper that was looked at; null when no event told it, and the check then belongs to its round.
ALTER TABLE paper_check ADD COLUMN paper_sha256 text;
