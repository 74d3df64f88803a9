// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.UUID;
import java.util.zip.CRC32;

/** Messenger on the lab's telephone, with the bodies of the Messenger Platform. */
@ApplicationScoped
public class MessengerLine implements PhoneLine {
    /** The demo account. */
    static final String ACCOUNT = "messenger";
    private static final String PAGE = "200000000000002";

    @Inject
    OwnDoor door;
    @Inject
    UnreadMessages unread;
    @Inject
    Clock clock;

    @Override
    public Channel channel() {
        return Channel.MESSENGER;
    }

    @Override
    public String address(DemoCustomer customer) {
        return "31" + number(customer, 100_000_000);
    }

    /** Always the same for one customer: as many digits as the limit has zeros. */
    static String number(DemoCustomer customer, int limit) {
        CRC32 mixed = new CRC32();
        mixed.update(customer.email().getBytes(StandardCharsets.UTF_8));
        return Long.toString(limit + mixed.getValue() % limit).substring(1);
    }

    @Override
    public void write(DemoCustomer customer, String text, String portal) throws IOException {
        door.bring(Channel.MESSENGER, ACCOUNT, event(address(customer), Json.createObjectBuilder().add("message", Json.createObjectBuilder().add("mid", "m_" + UUID.randomUUID()).add("text", text)).build()), portal);
    }

    void took(String id, String to, String portal) {
        JsonObject delivery = Json.createObjectBuilder().add("delivery", Json.createObjectBuilder().add("mids", Json.createArrayBuilder().add(id)).add("watermark", clock.millis())).build();
        door.later(Channel.MESSENGER, ACCOUNT, event(to, delivery), portal);
        unread.came(Channel.MESSENGER, to, id);
    }

    /** Messenger reports only until when he has read. */
    @Override
    public void looked(String address, String portal) {
        if (!unread.read(Channel.MESSENGER, address).isEmpty()) {
            door.later(Channel.MESSENGER, ACCOUNT, event(address, Json.createObjectBuilder().add("read", Json.createObjectBuilder().add("watermark", clock.millis())).build()), portal);
        }
    }

    private JsonObject event(String sender, JsonObject what) {
        JsonObjectBuilder event = Json.createObjectBuilder(what).add("sender", Json.createObjectBuilder().add("id", sender)).add("recipient", Json.createObjectBuilder().add("id", PAGE)).add("timestamp", clock.millis());
        return Json.createObjectBuilder().add("object", "page").add("entry", Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", PAGE).add("time", clock.millis()).add("messaging", Json.createArrayBuilder().add(event)))).build();
    }
}
