// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** One line of a chat visitor as it lies in the inbox, JSON in UTF-8 with files in base64. */
public record ChatLine(long session, String text, List<FormSubmission.File> files) {
    public byte[] bytes() {
        JsonArrayBuilder contents = OneJson.PROVIDER.createArrayBuilder();
        files.forEach(file -> contents.add(OneJson.PROVIDER.createObjectBuilder().add("fileName", file.fileName()).add("contentType", file.contentType()).add("content", Base64.getEncoder().encodeToString(file.content()))));
        return OneJson.PROVIDER.createObjectBuilder().add("session", session).add("text", text).add("files", contents).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    public static ChatLine read(byte[] raw) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            // a line that was kept before lines could bring files has none
            List<FormSubmission.File> files = json.containsKey("files") ? json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .map(file -> new FormSubmission.File(file.getString("fileName"), file.getString("contentType"), Base64.getDecoder().decode(file.getString("content")))).toList() : List.of();
            return new ChatLine(json.getJsonNumber("session").longValue(), json.getString("text"), files);
        }
    }
}
