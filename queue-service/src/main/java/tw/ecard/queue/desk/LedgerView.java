package tw.ecard.queue.desk;

import java.time.OffsetDateTime;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import tw.ecard.kit.time.Taipei;
import tw.ecard.queue.clock.ClockEvent;
import tw.ecard.queue.clock.ClockLedger;
import tw.ecard.queue.clock.ClockReading;
import tw.ecard.queue.clock.ServicePromise;
import tw.ecard.queue.desk.TicketView.ClockView;

/** The ledger of a case's clock, and what it adds up to. */
@Schema(name = "ClockLedger", description = "時限紀錄：收件日不計，補正期間不計")
record LedgerView(List<Entry> entries, Promise promise, ClockView clock) {

    @Schema(name = "ClockEntry")
    record Entry(ClockEvent event, OffsetDateTime at) {}

    @Schema(name = "ServicePromise", description = "承諾：目標與期限各為收件後第幾個工作天")
    record Promise(int targetDays, int dueDays) {}

    static LedgerView of(ClockLedger ledger, ServicePromise promise, ClockReading reading) {
        return new LedgerView(
                ledger.entries().stream()
                        .map(entry -> new Entry(entry.event(), Taipei.at(entry.at())))
                        .toList(),
                new Promise(promise.targetDays(), promise.dueDays()),
                ClockView.of(reading));
    }
}
