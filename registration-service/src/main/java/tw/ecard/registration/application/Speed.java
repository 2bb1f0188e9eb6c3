package tw.ecard.registration.application;

/** 速別 of the official document: 普通件, 速件, 最速件. Changes due dates, never the order. */
public enum Speed {
    NORMAL,
    URGENT,
    MOST_URGENT
}
