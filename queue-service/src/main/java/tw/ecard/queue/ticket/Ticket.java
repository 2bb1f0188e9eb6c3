package tw.ecard.queue.ticket;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.hibernate.annotations.Fetch;
import org.hibernate.annotations.FetchMode;
import org.hibernate.annotations.OptimisticLock;
import tw.ecard.queue.clock.ClockEvent;
import tw.ecard.queue.clock.ClockLedger;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.clock.ServicePromise;
import tw.ecard.queue.lane.Lane;
import tw.ecard.queue.lane.Speed;
import tw.ecard.queue.refusal.QueueRefusal;

/**
 * A case in a lane. Its number never changes: whatever happens to the case, it stands where its number puts it.
 *
 * <p>A claim is a lease. After its end the case waits again in its own place, whether or not anybody takes it.
 */
@Entity
@Table(name = "ticket")
public class Ticket {

    @Id
    private UUID id;

    @Version
    private long revision;

    @Enumerated(EnumType.STRING)
    private Lane lane;

    private long number;

    @Enumerated(EnumType.STRING)
    private TicketState state;

    @Enumerated(EnumType.STRING)
    private Outcome outcome;

    private int round;

    // Null when nothing at all is known of it.
    @Embedded
    private Application application;

    @Enumerated(EnumType.STRING)
    private Speed speed;

    private Instant arrivedAt;
    private UUID rosterId;
    private Integer readers;

    // Null while nobody has the case.
    @Embedded
    private Lease lease;

    // What the calendar makes of the case is no change to the case: a claimant's revision stays good.
    @OptimisticLock(excluded = true)
    private LocalDate dueSoonOn;

    @OptimisticLock(excluded = true)
    private LocalDate dueOn;

    // Lazily: a claim holds the gate of the lane, and needs no clock. By batches of ids: a sub-select would not know
    // the limit of a list, and read the clocks of all finished cases.
    @ElementCollection(fetch = FetchType.LAZY)
    @Fetch(FetchMode.SELECT)
    @BatchSize(size = 200)
    @CollectionTable(name = "clock_entry", joinColumns = @JoinColumn(name = "ticket_id"))
    @OrderColumn(name = "position")
    private List<ClockLine> clock = new ArrayList<>();

    protected Ticket() {
        // For Hibernate.
    }

    /** The case as it came in; not in the lane yet. Its clock starts with the arrival, not with the admission. */
    public static Ticket of(Arrival arrival) {
        Ticket ticket = new Ticket();
        ticket.id = UUID.randomUUID();
        ticket.lane = arrival.lane();
        ticket.number = arrival.number();
        ticket.state = TicketState.ARRIVED;
        ticket.round = arrival.round();
        ticket.application = arrival.application();
        ticket.speed = arrival.speed();
        ticket.arrivedAt = arrival.arrivedAt();
        ticket.roster(arrival.roster());
        ClockLedger.startedAt(arrival.arrivedAt()).entries().forEach(entry -> ticket.clock.add(ClockLine.of(entry)));
        return ticket;
    }

    /**
     * A number whose case never came and never will: over from the beginning. Of the case nothing is known but, where
     * one drew the number, the application.
     */
    public static Ticket voided(Lane lane, long number, UUID applicationId, Instant at) {
        Ticket ticket = new Ticket();
        ticket.id = UUID.randomUUID();
        ticket.lane = lane;
        ticket.number = number;
        ticket.round = 1;
        ticket.application = Application.unknown(applicationId);
        ticket.speed = Speed.NORMAL;
        ticket.arrivedAt = at;
        ClockLedger.startedAt(at).entries().forEach(entry -> ticket.clock.add(ClockLine.of(entry)));
        ticket.finish(Outcome.VOIDED, at);
        return ticket;
    }

    /** Every number before it is admitted: the case stands in the lane. */
    public void admit() {
        if (state != TicketState.ARRIVED) {
            throw new IllegalStateException("only what has arrived can be admitted, not what is " + state);
        }
        state = TicketState.WAITING;
    }

    /** Whether it can be claimed: it waits, or whoever had it has let the lease run out. */
    public boolean isClaimable(Instant now) {
        return stateAt(now) == TicketState.WAITING;
    }

