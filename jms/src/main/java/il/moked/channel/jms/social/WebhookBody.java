// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.channel.jms.social.Arrival.Kind;
import il.moked.shared.OneJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Divides the body of a webhook into the things of the inbox: one for each message and each status, under the provider's own
 * id, one for each other thing, under the hash of what it says. Whatever is JSON is kept, also what has no known shape: as a whole.
 * The same body always falls into the same things, so that a repeat changes nothing.
 */
public final class WebhookBody {
    private static final Set<String> DM_EVENTS = Set.of("direct_message_events");

    private final List<Arrival> arrivals = new ArrayList<>();
    private final Set<String> ids = new HashSet<>();

    private WebhookBody() {
    }

    /**
     * @param channel WHATSAPP, MESSENGER, INSTAGRAM, TELEGRAM or X
     * @return at least one
     * @throws Wire.Malformed when it is not exactly one JSON value in UTF-8
     */
    public static List<Arrival> divide(Channel channel, byte[] body) throws Wire.Malformed {
        JsonValue value = Wire.parse(body);
        WebhookBody divided = new WebhookBody();
        JsonObject whole = Wire.object(value);
        switch (channel) {
            case WHATSAPP -> divided.whatsApp(whole);
            case MESSENGER, INSTAGRAM -> divided.messenger(whole);
            case TELEGRAM -> divided.telegram(whole);
            case X -> divided.x(whole);
            default -> throw new IllegalArgumentException(channel + " has no webhook");
        }
        if (divided.arrivals.isEmpty()) {
            divided.other(value, JsonValue.EMPTY_JSON_OBJECT);
        }
        return List.copyOf(divided.arrivals);
    }

    private void whatsApp(JsonObject body) {
        boolean whatsApp = Wire.text(body, "object").filter("whatsapp_business_account"::equals).isPresent();
        for (JsonObject entry : whatsApp ? Wire.objects(body, "entry") : List.<JsonObject>of()) {
            for (JsonObject change : Wire.objects(entry, "changes")) {
                JsonObject value = Wire.object(change.get("value"));
                List<JsonObject> messages = Wire.objects(value, "messages");
                List<JsonObject> statuses = Wire.objects(value, "statuses");
                messages.forEach(message -> whatsAppMessage(message, value));
                statuses.forEach(status -> whatsAppStatus(status, value));
                if (messages.isEmpty() && statuses.isEmpty()) {
                    other(change, surroundings(entry));
                }
            }
        }
    }

    private void whatsAppMessage(JsonObject message, JsonObject value) {
        Optional<String> from = Wire.text(message, "from").or(() -> Wire.text(message, "from_user_id"));
        List<JsonObject> contacts = Wire.objects(value, "contacts");
        JsonObject contact = contacts.stream().filter(known -> from.isPresent() && (from.equals(Wire.text(known, "wa_id")) || from.equals(Wire.text(known, "user_id")))).findFirst()
                .or(() -> contacts.stream().findFirst()).orElse(JsonValue.EMPTY_JSON_OBJECT);
        String sender = from.or(() -> Wire.text(contact, "wa_id")).or(() -> Wire.text(contact, "user_id")).orElse(Arrival.NOBODY);
        JsonObject context = OneJson.PROVIDER.createObjectBuilder().add("contact", contact).add("metadata", Wire.object(value.get("metadata"))).build();
        add(Wire.text(message, "id").map(id -> "message:" + id), Kind.MESSAGE, sender, message, context);
    }

    private void whatsAppStatus(JsonObject status, JsonObject value) {
        // of a message to a group each member reports
        String member = Wire.text(status, "recipient_participant_id").or(() -> Wire.text(status, "recipient_participant_user_id")).map(id -> ":" + id).orElse("");
        Optional<String> id = Wire.text(status, "id").flatMap(message -> Wire.text(status, "status").map(standing -> "status:" + standing + ":" + message + member));
        JsonObject context = OneJson.PROVIDER.createObjectBuilder().add("metadata", Wire.object(value.get("metadata"))).build();
        add(id, Kind.STATUS, Wire.text(status, "recipient_id").or(() -> Wire.text(status, "recipient_user_id")).orElse(Arrival.NOBODY), status, context);
    }

    /** Messenger and Instagram. */
    private void messenger(JsonObject body) {
        for (JsonObject entry : body.containsKey("object") ? Wire.objects(body, "entry") : List.<JsonObject>of()) {
            JsonObject context = surroundings(entry);
            Wire.objects(entry, "messaging").forEach(event -> messagingEvent(event, context));
            Wire.values(entry, "standby").forEach(event -> other(event, with(context, "standby")));
            Wire.values(entry, "changes").forEach(change -> other(change, context));
            if (!entry.containsKey("messaging") && !entry.containsKey("standby") && !entry.containsKey("changes")) {
                other(entry, context);
            }
        }
    }

