// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.routing.ActiveRules;
import il.moked.routing.LineCounts;
import il.moked.routing.LineRecord;
import il.moked.routing.LineSums;
import il.moked.routing.ServiceCounts;
import il.moked.routing.TargetTime;
import il.moked.routing.TargetTimes;
import il.moked.routing.WorkItem;
import il.moked.routing.WorkItems;
import il.moked.shared.Remembered;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Writes down each wait and counts it, in the transaction in which it happened: the figures are never ahead of the lines nor
 * behind them. Whoever tells these events holds the work item's lock. An event that comes twice counts once; one that was
 * missed is made up for by the next, or by {@link CountFolding#reconcile}.
 */
@ApplicationScoped
public class Measuring {
    private final Remembered<Long, String> codes = new Remembered<>(ActiveRules.MEMORY);

    @Inject
    LineCounts counts;
    @Inject
    WorkItems workItems;
    @Inject
    ActiveRules rules;
    @Inject
    TargetTimes times;

    public void waiting(@Observes WorkWaiting event) {
        Optional<LineRecord> last = counts.latest(event.workItemId());
        counted(event.workItemId(), event.queueId());
        if (last.filter(LineRecord::waits).filter(record -> record.sameLine(event.queueId(), event.channel(), event.segment())).isPresent()) {
            // back in the line after an offer: still the same wait
            return;
        }
        last.filter(LineRecord::waits).ifPresent(record -> counts.ended(record, event.at(), record.moved(event.at())));
        last.filter(LineRecord::inWork).ifPresent(record -> counts.count(record, event.at(), record.finished(event.at())));
        enter(new LineRecord(event.workItemId(), event.interactionId(), event.queueId(), event.channel(), event.segment(), target(event.queueId(), event.target()), time(event.workItemId()), event.waitingSince(), event.at()));
    }

    public void served(@Observes WorkServed event) {
        counted(event.workItemId(), null);
        Optional<LineRecord> last = counts.latest(event.workItemId());
        if (last.filter(record -> alreadyEnded(record, event.waitingSince())).isPresent()) {
            // a colleague goes on with what was served already
            return;
        }
        LineRecord record = last.filter(LineRecord::waits).orElseGet(() -> enter(new LineRecord(event.workItemId(), event.interactionId(), event.queueId(), event.channel(), event.segment(), target(event.queueId(), event.target()), time(event.workItemId()),
                event.waitingSince(), event.at())));
        counts.ended(record, event.at(), gaveUpBefore(event) ? record.moved(event.at()) : record.served(event.agentId(), event.at(), times.of(record.calendarCode().orElse(null))));
    }

    /** Who hung up was counted as gone; that he is called back makes no second contact of him. */
    private boolean gaveUpBefore(WorkServed event) {
        return event.channel().dialled() && counts.recordsOf(event.workItemId()).stream().anyMatch(record -> record.gaveUp(event.waitingSince()));
    }

    /** He will be called at a moment he picked: until then he waits in no line. */
    void promised(@Observes CallbackPromised event) {
        counts.latest(event.workItemId()).filter(LineRecord::inWork).ifPresent(record -> counts.count(record, event.at(), record.finished(event.at())));
        if (event.from() != null) {
            moved(event.workItemId(), event.at());
        }
    }

    /** He was reached on another way: he did not give up. */
    void callbackEnded(@Observes CallbackEnded event) {
        moved(event.workItemId(), event.at());
    }

    void sentOn(@Observes WorkSentOn event) {
        moved(event.workItemId(), event.at());
    }

    private void moved(long workItemId, Instant at) {
        counted(workItemId, null);
        counts.latest(workItemId).filter(LineRecord::waits).ifPresent(record -> counts.ended(record, at, record.moved(at)));
    }

    public void abandoned(@Observes WorkAbandoned event) {
        counted(event.workItemId(), null);
        Optional<LineRecord> last = counts.latest(event.workItemId());
        if (last.filter(record -> alreadyEnded(record, event.waitingSince())).isPresent()) {
            return;
        }
        LineRecord record = last.filter(LineRecord::waits).orElseGet(() -> enter(new LineRecord(event.workItemId(), event.interactionId(), event.queueId(), event.channel(), event.segment(), target(event.queueId(), event.target()), time(event.workItemId()),
                event.waitingSince(), event.at())));
        counts.ended(record, event.at(), record.abandoned(event.at(), times.of(record.calendarCode().orElse(null)), shortIn(event.queueId())));
    }

    public void finished(@Observes WorkFinished event) {
        counts.latest(event.workItemId()).filter(LineRecord::inWork).ifPresent(record -> counts.count(record, event.at(), record.finished(event.at())));
    }

    private static boolean alreadyEnded(LineRecord record, Instant waitingSince) {
        return !record.waits() && record.waitingSince().equals(waitingSince);
    }

    /** The T of the queue's formula, if the rules name one, else what this customer was promised. */
    private Duration target(long queueId, Duration ofCustomer) {
        Duration within = rules.routing().formula(codeOf(queueId)).within();
        return within == null ? ofCustomer : within;
    }

    private Duration shortIn(long queueId) {
        Duration shortUpTo = rules.routing().formula(codeOf(queueId)).shortUpTo();
        return shortUpTo == null ? ServiceCounts.SHORT : shortUpTo;
    }

    private String codeOf(long queueId) {
        return codes.get(queueId, id -> workItems.queue(id).code());
    }

    /** The hours in which its target runs. */
    private TargetTime time(long workItemId) {
        return times.of(workItems.find(workItemId).flatMap(WorkItem::calendarCode).orElse(null));
    }

    /** Said at the item itself, in the same transaction: where the two differ, something was missed. */
    private void counted(long workItemId, Long queueId) {
        workItems.find(workItemId).ifPresent(item -> item.counted(queueId));
    }

    private LineRecord enter(LineRecord record) {
        counts.add(record);
        counts.count(record, record.enteredAt(), LineSums.OFFERED);
        return record;
    }

    /** Writes down of an item what was missed: that it waits, or that it waits no longer. The item is held. */
    void makeUpFor(WorkItem item, Instant now) {
        boolean waits = item.waitsIn(item.queueId());
        Optional<LineRecord> open = counts.latest(item.id()).filter(LineRecord::waits);
        open.filter(record -> !waits || record.queueId() != item.queueId()).ifPresent(record -> counts.ended(record, now, record.moved(now)));
        if (waits && open.filter(LineRecord::waits).isEmpty()) {
            enter(new LineRecord(item.id(), item.interactionId(), item.queueId(), item.channel(), item.segment(), target(item.queueId(), item.target()), times.of(item.calendarCode().orElse(null)), item.waitingSince(), now));
        }
        item.counted(waits ? item.queueId() : null);
    }
}
