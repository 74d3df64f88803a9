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

/**
 * A filled-in web form as it lies in the inbox: JSON in UTF-8, files in base64. E-mail, phone, name and national id may be null. The reference was given to the customer at the door.
 *
 * @param matter what he says it is, or null
 * @param continued reference of the form it goes on with, or null: whoever knows that may write on
 * @param signedIn null when it was written by whoever says so
 */
public record FormSubmission(String reference, String name, String email, String phone, String nationalId, String topic, String text, String language, List<File> files, StatedMatter matter, String continued, SignedIn signedIn) {
    /**
     * Who wrote it, as he was signed in at the portal; only what the portal itself handed in says so.
     *
     * @param continues id of the conversation of his that he goes on with, or null
     */
    public record SignedIn(long customerId, Long continues) {
    }

    public record File(String fileName, String contentType, byte[] content) {
    }

    public FormSubmission(String reference, String name, String email, String phone, String nationalId, String topic, String text, String language, List<File> files) {
        this(reference, name, email, phone, nationalId, topic, text, language, files, null, null, null);
    }

    /** Whoever knows the reference of an earlier one writes on. */
    public static FormSubmission continuing(String earlier, String reference, String text, String language, List<File> files) {
        return new FormSubmission(reference, null, null, null, null, "", text, language, files, null, earlier, null);
    }

    public byte[] bytes() {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("reference", reference).add("topic", topic).add("text", text).add("language", language);
        put(json, "name", name);
        put(json, "email", email);
        put(json, "phone", phone);
        put(json, "nationalId", nationalId);
        put(json, "continued", continued);
        if (matter != null) {
            JsonObjectBuilder stated = OneJson.PROVIDER.createObjectBuilder().add("kind", matter.kind().name());
            put(stated, "product", matter.product());
            put(stated, "serial", matter.serial());
            put(stated, "place", matter.place());
            put(stated, "remedy", matter.remedy());
            json.add("matter", stated);
        }
        if (signedIn != null) {
            json.add("customerId", signedIn.customerId());
            if (signedIn.continues() != null) {
                json.add("continues", signedIn.continues());
            }
        }
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
                    json.getString("text"), json.getString("language"), files, json.containsKey("matter") ? matter(json.getJsonObject("matter")) : null, json.getString("continued", null), json.containsKey("customerId") ? signedIn(json) : null);
        }
    }

    private static SignedIn signedIn(JsonObject json) {
        return new SignedIn(json.getJsonNumber("customerId").longValue(), json.containsKey("continues") ? json.getJsonNumber("continues").longValue() : null);
    }

    private static StatedMatter matter(JsonObject stated) {
        return new StatedMatter(StatedMatter.Kind.valueOf(stated.getString("kind")), stated.getString("product", null), stated.getString("serial", null), stated.getString("place", null), stated.getString("remedy", null));
    }
}
