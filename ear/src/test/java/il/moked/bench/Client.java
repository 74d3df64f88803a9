// SPDX-License-Identifier: Apache-2.0
package il.moked.bench;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * One kept-open HTTP/1.1 connection with as little work of its own as can be: it runs on the processors it measures. Not
 * safe for several threads.
 */
final class Client implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 30;

    private final int port;
    private final String head;
    private final int patienceSeconds;
    private String from = "127.0.0.1";
    private Socket socket;
    private InputStream in;
    private OutputStream out;

    /** @param headers complete lines, each ended by CR LF */
    Client(int port, String headers) {
        this(port, headers, PATIENCE_SECONDS);
    }

    Client(int port, String headers, int patienceSeconds) {
        this.port = port;
        this.patienceSeconds = patienceSeconds;
        this.head = "Host: localhost:" + port + "\r\n" + headers;
    }

    /** From another address of this machine, as another visitor. @param address of the loopback net */
    void comesFrom(String address) throws IOException {
        close();
        from = address;
    }

    /** An answer: its status and body. */
    record Answer(int status, byte[] body) {
        String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    Answer post(String path, String json) throws IOException {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        return send("POST " + path + " HTTP/1.1\r\n" + head + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n", body);
    }

    Answer get(String path) throws IOException {
        return send("GET " + path + " HTTP/1.1\r\n" + head + "\r\n", new byte[0]);
    }

    private Answer send(String request, byte[] body) throws IOException {
        if (socket == null) {
            socket = new Socket("127.0.0.1", port, InetAddress.getByName(from), 0);
            socket.setTcpNoDelay(true);
            socket.setSoTimeout(patienceSeconds * 1000);
            in = new BufferedInputStream(socket.getInputStream(), 16_384);
            out = socket.getOutputStream();
        }
        byte[] start = request.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = java.util.Arrays.copyOf(start, start.length + body.length);
        System.arraycopy(body, 0, all, start.length, body.length);
        out.write(all);
        return read();
    }

    private Answer read() throws IOException {
        String first = line();
        int status = Integer.parseInt(first.substring(9, 12));
        int length = 0;
        boolean chunked = false;
        boolean close = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            if (lower.startsWith("content-length:")) {
                length = Integer.parseInt(header.substring(15).trim());
            }
            chunked |= lower.startsWith("transfer-encoding:") && lower.contains("chunked");
            close |= lower.startsWith("connection:") && lower.contains("close");
        }
        byte[] body = chunked ? chunks() : in.readNBytes(length);
        if (close) {
            close();
        }
        return new Answer(status, body);
    }

    private byte[] chunks() throws IOException {
        java.io.ByteArrayOutputStream all = new java.io.ByteArrayOutputStream();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            all.write(in.readNBytes(size));
            line();
        }
        line();
        return all.toByteArray();
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder(64);
        for (int read = in.read(); read != '\n'; read = in.read()) {
            if (read < 0) {
                throw new IOException("The server closed the connection");
            }
            if (read != '\r') {
                line.append((char) read);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }
}