    private void messagingEvent(JsonObject event, JsonObject context) {
        String sender = Wire.text(Wire.object(event.get("sender")), "id").or(() -> Wire.text(Wire.object(event.get("sender")), "user_ref")).orElse(Arrival.NOBODY);
        JsonObject message = Wire.object(event.get("message"));
        if (event.get("message") instanceof JsonObject) {
            if (Wire.isTrue(message, "is_echo") || Wire.isTrue(message, "is_deleted")) {
                other(event, context);
            } else {
                add(Wire.text(message, "mid").map(id -> "message:" + id), Kind.MESSAGE, sender, event, context);
            }
        } else if (event.get("message_edit") instanceof JsonObject edit) {
            add(Wire.text(edit, "mid").map(id -> "edit:" + Wire.text(edit, "num_edit").orElse("") + ":" + id), Kind.MESSAGE, sender, event, context);
        } else if (event.get("postback") instanceof JsonObject postback) {
            add(Wire.text(postback, "mid").map(id -> "message:" + id), Kind.MESSAGE, sender, event, context);
        } else if (event.get("delivery") instanceof JsonObject delivery && !Wire.values(delivery, "mids").toList().isEmpty()) {
            // one report each: they may be parts of several messages of ours
            Wire.values(delivery, "mids").forEach(mid -> {
                JsonObject one = OneJson.PROVIDER.createObjectBuilder(event).add("delivery", OneJson.PROVIDER.createObjectBuilder(delivery).add("mids", OneJson.PROVIDER.createArrayBuilder().add(mid))).build();
                add(Wire.text(one(mid), "id").map(id -> "status:delivered:" + id), Kind.STATUS, sender, one, context);
            });
        } else if (event.get("read") instanceof JsonObject read) {
            add(Wire.text(read, "mid").map(id -> "status:read:" + id), Kind.STATUS, sender, event, context);
        } else {
            other(event, context);
        }
    }

    private static JsonObject one(JsonValue id) {
        return OneJson.PROVIDER.createObjectBuilder().add("id", id).build();
    }

    private void telegram(JsonObject update) {
        Optional<String> id = Wire.text(update, "update_id").map(number -> "update:" + number);
        if (id.isEmpty()) {
            return;
        }
        for (String name : List.of("message", "edited_message", "business_message", "callback_query")) {
            if (update.get(name) instanceof JsonObject message) {
                String sender = Wire.text(Wire.object(message.get("from")), "id").or(() -> Wire.text(Wire.object(message.get("chat")), "id")).orElse(Arrival.NOBODY);
                add(id, Kind.MESSAGE, sender, update, JsonValue.EMPTY_JSON_OBJECT);
                return;
            }
        }
        add(id, Kind.OTHER, Arrival.NOBODY, update, JsonValue.EMPTY_JSON_OBJECT);
    }

    private void x(JsonObject body) {
        JsonObject users = Wire.object(body.get("users"));
        JsonObject account = OneJson.PROVIDER.createObjectBuilder().add("for_user_id", Wire.text(body, "for_user_id").orElse("")).build();
        for (JsonObject event : Wire.objects(body, "direct_message_events")) {
            String sender = Wire.text(Wire.object(event.get("message_create")), "sender_id").orElse(Arrival.NOBODY);
            JsonObject context = OneJson.PROVIDER.createObjectBuilder(account).add("user", Wire.object(users.get(sender))).build();
            boolean message = Wire.text(event, "type").filter("message_create"::equals).isPresent();
            add(Wire.text(event, "id").map(id -> "message:" + id), message ? Kind.MESSAGE : Kind.OTHER, sender, event, context);
        }
        for (Map.Entry<String, JsonValue> part : body.entrySet()) {
            if (part.getKey().endsWith("_events") && !DM_EVENTS.contains(part.getKey())) {
                Wire.values(body, part.getKey()).forEach(event -> other(event, with(account, part.getKey())));
            }
        }
    }

    /** What tells an event from the same event at another time. */
    private static JsonObject surroundings(JsonObject entry) {
        JsonObjectBuilder context = OneJson.PROVIDER.createObjectBuilder();
        for (String name : List.of("id", "uid", "time")) {
            if (entry.containsKey(name)) {
                context.add(name, entry.get(name));
            }
        }
        return context.build();
    }

    private static JsonObject with(JsonObject context, String kind) {
        return OneJson.PROVIDER.createObjectBuilder(context).add("part", kind).build();
    }

    private void other(JsonValue item, JsonObject context) {
        add(Optional.empty(), Kind.OTHER, Arrival.NOBODY, item, context);
    }

    private void add(Optional<String> id, Kind kind, String sender, JsonValue item, JsonObject context) {
        String known = id.map(name -> name.replace("\0", "")).orElseGet(() -> "hash:" + Wire.hash(item + "|" + context));
        if (ids.add(known)) {
            arrivals.add(new Arrival(known, kind, cut(sender.replace("\0", "")), item, context));
        }
    }

    /** As long as the inbox keeps it. */
    private static String cut(String sender) {
        return sender.length() <= 250 ? sender : Wire.hash(sender);
    }
}
