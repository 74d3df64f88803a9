// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

/** A filled-in web form as it lies in the inbox: JSON in UTF-8, files in base64. E-mail, phone, name and national id may be null. The reference was given to the customer at the door. */
public record FormSubmission(String reference, String name, String email, String phone, String nationalId, String topic, String text, String language, List<File> files) {
    public record File(String fileName, String contentType, byte[] content) {
    }

    public byte[] bytes() {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("reference", reference).add("topic", topic).add("text", text).add("language", language);
        put(json, "name", name);
        put(json, "email", email);
        put(json, "phone", phone);
        put(json, "nationalId", nationalId);
        JsonArrayBuilder contents = OneJson.PROVIDER.createArrayBuilder();
        for (File file : files) {
            contents.add(OneJson.PROVIDER.createObjectBuilder().add("fileName", file.fileName()).add("contentType", file.contentType()).add("content", Base64.getEncoder().encodeToString(file.content())));
        }
        return json.add("files", contents).build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JsonObjectBuilder json, String key, String value) {
        if (value != null && !value.isBlank()) {
            json.add(key, value);
        }
    }

    public static FormSubmission read(byte[] raw) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            List<File> files = json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .map(file -> new File(file.getString("fileName"), file.getString("contentType"), Base64.getDecoder().decode(file.getString("content")))).toList();
            return new FormSubmission(json.getString("reference"), json.getString("name", null), json.getString("email", null), json.getString("phone", null), json.getString("nationalId", null), json.getString("topic"),
                    json.getString("text"), json.getString("language"), files);
        }
    }
}
