package tw.ecard.queue.lane;

/** 速別: how urgent the official document is. It changes due dates, never the order. */
public enum Speed {
    /** 普通件 */
    NORMAL,
    /** 速件 */
    URGENT,
    /** 最速件 */
    MOST_URGENT
}
