// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.OneJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;

/** One line of a chat visitor as it lies in the inbox: JSON in UTF-8. */
public record ChatLine(long session, String text) {
    public byte[] bytes() {
        return OneJson.PROVIDER.createObjectBuilder().add("session", session).add("text", text).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    public static ChatLine read(byte[] raw) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            return new ChatLine(json.getJsonNumber("session").longValue(), json.getString("text"));
        }
    }
}
