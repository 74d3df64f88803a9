// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import il.moked.channel.jms.telephony.Exchange.Outcome;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Calls we asked for whose first sign is waited for. */
final class Started {
    private final Map<Long, CompletableFuture<Outcome>> expected = new ConcurrentHashMap<>();

    void expect(long command) {
        expected.put(command, new CompletableFuture<>());
    }

    void forget(long command) {
        expected.remove(command);
    }

    Outcome await(long command, Duration patience) {
        try {
            return expected.get(command).get(Math.max(patience.toMillis(), 1), TimeUnit.MILLISECONDS);
        } catch (TimeoutException | ExecutionException silence) {
            return new Outcome.Unknown("queued, and nothing rings");
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return new Outcome.Unknown("interrupted");
        }
    }

    /** A channel of it, or the failure to make one. */
    void heard(AmiBlock block) {
        String id = block.get("Linkedid").or(() -> block.get("Uniqueid")).orElse("");
        if (!id.startsWith(Switchboard.OURS) || !id.substring(Switchboard.OURS.length()).matches("[0-9]{1,18}")) {
            return;
        }
        CompletableFuture<Outcome> waiting = expected.get(Long.valueOf(id.substring(Switchboard.OURS.length())));
        if (waiting == null) {
            return;
        }
        if (!block.event().equals("OriginateResponse")) {
            waiting.complete(new Outcome.Done());
        } else if (!block.good()) {
            waiting.complete(new Outcome.Failed("the agent's telephone cannot be called, reason " + block.text("Reason")));
        }
    }
}
