-- What the test application keeps: notes made over HTTP, and the events that were applied, in the order of their effect.
CREATE TABLE note (
    id   bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    text text NOT NULL
);
CREATE TABLE applied (
    place    bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    topic    text   NOT NULL,
    subject  text   NOT NULL,
    sequence bigint NOT NULL
);
