// SPDX-License-Identifier: Apache-2.0
package il.moked;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A request as a stranger writes it into a socket: no library tidies its path. Each comes from a loopback address of its own, so
 * that the limit of an address is not what refuses it, nor spent for other tests.
 */
public final class Knock {
    private static final int PATIENCE = 15_000;
    private static final int MOST = 400_000;
    private static final AtomicInteger CALLERS = new AtomicInteger((int) (System.nanoTime() & 0xFFFF));

    private Knock() {
    }

    /** @param status 0 when the connection was closed, or kept, without a word */
    public record Answer(int status, Map<String, String> headers, String body) {
        public String header(String name) {
            return headers.getOrDefault(name, "");
        }
    }

    public static Answer get(int port, String path) throws IOException {
        return at(port, "GET", path, Map.of(), null);
    }

    /** @param body null for none */
    public static Answer at(int port, String method, String path, Map<String, String> headers, String body) throws IOException {
        StringBuilder request = new StringBuilder(method + " " + path + " HTTP/1.1\r\n" + (headers.containsKey("Host") ? "" : "Host: localhost:" + port + "\r\n"));
        headers.forEach((name, value) -> request.append(name).append(": ").append(value).append("\r\n"));
        if (!headers.containsKey("Connection")) {
            request.append("Connection: close\r\n");
        }
        byte[] content = body == null ? new byte[0] : body.getBytes(StandardCharsets.UTF_8);
        if (body != null) {
            request.append("Content-Length: ").append(content.length).append("\r\n");
        }
        request.append("\r\n");
        try (Socket socket = new Socket()) {
            int caller = CALLERS.incrementAndGet();
            socket.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, (byte) (64 + (caller >> 16 & 63)), (byte) (caller >> 8), (byte) Math.max(1, caller & 0xFE)}), 0));
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            socket.setSoTimeout(PATIENCE);
            socket.getOutputStream().write(request.toString().getBytes(StandardCharsets.ISO_8859_1));
            socket.getOutputStream().write(content);
            socket.getOutputStream().flush();
            return answer(read(new BufferedInputStream(socket.getInputStream()), headers.containsKey("Connection")));
        }
    }

    /** Whether anything takes a connection there. */
    public static boolean opens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    /** @param kept whether the connection may stay: then the head is all that is waited for */
    private static String read(InputStream input, boolean kept) throws IOException {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (int octet = input.read(); octet >= 0 && all.size() < MOST; octet = input.read()) {
                all.write(octet);
                if (kept && octet == '\n' && all.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    break;
                }
            }
        } catch (SocketTimeoutException | SocketException silent) {
            // what came is what there is
        }
        return all.toString(StandardCharsets.UTF_8);
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String[] head = (end < 0 ? text : text.substring(0, end)).split("\r\n");
        String[] line = head[0].split(" ");
        Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        for (int at = 1; at < head.length; at++) {
            int colon = head[at].indexOf(':');
            if (colon > 0) {
                headers.merge(head[at].substring(0, colon), head[at].substring(colon + 1).strip(), (one, other) -> one + "\n" + other);
            }
        }
        return new Answer(line.length > 1 && line[1].matches("[0-9]{3}") ? Integer.parseInt(line[1]) : 0, headers, end < 0 ? "" : text.substring(end + 4));
    }
}
