// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.demo.ejb.DemoExchange;
import il.moked.demo.ejb.DemoExchange.ServiceNumber;
import il.moked.interaction.TelephonyCommand.Kind;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CommandDelivery.Asked;
import il.moked.interaction.ejb.Exchanging.Result;
import il.moked.lab.portal.Handset.Key;
import il.moked.lab.portal.Handset.Picture;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.PortalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;

/**
 * The exchange of the demo's service number, played: it connects the lab's telephones, tells what happens on them, and does
 * what it is asked. In the memory of this node, and bounded. It works as long as a telephone is looked at, and a while longer.
 */
@ApplicationScoped
public class PlayedExchange {
    /** Without anybody before it a telephone is put away, and its call is over. */
    static final Duration LEFT_ALONE = Duration.ofMinutes(10);
    /** So long it can be called. A window in the background still looks once a minute. */
    static final Duration REACHABLE = Duration.ofMinutes(2);
    static final int MOST_HANDSETS = 200;
    private static final int MOST_CARRIED = 1000;

    @Inject
    DemoExchange port;
    @Inject
    ExchangeRounds rounds;
    @Inject
    Clock clock;

    private final Map<Key, Handset> handsets = new LinkedHashMap<>();
    /** Calls whose telephone is gone, until their end is told. */
    private final List<PlayedCall> leftovers = new ArrayList<>();
    private final Deque<Settled> unsettled = new ArrayDeque<>();
    private final Set<Long> carried = Collections.newSetFromMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Boolean> eldest) {
            return size() > MOST_CARRIED;
        }
    });
    private ServiceNumber number;
    private boolean going;
    private boolean silent;
    private boolean closed;

    private record Settled(long command, boolean guided, Result result, String why) {
    }

    /** Whoever looks at a telephone can be called on it. @param ownNumber E.164, or null */
    public synchronized Picture look(Key key, String ownNumber) {
        Handset handset = handset(key, ownNumber);
        return handset.picture(number().menu(), silent || closed);
    }

    /** @param caller E.164 from which he calls, or null for a number that is withheld */
    public synchronized Picture dial(Key key, String ownNumber, String caller) {
        return dial(key, ownNumber, caller, false);
    }

    /** @param guided whether he calls the number whose callers the organisation leads */
    public synchronized Picture dial(Key key, String ownNumber, String caller, boolean guided) {
        return with(key, ownNumber, (handset, now) -> {
            if (!handset.busy()) {
                clear(handset);
                handset.reachableAt(caller);
                handset.has(PlayedCall.dialled(guided ? port.guidedNumber() : number(), caller, handset.log(), now));
            }
        });
    }

    public synchronized Picture press(Key key, String ownNumber, char pressed) {
        return with(key, ownNumber, (handset, now) -> handset.call().ifPresent(call -> call.press(pressed, now)));
    }

    public synchronized Picture pickUp(Key key, String ownNumber) {
        return with(key, ownNumber, (handset, now) -> handset.call().ifPresent(call -> call.pickUp(now)));
    }

    /** Or does not pick up. */
    public synchronized Picture hangUp(Key key, String ownNumber) {
        return with(key, ownNumber, (handset, now) -> handset.call().ifPresent(call -> call.hangUp(now)));
    }

    private Picture with(Key key, String ownNumber, BiConsumer<Handset, Instant> act) {
        Handset handset = handset(key, ownNumber);
        act.accept(handset, clock.instant());
        guarded(this::tellAll);
        return handset.picture(number().menu(), silent || closed);
    }

    private ServiceNumber number() {
        if (number == null) {
            number = port.serviceNumber();
        }
        return number;
    }

    private Handset handset(Key key, String ownNumber) {
        Instant now = clock.instant();
        Handset handset = handsets.get(key);
        if (handset == null) {
            if (handsets.size() >= MOST_HANDSETS) {
                handsets.entrySet().stream().min(Comparator.comparing(known -> known.getValue().seenAt())).map(Map.Entry::getKey).ifPresent(oldest -> putAway(oldest, now));
            }
            number = port.serviceNumber();
            handset = new Handset();
            handsets.put(key, handset);
        }
        handset.reachableAt(ownNumber);
        handset.seen(now);
        if (!going) {
            going = true;
            rounds.begin(this::round);
        }
        return handset;
    }

    private void putAway(Key key, Instant now) {
        handsets.remove(key).call().ifPresent(call -> {
            call.leftAlone(now);
            keepUntilTold(call);
        });
    }

    /** A call that is over makes room for the next one. */
    private void clear(Handset handset) {
        handset.call().ifPresent(this::keepUntilTold);
    }

    private void keepUntilTold(PlayedCall call) {
        leftovers.add(call);
        if (leftovers.size() > MOST_HANDSETS) {
            leftovers.remove(0);
        }
    }

    /** @return whether anything is left to do */
    synchronized boolean round() {
        Instant now = clock.instant();
        guarded(() -> {
            List.copyOf(handsets.keySet()).stream().filter(key -> handsets.get(key).unseenSince(now.minus(LEFT_ALONE))).forEach(key -> putAway(key, now));
            calls().forEach(call -> call.tick(now));
            tellAll();
            fetch(now);
            settleAll();
            tellAll();
        });
        going = !handsets.isEmpty() || !leftovers.isEmpty();
        return going;
    }

    private Collection<PlayedCall> calls() {
        List<PlayedCall> calls = new ArrayList<>(leftovers);
        handsets.values().forEach(handset -> handset.call().ifPresent(calls::add));
        return calls;
    }

    private void tellAll() {
        for (PlayedCall call : calls()) {
            for (CallEvent event = call.toTell(); event != null; event = call.toTell()) {
                CallEvent next = event;
                unlessRefused(() -> tell(call, next));
                call.told();
            }
        }
        leftovers.clear();
    }

    private void tell(PlayedCall call, CallEvent event) {
        if (call.guided()) {
            port.tellGuided(event);
        } else {
            port.tell(event);
        }
    }

    /** What was carried out and is asked again was only not settled. */
    private void fetch(Instant now) {
        Map<String, PlayedCall> calls = calls().stream().collect(Collectors.toMap(PlayedCall::id, call -> call, (one, same) -> one));
        Set<String> numbers = handsets.values().stream().filter(handset -> !handset.unseenSince(now.minus(REACHABLE))).flatMap(handset -> handset.numbers().stream()).collect(Collectors.toSet());
        if (calls.isEmpty() && numbers.isEmpty()) {
            return;
        }
        List<Asked> open = new ArrayList<>();
        List<Asked> ofGuided = new ArrayList<>();
        unlessRefused(() -> {
            open.addAll(port.fetch(calls.keySet(), numbers));
            ofGuided.addAll(port.fetchGuided(calls.keySet(), numbers));
        });
        open.addAll(ofGuided);
        for (Asked asked : open) {
            boolean guided = ofGuided.contains(asked);
            if (carried.add(asked.id())) {
                Optional<String> refused = asked.kind() == Kind.CALL_OUT ? ring(asked, guided, now) : calls.get(asked.call()).carry(asked, now);
                unsettled.add(new Settled(asked.id(), guided, refused.isPresent() ? Result.FAILED : Result.DONE, refused.orElse(null)));
            }
        }
    }

    private Optional<String> ring(Asked callOut, boolean guided, Instant now) {
        Optional<Handset> free = handsets.values().stream().filter(handset -> handset.numbers().contains(callOut.target()) && !handset.busy() && !handset.unseenSince(now.minus(REACHABLE)))
                .max(Comparator.comparing(Handset::seenAt));
        free.ifPresent(handset -> {
            clear(handset);
            handset.has(PlayedCall.ringing(guided ? port.guidedNumber() : number(), callOut, handset.log(), now));
        });
        return free.isPresent() ? Optional.empty() : Optional.of("busy");
    }

    private void settleAll() {
        for (Settled next = unsettled.peek(); next != null; next = unsettled.peek()) {
            Settled settled = next;
            unlessRefused(() -> {
                if (settled.guided()) {
                    port.settledGuided(settled.command(), settled.result(), settled.why());
                } else {
                    port.settled(settled.command(), settled.result(), settled.why());
                }
            });
            unsettled.remove();
        }
    }

    /** What is refused is refused for good: the account was closed. */
    private void unlessRefused(Runnable talk) {
        try {
            talk.run();
            closed = false;
        } catch (BusinessException refused) {
            closed = true;
        }
    }

    /** What does not get through is tried again in the next round. */
    private void guarded(Runnable talk) {
        try {
            talk.run();
            silent = false;
        } catch (RuntimeException notTaken) {
            if (!silent) {
                PortalLog.LOG.demoExchangeSilent(notTaken);
            }
            silent = true;
        }
    }
}
