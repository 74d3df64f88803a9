// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Asks ClamAV's clamd by its command INSTREAM (clamd(8)): the length of each piece in four bytes before it, then a piece of none. */
@ApplicationScoped
class Clamd {
    private static final int CONNECT_MILLIS = 3000;
    private static final int ANSWER_MILLIS = 30_000;
    private static final int PIECE = 64 * 1024;
    private static final int LONGEST_ANSWER = 1000;
    private static final String CLEAN = "stream: OK";
    private static final String FOUND = " FOUND";
    private static final String BEFORE = "stream: ";

    /** {@code host:port} of ClamAV's clamd, which checks what customers send by links; not set: nothing checks it. */
    @Inject
    @ConfigProperty(name = "moked.uploads.clamd")
    Optional<String> place;

    boolean configured() {
        return place.filter(given -> !given.isBlank()).isPresent();
    }

    /** @return what was found; empty when it is clean @throws IOException when nobody could say */
    Optional<String> found(byte[] content) throws IOException {
        String where = place.orElseThrow().strip();
        int colon = where.lastIndexOf(':');
        if (colon < 1 || !where.substring(colon + 1).matches("\\d{1,5}")) {
            throw new IOException("moked.uploads.clamd is not host:port");
        }
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(where.substring(0, colon), Integer.parseInt(where.substring(colon + 1))), CONNECT_MILLIS);
            socket.setSoTimeout(ANSWER_MILLIS);
            DataOutputStream out = new DataOutputStream(socket.getOutputStream());
            out.write("zINSTREAM\0".getBytes(StandardCharsets.US_ASCII));
            for (int at = 0; at < content.length; at += PIECE) {
                int length = Math.min(PIECE, content.length - at);
                out.writeInt(length);
                out.write(content, at, length);
            }
            out.writeInt(0);
            out.flush();
            return read(answer(socket.getInputStream()));
        }
    }

    private static String answer(InputStream in) throws IOException {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        for (int octet = in.read(); octet > 0 && answer.size() < LONGEST_ANSWER; octet = in.read()) {
            answer.write(octet);
        }
        return answer.toString(StandardCharsets.UTF_8).strip();
    }

    static Optional<String> read(String answer) throws IOException {
        if (answer.equals(CLEAN)) {
            return Optional.empty();
        }
        if (answer.startsWith(BEFORE) && answer.endsWith(FOUND)) {
            return Optional.of(answer.substring(BEFORE.length(), answer.length() - FOUND.length()));
        }
        throw new IOException("clamd answered: " + answer);
    }
}
