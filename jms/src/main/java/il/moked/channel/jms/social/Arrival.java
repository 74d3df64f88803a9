// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.channel.Channel;
import il.moked.shared.OneJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * One thing of a webhook's body as it lies in the inbox: the item itself as the provider wrote it, and of its surroundings
 * what is needed to read it.
 *
 * @param externalId the provider's id with what kind of thing it is; of a thing without an id the hash of what it says
 * @param sender whose things stay in order
 * @param item as the provider wrote it
 * @param context what the body says beside it, for all items
 */
public record Arrival(String externalId, Kind kind, String sender, JsonValue item, JsonObject context) {
    /** MESSAGE may become one of a conversation, STATUS is about one of ours; OTHER is kept and not read. */
    public enum Kind { MESSAGE, STATUS, OTHER }

    /** As a page: whichever the token is of. */
    public static final String WHOEVER = "me";
    /** In place of a sender where the body names none. */
    public static final String NOBODY = "?";

    /** The account's setting that says which of its provider's addresses is its own; null where a webhook serves one address only. */
    public static String ownAddress(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> "phone-number-id";
            case MESSENGER, INSTAGRAM -> "page-id";
            case X -> "user-id";
            default -> null;
        };
    }

    /** Whom of ours it is for, in the provider's own words; empty when the body does not say. One webhook may serve several numbers or pages. */
    public Optional<String> addressee(Channel channel) {
        return switch (channel) {
            case WHATSAPP -> Wire.text(Wire.object(context, "metadata"), "phone_number_id");
            case MESSENGER, INSTAGRAM -> Wire.text(context, "id");
            case X -> Wire.text(context, "for_user_id");
            default -> Optional.empty();
        };
    }

    /** The same, to be kept and not read: it is for an address that nobody has set up here. */
    public Arrival unread() {
        return new Arrival(externalId, Kind.OTHER, sender, item, context);
    }

    /** As it is kept in the inbox. */
    public byte[] raw() {
        return OneJson.PROVIDER.createObjectBuilder().add("kind", kind.name()).add("item", item).add("context", context).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    /** From the inbox. The ids are the row's own. */
    public static Arrival read(String externalId, String sender, byte[] raw) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject kept = reader.readObject();
            return new Arrival(externalId, Kind.valueOf(kept.getString("kind")), sender, kept.get("item"), kept.getJsonObject("context"));
        }
    }
}
