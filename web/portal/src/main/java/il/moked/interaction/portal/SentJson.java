// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.FormSubmission;
import il.moked.shared.BusinessException;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** Bodies of requests that may bring files: JSON, no more of it kept than a body may have. */
final class SentJson {
    /** Of one request: the files of a message in base64 and its text. Bytes. */
    static final int LARGEST = 15 * 1024 * 1024;
    static final int TOO_LARGE = 413;

    private SentJson() {
    }

    static JsonObject read(HttpServletRequest request, InputStream body) throws IOException {
        if (request.getContentLengthLong() > LARGEST) {
            throw tooLarge(body);
        }
        byte[] bytes = body.readNBytes(LARGEST + 1);
        if (bytes.length > LARGEST) {
            throw tooLarge(body);
        }
        try (JsonReader reader = Json.createReader(new StringReader(new String(bytes, StandardCharsets.UTF_8)))) {
            return reader.readObject();
        }
    }

    /** A caller who is still sending hears no answer: the rest is passed over, as far as the server lets it come. */
    private static WebApplicationException tooLarge(InputStream body) {
        try {
            body.transferTo(OutputStream.nullOutputStream());
        } catch (IOException cutOff) {
            // more than the server takes at all
        }
        return new WebApplicationException(TOO_LARGE);
    }

    /**
     * {@code files: [{name, content}]}, content in base64; none when there is no such field.
     *
     * @param refusal code of what is said when one of them is not taken
     */
    static List<FormSubmission.File> files(JsonObject said, String refusal) {
        List<ChosenFiles.Sent> sent = new ArrayList<>();
        if (said.containsKey("files")) {
            for (JsonObject file : said.getJsonArray("files").getValuesAs(JsonObject.class)) {
                sent.add(new ChosenFiles.Sent(file.getString("name", ""), content(file, refusal)));
            }
        }
        ChosenFiles chosen = ChosenFiles.of(sent);
        if ("large".equals(chosen.problem())) {
            throw new WebApplicationException(TOO_LARGE);
        }
        if (chosen.problem() != null) {
            throw new BusinessException(refusal, ChosenFiles.MOST);
        }
        return chosen.files();
    }

    private static byte[] content(JsonObject file, String refusal) {
        try {
            return Base64.getDecoder().decode(file.getString("content", ""));
        } catch (IllegalArgumentException noBase64) {
            throw new BusinessException(refusal, ChosenFiles.MOST);
        }
    }
}
