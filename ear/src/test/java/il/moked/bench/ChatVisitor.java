// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A visitor with his chat window open: a socket as the window's script keeps it, from an address of his own, with as little
 * work of the client's as can be. He says that he has and has read what comes, as the window does.
 */
final class ChatVisitor extends Thread implements AutoCloseable {
    private static final Pattern SECRET = Pattern.compile("\"secret\":\"([^\"]+)\"");
    private static final Pattern LINE = Pattern.compile("\"position\":([0-9]+),\"mine\":(true|false),\"text\":\"(?:at ([0-9a-f]+))?");
    private static final int PATIENCE = 60_000;
    private static final long STACK = 256 * 1024;

    private final int number;
    private final Latencies delivered;
    private final Latencies acknowledged;
    private final Socket socket = new Socket();
    private DataInputStream in;
    private volatile long said;
    private volatile int heard;
    private volatile boolean over;

    ChatVisitor(int number, Latencies delivered, Latencies acknowledged) {
        super(null, null, "visitor-" + number, STACK);
        this.number = number;
        this.delivered = delivered;
        this.acknowledged = acknowledged;
        setDaemon(true);
    }

    /** Opens a chat and says the first line. */
    void comes(int port) throws IOException {
        String secret = open(port);
        bound(socket);
        socket.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(("GET /chat/socket HTTP/1.1\r\nHost: localhost:" + port + "\r\nOrigin: http://localhost:" + port
                + "\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        in = new DataInputStream(new BufferedInputStream(socket.getInputStream(), 2048));
        String head = head(in);
        if (!head.startsWith("HTTP/1.1 101")) {
            throw new IOException(head);
        }
        say("{\"type\":\"hello\",\"secret\":\"" + secret + "\",\"after\":0,\"language\":\"en\"}");
        start();
        says("hello");
    }

    private String open(int port) throws IOException {
        try (Socket plain = new Socket()) {
            bound(plain);
            plain.connect(new InetSocketAddress("127.0.0.1", port), PATIENCE);
            String body = "{\"name\":\"visitor " + number + "\",\"language\":\"en\"}";
            plain.getOutputStream().write(("POST /chat/sessions HTTP/1.1\r\nHost: localhost:" + port + "\r\nConnection: close\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
            String answer = new String(plain.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            Matcher secret = SECRET.matcher(answer);
            if (!secret.find()) {
                throw new IOException(answer);
            }
            return secret.group(1);
        }
    }

    private void bound(Socket one) throws IOException {
        one.bind(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 90, (byte) (number / 250), (byte) (1 + number % 250)}), 0));
    }

    private static String head(DataInputStream from) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.length() < 4 || !head.substring(head.length() - 4).equals("\r\n\r\n")) {
            head.append((char) from.readUnsignedByte());
        }
        return head.toString();
    }

    /** As the window does, so that its socket is not taken for a dead one. */
    void pings() {
        try {
            say("{\"type\":\"ping\"}");
        } catch (IOException ended) {
            // what he hears ends, too, and says so
        }
    }

    void says(String text) throws IOException {
        said = System.nanoTime();
        say("{\"type\":\"line\",\"id\":\"" + Long.toHexString(said) + "\",\"text\":\"" + text + "\"}");
    }

    /** One frame, masked as a browser must. */
    private synchronized void say(String frame) throws IOException {
        byte[] text = frame.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream out = new ByteArrayOutputStream(text.length + 8);
        out.write(0x81);
        if (text.length < 126) {
            out.write(0x80 | text.length);
        } else {
            out.write(0x80 | 126);
            out.write(text.length >> 8);
            out.write(text.length);
        }
        byte[] mask = new byte[4];
        ThreadLocalRandom.current().nextBytes(mask);
        out.write(mask);
        for (int at = 0; at < text.length; at++) {
            out.write(text[at] ^ mask[at % 4]);
        }
        socket.getOutputStream().write(out.toByteArray());
    }

    @Override
    public void run() {
        try {
            ByteArrayOutputStream message = new ByteArrayOutputStream();
            while (!over) {
                int first = in.readUnsignedByte();
                int length = in.readUnsignedByte() & 0x7F;
                if (length == 126) {
                    length = in.readUnsignedShort();
                } else if (length == 127) {
                    length = (int) in.readLong();
                }
                byte[] part = in.readNBytes(length);
                if ((first & 0x0F) == 8) {
                    if (!over) {
                        System.err.println(getName() + " was closed: " + new String(part, StandardCharsets.UTF_8).trim());
                    }
                    return;
                }
                message.write(part);
                if ((first & 0x80) != 0) {
                    hears(message.toString(StandardCharsets.UTF_8), System.nanoTime());
                    message.reset();
                }
            }
        } catch (IOException ended) {
            if (!over) {
                System.err.println(getName() + ": " + ended);
            }
        }
    }

    private void hears(String frame, long now) throws IOException {
        if (frame.contains("\"type\":\"ack\"")) {
            acknowledged.add(now - said);
        } else if (frame.contains("\"type\":\"lines\"")) {
            int last = 0;
            Matcher lines = LINE.matcher(frame);
            while (lines.find()) {
                last = Integer.parseInt(lines.group(1));
                if (lines.group(2).equals("false") && lines.group(3) != null) {
                    delivered.add(now - Long.parseLong(lines.group(3), 16));
                    heard++;
                }
            }
            if (heard > 0 && last > 0) {
                say("{\"type\":\"got\",\"delivered\":" + last + ",\"read\":" + last + "}");
            }
        }
    }

    /** Answers that came to him. */
    int heard() {
        return heard;
    }

    @Override
    public void close() throws IOException {
        over = true;
        socket.close();
    }
}
