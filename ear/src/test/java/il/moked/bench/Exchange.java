// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;

/** An exchange at the REST door of the telephony port: tells events and fetches commands. One connection a thread. */
final class Exchange {
    static final String ACCOUNT = "phone";
    private static final String PATH = "/moked/api/v1/telephony/" + ACCOUNT;

    private final ThreadLocal<Client> clients = ThreadLocal.withInitial(() -> new Client(Server.DESK, Contacts.headers()));
    private final AtomicLong told = new AtomicLong();

    /** Adds to the id of each event and call, so that several replays can share a database. */
    private final String run;

    Exchange(String run) {
        this.run = run;
    }

    long told() {
        return told.get();
    }

    String name(BankCall call) {
        return run + "-" + call.id();
    }

    void tell(BankCall call, String type, Instant at, String more) {
        post(PATH + "/events", "{\"id\":\"" + name(call) + "-" + type + "\",\"call\":\"" + name(call) + "\",\"type\":\"" + type + "\",\"at\":\"" + at + "\"" + more + "}", 202);
        told.incrementAndGet();
    }

    static String from(BankCall call) {
        return call.number() == null ? "" : ",\"caller\":\"" + call.number() + "\"";
    }

    void settle(long command, String result) {
        post(PATH + "/commands/" + command, "{\"result\":\"" + result + "\"}", 204);
    }

    private void post(String path, String body, int expected) {
        try {
            Client.Answer answer = clients.get().post(path, body);
            if (answer.status() != expected) {
                throw new IllegalStateException(answer.status() + " " + answer.text() + " to " + body);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String get(String path) {
        try {
            Client.Answer answer = clients.get().get(path);
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.status() + " " + answer.text());
            }
            return answer.text();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    String commands() {
        return get(PATH + "/commands");
    }
}
