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
 * What came from the app as it lies in the inbox, JSON in UTF-8: a message with files in base64, or a receipt.
 *
 * @param standing of a receipt, {@code DELIVERED} or {@code READ}; null for a message
 * @param receiptFor the message of ours it is about, as its provider id; null for a message
 */
public record AppContact(String address, String language, String text, List<FormSubmission.File> files, String standing, String receiptFor) {
    public static AppContact message(String address, String language, String text, List<FormSubmission.File> files) {
        return new AppContact(address, language, text, files, null, null);
    }

    public static AppContact receipt(String address, String language, String standing, String receiptFor) {
        return new AppContact(address, language, "", List.of(), standing, receiptFor);
    }

    /** Under which the app reports on a message of ours. */
    public static String providerId(long messageId) {
        return "app-" + messageId;
    }

    public byte[] bytes() {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("address", address).add("language", language);
        if (standing != null) {
            json.add("standing", standing).add("receiptFor", receiptFor);
        } else {
            JsonArrayBuilder contents = OneJson.PROVIDER.createArrayBuilder();
            files.forEach(file -> contents.add(OneJson.PROVIDER.createObjectBuilder().add("fileName", file.fileName()).add("contentType", file.contentType()).add("content", Base64.getEncoder().encodeToString(file.content()))));
            json.add("text", text).add("files", contents);
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    public static AppContact read(byte[] raw) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            if (json.containsKey("standing")) {
                return receipt(json.getString("address"), json.getString("language"), json.getString("standing"), json.getString("receiptFor"));
            }
            List<FormSubmission.File> files = json.getJsonArray("files").getValuesAs(JsonObject.class).stream()
                    .map(file -> new FormSubmission.File(file.getString("fileName"), file.getString("contentType"), Base64.getDecoder().decode(file.getString("content")))).toList();
            return message(json.getString("address"), json.getString("language"), json.getString("text"), files);
        }
    }
}
