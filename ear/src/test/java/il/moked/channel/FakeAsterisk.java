// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** The manager interface of an Asterisk without channels: agrees to everything, and tells what the test says. */
final class FakeAsterisk implements AutoCloseable {
    private static final int PATIENCE_SECONDS = 40;

    private final ServerSocket door;
    private final BlockingQueue<Map<String, String>> actions = new LinkedBlockingQueue<>();
    private final String secret;
    private volatile Socket line;
    private volatile boolean talking;

    /** @param port 0 for any that is free */
    FakeAsterisk(String secret, int port) throws IOException {
        this.secret = secret;
        this.door = new ServerSocket(port, 5, InetAddress.getLoopbackAddress());
        Thread thread = new Thread(this::serve, "asterisk");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** Whether nobody is connected. */
    boolean left() {
        return !talking;
    }

    /** The next action of that name; others before it are let go. */
    Map<String, String> await(String name) throws InterruptedException {
        for (Map<String, String> action = actions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS); action != null; action = actions.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
            if (name.equals(action.get("Action"))) {
                return action;
            }
        }
        throw new AssertionError("never asked to " + name);
    }

    void tells(String event, String fields) throws IOException {
        write("Event: " + event + "\nPrivilege: call,all\n" + fields);
    }

    void breaks() throws IOException {
        line.close();
    }

    private synchronized void write(String block) throws IOException {
        line.getOutputStream().write((block.replace("\n", "\r\n") + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
        line.getOutputStream().flush();
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                line = caller;
                talking = true;
                caller.getOutputStream().write("Asterisk Call Manager/7.0.3\r\n".getBytes(StandardCharsets.US_ASCII));
                listen(caller);
            } catch (IOException gone) {
                // The next one may call.
            } finally {
                talking = false;
            }
        }
    }

    private void listen(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        Map<String, String> action = new HashMap<>();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            if (!text.isEmpty()) {
                action.put(text.substring(0, text.indexOf(':')), text.substring(text.indexOf(':') + 1).strip());
                continue;
            }
            String id = "\nActionID: " + action.get("ActionID");
            if ("Challenge".equals(action.get("Action"))) {
                write("Response: Success" + id + "\nChallenge: 1234");
            } else if (action.containsValue(secret)) {
                write("Response: Error" + id + "\nMessage: a secret came over the line");
            } else {
                write("Response: Success" + id);
            }
            if ("CoreShowChannels".equals(action.get("Action"))) {
                write("Event: CoreShowChannelsComplete" + id + "\nEventList: Complete\nListItems: 0");
            }
            actions.add(action);
            action = new HashMap<>();
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        if (line != null) {
            line.close();
        }
    }
}
