// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/** An Asterisk as its manager interface shows it: greets, asks who is there, answers every action as the test says, and tells what the test says. */
final class ScriptedExchange implements AutoCloseable {
    static final String USER = "moked";
    static final String SECRET = "s3cr3t-of-the-exchange";
    /** In place of an answer. */
    static final String SILENCE = "";
    /** In place of an answer. */
    static final String HANG_UP = "\0";

    private final ServerSocket door;
    private final List<Map<String, String>> actions = new CopyOnWriteArrayList<>();
    private final Map<String, Function<Map<String, String>, String>> answers = new ConcurrentHashMap<>();
    private final List<String> channels = new CopyOnWriteArrayList<>();
    private volatile String greeting = "Asterisk Call Manager/9.0.0";
    private volatile Socket line;
    private volatile int lines;

    ScriptedExchange() {
        try {
            door = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Thread thread = new Thread(this::serve, "exchange");
        thread.setDaemon(true);
        thread.start();
    }

    int port() {
        return door.getLocalPort();
    }

    /** How often somebody connected. */
    int lines() {
        return lines;
    }

    List<Map<String, String>> actions() {
        return actions;
    }

    List<Map<String, String>> actions(String name) {
        return actions.stream().filter(action -> name.equals(action.get("Action"))).toList();
    }

    ScriptedExchange greets(String otherwise) {
        greeting = otherwise;
        return this;
    }

    /** @param answer lines of the response without the id of the action */
    void answers(String action, Function<Map<String, String>, String> answer) {
        answers.put(action, answer);
    }

    void answers(String action, String answer) {
        answers(action, asked -> answer);
    }

    /** What it lists when it is asked for all channels. */
    void has(String... listed) {
        channels.clear();
        channels.addAll(List.of(listed));
    }

    void tells(String block) {
        write(block.strip().replace("\n", "\r\n") + "\r\n\r\n");
    }

    void breaks() {
        try {
            line.close();
        } catch (IOException gone) {
            // That was the point.
        }
    }

    private synchronized void write(String text) {
        try {
            line.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
            line.getOutputStream().flush();
        } catch (IOException broken) {
            // Who hung up hears nothing more.
        }
    }

    private void serve() {
        while (!door.isClosed()) {
            try (Socket caller = door.accept()) {
                line = caller;
                lines++;
                write(greeting + "\r\n");
                listen(caller);
            } catch (IOException gone) {
                // The next one may call.
            }
        }
    }

    private void listen(Socket caller) throws IOException {
        BufferedReader in = new BufferedReader(new InputStreamReader(caller.getInputStream(), StandardCharsets.UTF_8));
        Map<String, String> action = new HashMap<>();
        for (String text = in.readLine(); text != null; text = in.readLine()) {
            if (!text.isEmpty()) {
                int colon = text.indexOf(':');
                action.put(text.substring(0, colon), text.substring(colon + 1).strip());
                continue;
            }
            actions.add(action);
            answer(action);
            action = new HashMap<>();
        }
    }

    private void answer(Map<String, String> action) throws IOException {
        String name = action.get("Action");
        String id = "ActionID: " + action.get("ActionID");
        String answer = answers.getOrDefault(name, asked -> usual(name, asked)).apply(action);
        if (answer.equals(HANG_UP)) {
            line.close();
        } else if (!answer.equals(SILENCE)) {
            String[] parts = answer.split("\n", 2);
            tells(parts[0] + "\n" + id + (parts.length > 1 ? "\n" + parts[1] : ""));
        }
        if (name.equals("Login") && answer.contains("Success")) {
            tells("Event: FullyBooted\nPrivilege: system,all\nStatus: Fully Booted");
        } else if (name.equals("CoreShowChannels")) {
            channels.forEach(channel -> tells("Event: CoreShowChannel\n" + id + "\n" + channel));
            tells("Event: CoreShowChannelsComplete\n" + id + "\nEventList: Complete\nListItems: " + channels.size());
        }
    }

    private static String usual(String name, Map<String, String> asked) {
        return switch (name) {
            case "Challenge" -> "Response: Success\nChallenge: 840415273";
            case "Login" -> key().equals(asked.get("Key")) || SECRET.equals(asked.get("Secret")) ? "Response: Success\nMessage: Authentication accepted" : "Response: Error\nMessage: Authentication failed";
            case "CoreShowChannels" -> "Response: Success\nEventList: start\nMessage: Channels will follow";
            case "Ping" -> "Response: Success\nPing: Pong\nTimestamp: 1700000000.000000";
            case "Getvar" -> "Response: Success\nVariable: " + asked.get("Variable") + "\nValue:";
            default -> "Response: Success\nMessage: " + name + " successful";
        };
    }

    private static String key() {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest(("840415273" + SECRET).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
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
