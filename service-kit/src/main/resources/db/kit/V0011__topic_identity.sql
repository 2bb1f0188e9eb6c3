-- Which topic, by the broker's own id, the events were sent to. A topic made anew is another one, and empty.
CREATE TABLE outbox_topic (
    topic    text        PRIMARY KEY,
    identity text        NOT NULL,
    noted_at timestamptz NOT NULL
);