    /** Gives the case to the clerk until then. */
    public void claim(String clerk, Instant until, Instant now) {
        if (!isClaimable(now)) {
            throw new IllegalStateException("case cannot be claimed while it is " + state);
        }
        state = TicketState.IN_WORK;
        lease = new Lease(clerk, until);
    }

    /** Refuses unless this clerk has the case now. */
    public void requireHeldBy(String clerk, Instant now) {
        requireClaimed();
        lease.requireHeldBy(clerk, now);
    }

    /** Refuses unless somebody claimed it, be the lease over or not. */
    public void requireClaimed() {
        if (state != TicketState.IN_WORK) {
            throw new QueueRefusal.NotInWork(state);
        }
    }

    /** Gives the claimed case to another clerk, until then. */
    public void give(String clerk, Instant until) {
        requireClaimed();
        lease = new Lease(clerk, until);
    }

    /** Refuses unless it stands in this lane. */
    public void requireLane(Lane wanted) {
        if (lane != wanted) {
            throw new QueueRefusal.WrongLane(lane);
        }
    }

    /** Prolongs the lease. */
    public void renew(Instant until) {
        lease = new Lease(lease.clerk(), until);
    }

    /** Puts the case back in its place. */
    public void release() {
        leaveClerk(TicketState.WAITING);
    }

    /** Ends the case with a decision, or by withdrawal. */
    public void finish(Outcome how, Instant at) {
        leaveClerk(TicketState.DONE);
        outcome = how;
        record(ClockEvent.STOPPED, at);
    }

    /** Gives the case back to the applicant; the clock pauses. */
    public void returnToApplicant(Instant at) {
        leaveClerk(TicketState.RETURNED);
        record(ClockEvent.PAUSED, at);
    }

    /** Everything that a return required is there: the case waits in its own place, the clock continues. */
    public void corrected(int newRound, AcceptedRoster roster, Instant at) {
        if (state != TicketState.RETURNED) {
            throw new IllegalStateException("only what was returned can be corrected, not what is " + state);
        }
        if (newRound <= round) {
            throw new IllegalStateException("a correction raises the round " + round + ", not to " + newRound);
        }
        state = TicketState.WAITING;
        round = newRound;
        if (lane == Lane.ISSUANCE) {
            roster(roster);
        }
        record(ClockEvent.RESUMED, at);
    }

    private void leaveClerk(TicketState next) {
        state = next;
        lease = null;
    }

    private void record(ClockEvent event, Instant at) {
        clock.add(ClockLine.of(ledger().with(event, at).last()));
    }

    private void roster(AcceptedRoster roster) {
        if (roster != null) {
            rosterId = roster.id();
            readers = roster.readers();
        }
    }

    /** Keeps what the calendar makes of the case; only to find it by. */
    void index(ClockReading reading) {
        dueSoonOn = reading.dueSoonOn();
        dueOn = reading.dueOn();
    }

    public ClockLedger ledger() {
        return ClockLedger.of(clock.stream().map(ClockLine::entry).toList());
    }

    public ServicePromise promise() {
        return ServicePromise.of(lane, speed);
    }

    /** Where it stands now: a case whose lease has run out waits again. */
    public TicketState stateAt(Instant now) {
        return state == TicketState.IN_WORK && lease.isOver(now) ? TicketState.WAITING : state;
    }

    public UUID id() {
        return id;
    }

    /** Raised by every change of the case. */
    public long revision() {
        return revision;
    }

    public Lane lane() {
        return lane;
    }

    public long number() {
        return number;
    }

    public TicketState state() {
        return state;
    }

    /** How it ended; null while it is open. */
    public Outcome outcome() {
        return outcome;
    }

    public int round() {
        return round;
    }

    /** What stands behind it; its parts are null where nothing is known of them, as behind a voided number. */
    public Application application() {
        return application == null ? Application.unknown(null) : application;
    }

    public Speed speed() {
        return speed;
    }

    public Instant arrivedAt() {
        return arrivedAt;
    }

    /** The roster in force; null in review. */
    public UUID rosterId() {
        return rosterId;
    }

    /** How many people the roster in force lists; null in review. */
    public Integer readers() {
        return readers;
    }

    /** Who has it, or had it when the lease ran out; null otherwise. */
    public Lease lease() {
        return lease;
    }

    LocalDate dueSoonOn() {
        return dueSoonOn;
    }

    LocalDate dueOn() {
        return dueOn;
    }
}
