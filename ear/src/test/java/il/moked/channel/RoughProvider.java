// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A provider that listens on a port of its own: answers that it took each message, or says nothing at all. */
final class RoughProvider implements AutoCloseable {
    private final ServerSocket server;
    private final boolean answers;
    private final AtomicInteger asked = new AtomicInteger();
    private final List<Socket> callers = new CopyOnWriteArrayList<>();

    private RoughProvider(int port, boolean answers) throws IOException {
        this.server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        this.answers = answers;
        background(this::listen);
    }

    /** @param port 0 for any */
    static RoughProvider answering(int port) throws IOException {
        return new RoughProvider(port, true);
    }

    static RoughProvider silent() throws IOException {
        return new RoughProvider(0, false);
    }

    int port() {
        return server.getLocalPort();
    }

    /** Requests that came. */
    int asked() {
        return asked.get();
    }

    /** Under which the message of that request was taken, from 1. */
    String id(int number) {
        return "rough-" + port() + "-" + number;
    }

    private static void background(Runnable task) {
        Thread thread = new Thread(task);
        thread.setDaemon(true);
        thread.start();
    }

    private void listen() {
        try {
            while (true) {
                Socket caller = server.accept();
                callers.add(caller);
                background(() -> talk(caller));
            }
        } catch (IOException closed) {
            // the provider goes
        }
    }

    private void talk(Socket caller) {
        try {
            BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.ISO_8859_1));
            while (true) {
                int length = 0;
                String line = in.readLine();
                if (line == null) {
                    return;
                }
                for (; !line.isEmpty(); line = in.readLine()) {
                    length = line.toLowerCase(java.util.Locale.ROOT).startsWith("content-length:") ? Integer.parseInt(line.substring(15).strip()) : length;
                }
                in.skip(length);
                int number = asked.incrementAndGet();
                if (answers) {
                    String body = "{\"id\":\"" + id(number) + "\",\"messages\":[{\"id\":\"" + id(number) + "\"}]}";
                    caller.getOutputStream().write(("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length() + "\r\n\r\n" + body).getBytes(StandardCharsets.US_ASCII));
                    caller.getOutputStream().flush();
                }
            }
        } catch (IOException closed) {
            // one of the two hung up
        }
    }

    @Override
    public void close() throws IOException {
        server.close();
        for (Socket caller : callers) {
            caller.close();
        }
    }
}
