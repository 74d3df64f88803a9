// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.Channel;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;

/** WhatsApp on the lab's telephone, with the bodies of the Cloud API. */
@ApplicationScoped
public class WhatsAppLine implements PhoneLine {
    /** The demo account. */
    static final String ACCOUNT = "whatsapp";
    private static final String BUSINESS = "100000000000001";

    @Inject
    OwnDoor door;
    @Inject
    UnreadMessages unread;
    @Inject
    Clock clock;

    @Override
    public Channel channel() {
        return Channel.WHATSAPP;
    }

    @Override
    public String address(DemoCustomer customer) {
        return PhoneNumber.parse(customer.phone()).map(number -> number.value().replaceAll("\\D", "")).orElseGet(() -> "97255" + MessengerLine.number(customer, 10_000_000));
    }

    @Override
    public void write(DemoCustomer customer, String text, String portal) throws IOException {
        String from = address(customer);
        JsonObjectBuilder message = Json.createObjectBuilder().add("from", from).add("id", "wamid." + UUID.randomUUID()).add("timestamp", seconds()).add("type", "text").add("text", Json.createObjectBuilder().add("body", text));
        JsonObjectBuilder contact = Json.createObjectBuilder().add("profile", Json.createObjectBuilder().add("name", customer.name())).add("wa_id", from);
        door.bring(Channel.WHATSAPP, ACCOUNT, body("messages", Json.createArrayBuilder().add(message), Json.createArrayBuilder().add(contact)), portal);
    }

    /** The provider has it, and the telephone got it; that it was read is told when somebody looks. */
    void took(String id, String to, String portal) {
        door.later(Channel.WHATSAPP, ACCOUNT, status(id, to, "sent"), portal);
        door.later(Channel.WHATSAPP, ACCOUNT, status(id, to, "delivered"), portal);
        unread.came(Channel.WHATSAPP, to, id);
    }

    @Override
    public void looked(String address, String portal) {
        unread.read(Channel.WHATSAPP, address).forEach(id -> door.later(Channel.WHATSAPP, ACCOUNT, status(id, address, "read"), portal));
    }

    private JsonObject status(String id, String to, String standing) {
        return body("statuses", Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", id).add("status", standing).add("timestamp", seconds()).add("recipient_id", to)), null);
    }

    private String seconds() {
        return Long.toString(clock.instant().getEpochSecond());
    }

    private static JsonObject body(String name, JsonArrayBuilder items, JsonArrayBuilder contacts) {
        JsonObjectBuilder value = Json.createObjectBuilder().add("messaging_product", "whatsapp").add("metadata", Json.createObjectBuilder().add("display_phone_number", "97230000000").add("phone_number_id", BUSINESS));
        if (contacts != null) {
            value.add("contacts", contacts);
        }
        value.add(name, items);
        return Json.createObjectBuilder().add("object", "whatsapp_business_account")
                .add("entry", Json.createArrayBuilder().add(Json.createObjectBuilder().add("id", BUSINESS).add("changes", Json.createArrayBuilder().add(Json.createObjectBuilder().add("value", value).add("field", "messages"))))).build();
    }
}
