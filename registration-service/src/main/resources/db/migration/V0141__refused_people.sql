-- The rows of a returned roster whose person stands in another one or holds a card: all of them, since their codes
-- cannot be found again by reading the file.
CREATE TABLE roster_refused_person (
    roster_id uuid    NOT NULL,
    sheet_row integer NOT NULL,
    code      text    NOT NULL,
    PRIMARY KEY (roster_id, sheet_row)
);
