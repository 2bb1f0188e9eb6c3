package tw.ecard.kit.inbox;

import tw.ecard.kit.event.ReceivedEvent;

/** What a service does with the events of one topic; every bean of this type gets a consumer of its own. */
public interface EventSubscription {

    /** The topic. */
    String topic();

    /**
     * Applies the event, in the running transaction; event types that do not concern the service are passed over. Any
     * exception rolls the effect back; after some tries the event becomes a dead letter.
     */
    void apply(ReceivedEvent event);
}
