// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers line by line as the test says, also what no honest server would answer. */
final class ScriptedPeer implements AutoCloseable {

    /** What is done with one connection. */
    interface Script {
        void talk(Line line) throws IOException;
    }

    /** The connection as the script sees it. */
    static final class Line {
        private final InputStream in;
        private final OutputStream out;
        private final Socket socket;
        private final List<String> heard;

        Line(Socket socket, List<String> heard) throws IOException {
            this.socket = socket;
            this.in = new BufferedInputStream(socket.getInputStream());
            this.out = socket.getOutputStream();
            this.heard = heard;
        }

        /** The next line without its end, or null when the other side is gone. */
        String hear() throws IOException {
            StringBuilder line = new StringBuilder();
            for (int b = in.read(); b != -1; b = in.read()) {
                if (b == '\n') {
                    heard.add(line.toString());
                    return line.toString();
                }
                if (b != '\r') {
                    line.append((char) b);
                }
            }
            return null;
        }

        void say(String... lines) throws IOException {
            for (String line : lines) {
                out.write((line + "\r\n").getBytes(StandardCharsets.ISO_8859_1));
            }
            out.flush();
        }

        void say(byte[] bytes) throws IOException {
            out.write(bytes);
            out.flush();
        }

        /** Reads until the line, or the end. */
        void hearUntil(String last) throws IOException {
            for (String line = hear(); line != null && !line.equals(last); line = hear()) {
                // what comes before it does not matter
            }
        }

        void hangUp() throws IOException {
            socket.close();
        }

        /** Waits until the other side has had enough. */
        void beSilent() throws IOException {
            while (in.read() != -1) {
                // says nothing
            }
        }
    }

    private final ServerSocket server;
    private final List<String> heard = new CopyOnWriteArrayList<>();

    ScriptedPeer(Script script) throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(() -> serve(script), "scripted-peer");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(Script script) {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                Thread connection = new Thread(() -> {
                    try (socket) {
                        script.talk(new Line(socket, heard));
                    } catch (IOException gone) {
                        // the client left, which some tests want
                    }
                }, "scripted-connection");
                connection.setDaemon(true);
                connection.start();
            } catch (IOException closed) {
                return;
            }
        }
    }

    int port() {
        return server.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    @Override
    public void close() {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
