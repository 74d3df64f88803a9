// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.lab.portal.PlayedCall.Phase;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The telephone of one played customer in one window of a browser. It has one call at a time. */
final class Handset {
    private final CallLog log = new CallLog();
    private final Set<String> numbers = new HashSet<>();
    private PlayedCall call;
    private Instant seenAt;

    /** @param window of the browser, as it calls itself */
    record Key(String window, String customer) {
        Key {
            if (!window.matches("[0-9a-f]{16}")) {
                throw new IllegalArgumentException("window");
            }
        }
    }

    /**
     * What it shows.
     *
     * @param phase null when there was no call yet @param menu what the keys stand for
     * @param silent whether what happens on it does not reach the organisation now
     */
    record Picture(Phase phase, Instant since, String language, String heard, boolean wrong, String typed, boolean recorded, String outside, Map<String, String> menu, List<CallLog.Line> lines, boolean silent) {
        static final Picture NOTHING = new Picture(null, null, null, null, false, "", false, null, Map.of(), List.of(), false);
    }

    void seen(Instant now) {
        seenAt = now;
    }

    boolean unseenSince(Instant moment) {
        return seenAt.isBefore(moment);
    }

    Instant seenAt() {
        return seenAt;
    }

    /** @param number E.164 at which it can be called, or null */
    void reachableAt(String number) {
        if (number != null) {
            numbers.add(number);
        }
    }

    Set<String> numbers() {
        return numbers;
    }

    boolean busy() {
        return call != null && !call.over();
    }

    void has(PlayedCall newCall) {
        call = newCall;
    }

    Optional<PlayedCall> call() {
        return Optional.ofNullable(call);
    }

    CallLog log() {
        return log;
    }

    Picture picture(Map<String, String> menu, boolean silent) {
        if (call == null) {
            return new Picture(null, null, null, null, false, "", false, null, menu, log.lines(), silent);
        }
        return new Picture(call.phase(), call.since(), call.language(), call.heard(), call.wrong(), call.typed(), call.recorded(), call.outside(), new LinkedHashMap<>(menu), log.lines(), silent);
    }
}
