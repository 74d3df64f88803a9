// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** A form with a file (RFC 7578). */
final class Multipart {
    private final String boundary = "moked-" + UUID.randomUUID();
    private final ByteArrayOutputStream content = new ByteArrayOutputStream();

    Multipart field(String name, String value) {
        head("Content-Disposition: form-data; name=\"" + name + "\"");
        return value(value.getBytes(StandardCharsets.UTF_8));
    }

    Multipart file(String name, String fileName, String contentType, byte[] bytes) {
        head("Content-Disposition: form-data; name=\"" + name + "\"; filename=\"" + quotable(fileName) + "\"\r\nContent-Type: " + quotable(contentType));
        return value(bytes);
    }

    private void head(String lines) {
        content.writeBytes(("--" + boundary + "\r\n" + lines + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
    }

    private Multipart value(byte[] bytes) {
        content.writeBytes(bytes);
        content.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        return this;
    }

    /** As browsers write it: no quote and no line end can end the value. */
    private static String quotable(String value) {
        return value.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
    }

    String contentType() {
        return "multipart/form-data; boundary=" + boundary;
    }

    BodyPublisher body() {
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        whole.writeBytes(content.toByteArray());
        whole.writeBytes(("--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        return BodyPublishers.ofByteArray(whole.toByteArray());
    }
}
