// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongFunction;

/** So many clients that each send the next as soon as the last was answered. */
final class Senders {
    private Senders() {
    }

    /** @param refused answers that were not the expected one: the figures are worth nothing when there are any */
    record Sent(long accepted, long refused, Latencies latencies, double seconds) {
    }

    static Sent send(int clients, Duration time, int port, String headers, String path, LongFunction<String> body, AtomicLong number) throws InterruptedException {
        Latencies latencies = new Latencies();
        AtomicLong refused = new AtomicLong();
        long began = System.nanoTime();
        long end = began + time.toNanos();
        ExecutorService threads = Executors.newFixedThreadPool(clients);
        try {
            List<Future<?>> running = new ArrayList<>();
            for (int client = 0; client < clients; client++) {
                running.add(threads.submit(() -> one(end, port, headers, path, body, number, latencies, refused)));
            }
            for (Future<?> each : running) {
                each.get();
            }
        } catch (ExecutionException broken) {
            throw new IllegalStateException(broken);
        } finally {
            threads.shutdownNow();
        }
        return new Sent(latencies.size(), refused.get(), latencies, (System.nanoTime() - began) / 1e9);
    }

    private static void one(long end, int port, String headers, String path, LongFunction<String> body, AtomicLong number, Latencies latencies, AtomicLong refused) {
        try (Client client = new Client(port, headers)) {
            while (System.nanoTime() < end) {
                String json = body.apply(number.incrementAndGet());
                long asked = System.nanoTime();
                Client.Answer answer = client.post(path, json);
                if (answer.status() / 100 == 2) {
                    latencies.add(System.nanoTime() - asked);
                } else if (refused.incrementAndGet() == 1) {
                    System.err.println(answer.status() + " " + answer.text());
                }
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
