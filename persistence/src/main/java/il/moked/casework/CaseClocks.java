// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.calendar.BusinessCalendar;
import il.moked.interaction.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The clocks of one case, and what makes them run (field-study d.1, rules 1 to 9). Whatever was due before something happens is
 * written before it, in the order in which it was due; it is told by {@link #told()}.
 */
public final class CaseClocks {
    private final ServiceCase of;
    private final Function<String, BusinessCalendar> calendars;
    private final List<SlaClock.Signal> told = new ArrayList<>();

    /** @param calendars by code */
    public CaseClocks(ServiceCase of, Function<String, BusinessCalendar> calendars) {
        this.of = of;
        this.calendars = calendars;
    }

    /** The customer turned to us: it all begins at receipt; afterwards his first message that nobody answered begins the wait for the next answer. */
    public void received(Instant at) {
        settle(at);
        if (last(SlaMetric.RESOLUTION).isEmpty() && last(SlaMetric.FIRST_RESPONSE).isEmpty()) {
            start(SlaMetric.FIRST_RESPONSE, at);
            start(SlaMetric.RESOLUTION, at);
        } else if (of.firstAnsweredAt().filter(answered -> !at.isBefore(answered)).isPresent() && going(SlaMetric.NEXT_RESPONSE).isEmpty()) {
            start(SlaMetric.NEXT_RESPONSE, at);
        }
        show();
    }

    /** A person of ours answered so that the customer saw or heard it. What was received later is not answered by it. */
    public void answered(Instant at) {
        settle(at);
        of.answered(at);
        answeredBy(SlaMetric.FIRST_RESPONSE, at);
        answeredBy(SlaMetric.NEXT_RESPONSE, at);
        show();
    }

    /** What was said before the case had clocks, oldest first. What a machine wrote answers nothing. */
    public void heard(List<Message> messages) {
        for (Message message : messages) {
            if (message.direction() == Message.Direction.INBOUND) {
                received(message.at());
            } else if (!message.automatic()) {
                answered(message.at());
            }
        }
    }

    private void answeredBy(SlaMetric metric, Instant at) {
        going(metric).filter(clock -> !at.isBefore(clock.startedAt())).ifPresent(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.FULFIL, at), calendars));
    }

    /** Nothing of the customer is unanswered any more, though nobody answered: his message belongs to another case. */
    public void nothingUnanswered(Instant now) {
        settle(now);
        going(SlaMetric.NEXT_RESPONSE).ifPresent(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.STOP, now), calendars));
        show();
    }

    /** The case came into another state. */
    void changed(ServiceCase.State before, ServiceCase.State now, boolean solved, Instant at) {
        settle(at);
        Optional<SlaClock> resolution = going(SlaMetric.RESOLUTION);
        if (now.pauses()) {
            resolution.filter(clock -> clock.status() == SlaState.Status.RUNNING).ifPresent(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.PAUSE, at), calendars));
        } else if (before.pauses() && now.live()) {
            resolution.ifPresent(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.RESUME, at), calendars));
        }
        if (!now.live()) {
            resolution.ifPresent(clock -> clock.write(SlaEvent.of(solved ? SlaEvent.Kind.FULFIL : SlaEvent.Kind.STOP, at), calendars));
        }
        if (now == ServiceCase.State.REOPENED) {
            start(SlaMetric.RESOLUTION, at);
        }
        if (now == ServiceCase.State.CLOSED) {
            running().forEach(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.STOP, at), calendars));
        }
        show();
    }

    /** Other times hold from now on; what was counted stays counted. What was not measured before is measured from its next run. */
    public void policy(SlaTerms terms, Instant at) {
        settle(at);
        of.measuredBy(terms);
        running().forEach(clock -> terms.target(clock.metric()).filter(target -> !target.time().equals(clock.target()) || !target.calendar().equals(clock.calendar()))
                .ifPresent(target -> clock.write(SlaEvent.policyChange(at, target), calendars)));
        settle(at);
    }

    /** A calendar was changed: what goes on is counted again by it. */
    public void countAgain(Instant now) {
        running().forEach(clock -> clock.countAgain(calendars));
        settle(now);
    }

    /**
     * Another case is merged into this one: the earliest start wins, what was met stays met. The other's clocks stop.
     *
     * @param merge id, by which all of it can be undone
     */
    public void takeOver(CaseClocks other, long merge, Instant now) {
        settle(now);
        other.settle(now);
        for (SlaMetric metric : SlaMetric.values()) {
            other.last(metric).ifPresent(theirs -> take(theirs, merge, now));
        }
        other.of.firstAnsweredAt().ifPresent(of::answered);
        other.running().forEach(clock -> clock.write(SlaEvent.of(SlaEvent.Kind.STOP, now).by(merge), calendars));
        other.show();
        settle(now);
    }

    private void take(SlaClock theirs, long merge, Instant now) {
        SlaClock ours = going(theirs.metric()).orElse(null);
        if (ours == null) {
            if (!theirs.ended() && theirs.metric() == SlaMetric.NEXT_RESPONSE && of.state().live()) {
                of.terms().target(theirs.metric()).ifPresent(target -> of.add(new SlaClock(of, theirs.metric(), runs(theirs.metric()) + 1, SlaEvent.activate(theirs.startedAt(), target).by(merge), calendars)));
            }
            return;
        }
        boolean theirsMet = theirs.metric() == SlaMetric.FIRST_RESPONSE && theirs.status() == SlaState.Status.FULFILLED;
        if (theirs.startedAt().isBefore(ours.startedAt()) && (!theirs.ended() || theirsMet)) {
            Instant until = theirs.endedAt().filter(ended -> ended.isBefore(ours.startedAt())).orElse(ours.startedAt());
            SlaState state = theirs.state(calendars);
            Duration carried = theirs.ended() ? state.calendar().between(theirs.startedAt(), until) : state.countedAt(until);
            ours.write(SlaEvent.earlier(theirs.startedAt(), carried).by(merge), calendars);
        }
        if (theirsMet) {
            ours.write(SlaEvent.of(SlaEvent.Kind.FULFIL, theirs.endedAt().orElse(now)).by(merge), calendars);
        }
    }

    /** The merging was a mistake: all clocks go on as if it had never been. */
    public void undo(long merge, Instant now) {
        of.clocks().stream().filter(clock -> clock.log().stream().anyMatch(event -> event.mergeId().filter(id -> id == merge).isPresent())).forEach(clock -> clock.write(SlaEvent.unmerge(now, merge), calendars));
        settle(now);
    }

    /** Writes what is due by now. */
    public void settle(Instant now) {
        running().stream().flatMap(clock -> clock.settle(now, calendars).stream()).sorted(Comparator.comparing(SlaClock.Signal::at)).forEach(told::add);
        show();
    }

    /** What was due meanwhile, for others to hear: in the order in which it was. */
    public List<SlaClock.Signal> told() {
        return List.copyOf(told);
    }

    private void show() {
        of.showClocks();
    }

    private void start(SlaMetric metric, Instant at) {
        of.terms().target(metric).ifPresent(target -> of.add(new SlaClock(of, metric, runs(metric) + 1, SlaEvent.activate(at, target), calendars)));
    }

    private int runs(SlaMetric metric) {
        return (int) of.clocks().stream().filter(clock -> clock.metric() == metric).count();
    }

    private Optional<SlaClock> last(SlaMetric metric) {
        return of.clocks().stream().filter(clock -> clock.metric() == metric && clock.status() != SlaState.Status.VOID).max(Comparator.comparingInt(SlaClock::run));
    }

    private Optional<SlaClock> going(SlaMetric metric) {
        return last(metric).filter(clock -> !clock.ended());
    }

    private List<SlaClock> running() {
        return of.clocks().stream().filter(clock -> !clock.ended()).toList();
    }
}
