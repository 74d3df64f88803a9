// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.concurrent.atomic.AtomicLong;

/** Telegram on the lab's telephone, with the updates of the Bot API. Telegram reports no delivery. */
@ApplicationScoped
public class TelegramLine implements PhoneLine {
    /** The demo account. */
    static final String ACCOUNT = "telegram";
    /** Numbers of messages have 32 bits. */
    private static final long MOST_MESSAGES = 2_000_000_000L;

    @Inject
    OwnDoor door;
    @Inject
    Clock clock;

    private final AtomicLong last = new AtomicLong();

    @Override
    public Channel channel() {
        return Channel.TELEGRAM;
    }

    @Override
    public String address(DemoCustomer customer) {
        return "7" + MessengerLine.number(customer, 100_000_000);
    }

    /** Rising, also over a restart. */
    long next() {
        return last.updateAndGet(before -> Math.max(before + 1, clock.millis()));
    }

    @Override
    public void write(DemoCustomer customer, String text, String portal) throws IOException {
        long id = Long.parseLong(address(customer));
        long number = next();
        JsonObjectBuilder who = Json.createObjectBuilder().add("id", id).add("first_name", customer.name());
        JsonObjectBuilder message = Json.createObjectBuilder().add("message_id", number % MOST_MESSAGES).add("from", Json.createObjectBuilder(who.build()).add("is_bot", false).add("language_code", "he"))
                .add("chat", Json.createObjectBuilder().add("id", id).add("first_name", customer.name()).add("type", "private")).add("date", clock.instant().getEpochSecond()).add("text", text);
        door.bring(Channel.TELEGRAM, ACCOUNT, Json.createObjectBuilder().add("update_id", number).add("message", message).build(), portal);
    }
}
