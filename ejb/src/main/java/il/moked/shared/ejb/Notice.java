// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import il.moked.shared.DomainEvent;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.util.List;

/**
 * What one node tells all nodes of something that happened, so that the one which holds the socket of whoever should know
 * can push. Ids only; the receiver reads the rest with its own rights.
 *
 * @param type the event's simple name
 * @param interaction the conversation it is about, or null
 * @param audience as {@link DomainEvent#audience()}
 */
public record Notice(String type, Long interaction, List<String> audience) {
    /** Audience: whoever watches over the service. */
    public static final String WALL = "wall";

    public static Notice of(DomainEvent event) {
        return new Notice(event.getClass().getSimpleName(), event.interactionId(), event.audience());
    }

    /** Whether it may concern somebody who is not of the staff. */
    public boolean forCustomers() {
        return audience.stream().anyMatch(who -> !who.startsWith("agent:") && !who.startsWith("team:") && !who.equals(WALL));
    }

    /** The notices of one transaction as a JSON array of {@code type}, {@code interaction} (or absent) and {@code audience}. */
    public static String write(List<Notice> notices) {
        JsonArrayBuilder array = OneJson.PROVIDER.createArrayBuilder();
        for (Notice notice : notices) {
            JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("type", notice.type()).add("audience", OneJson.PROVIDER.createArrayBuilder(notice.audience()));
            if (notice.interaction() != null) {
                json.add("interaction", notice.interaction());
            }
            array.add(json);
        }
        return array.build().toString();
    }

    /** @throws jakarta.json.JsonException or {@link ClassCastException} when it is not what {@link #write} wrote */
    public static List<Notice> read(String text) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream().map(Notice::read).toList();
        }
    }

    private static Notice read(JsonObject json) {
        Long interaction = json.containsKey("interaction") ? Long.valueOf(json.getJsonNumber("interaction").longValue()) : null;
        return new Notice(json.getString("type", "?"), interaction, json.getJsonArray("audience").getValuesAs(JsonString::getString));
    }
}
