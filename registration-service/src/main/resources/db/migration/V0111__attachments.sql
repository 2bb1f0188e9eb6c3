-- 附件: one of each kind an application.
CREATE TABLE attachment (
    id             uuid        PRIMARY KEY,
    application_id uuid        NOT NULL REFERENCES application (id),
    kind           text        NOT NULL,
    file_id        uuid        NOT NULL REFERENCES stored_file (id),
    file_name      text        NOT NULL,
    format         text        NOT NULL,
    size           bigint      NOT NULL,
    sha256         text        NOT NULL,
    received_at    timestamptz NOT NULL,
    UNIQUE (application_id, kind)
);
