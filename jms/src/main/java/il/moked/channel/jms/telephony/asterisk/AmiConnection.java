// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.telephony.asterisk;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProtocolException;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicLong;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One line to the exchange. One thread reads; any thread asks and waits for its answer. */
final class AmiConnection implements AutoCloseable {
    private static final int CONNECT_MILLIS = 10_000;
    private static final int LOGIN_MILLIS = 10_000;

    /** The exchange does not want us: asking again at once would only lock us out. */
    static final class Refused extends IOException {
        private static final long serialVersionUID = 1;

        Refused() {
            super("the exchange refuses the login");
        }
    }

    /** What became of a question. */
    sealed interface Answer {
        record Given(AmiBlock block) implements Answer {
        }

        /** It did not leave, for sure. */
        record NotAsked(String why) implements Answer {
        }

        /** It left, and nothing came back. */
        record Silence(String why) implements Answer {
        }
    }

    private final Socket socket;
    private final AmiReader reader;
    private final OutputStream out;
    private final AtomicLong asked = new AtomicLong();
    private final Map<String, CompletableFuture<AmiBlock>> waiting = new ConcurrentHashMap<>();
    private volatile boolean closed;

    private AmiConnection(Socket socket) throws IOException {
        this.socket = socket;
        this.reader = new AmiReader(socket.getInputStream());
        this.out = socket.getOutputStream();
    }

    static AmiConnection open(AsteriskSettings settings) throws IOException {
        Socket socket = new Socket();
        try {
            socket.connect(new InetSocketAddress(settings.host(), settings.port()), CONNECT_MILLIS);
            socket.setSoTimeout(LOGIN_MILLIS);
            socket.setTcpNoDelay(true);
            return new AmiConnection(settings.tls() ? secured(socket, settings) : socket);
        } catch (IOException | RuntimeException failure) {
            socket.close();
            throw failure;
        }
    }

    private static Socket secured(Socket socket, AsteriskSettings settings) throws IOException {
        SSLSocket secured = (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(socket, settings.host(), settings.port(), true);
        SSLParameters parameters = secured.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        secured.setSSLParameters(parameters);
        secured.startHandshake();
        return secured;
    }

    /**
     * @param plainly send the secret itself, for exchanges that cannot be asked for a challenge
     * @throws Refused when it does not know us
     */
    void login(String user, String secret, boolean plainly, Duration patience) throws IOException {
        reader.greeting();
        AmiAction login = new AmiAction("Login");
        if (plainly) {
            login.with("Username", user).with("Secret", secret);
        } else {
            AmiBlock challenge = reply(new AmiAction("Challenge").with("AuthType", "MD5"));
            login.with("AuthType", "MD5").with("Username", user).with("Key", key(challenge.get("Challenge").orElseThrow(Refused::new), secret));
        }
        if (!reply(login.with("Events", "on")).good()) {
            throw new Refused();
        }
        socket.setSoTimeout((int) patience.toMillis());
    }

    /** Before anybody else reads. */
    private AmiBlock reply(AmiAction action) throws IOException {
        String id = nextId();
        write(action.bytes(id));
        for (AmiBlock block = reader.block();; block = reader.block()) {
            if (block.response() && block.says("ActionID", id)) {
                return block;
            }
        }
    }

    private static String key(String challenge, String secret) throws ProtocolException {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("MD5").digest((challenge + secret).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException forbidden) {
            throw new ProtocolException("this server has no MD5: set login=plain and tls=true");
        }
    }

    /** The next event; answers go to who asked. Empty when nothing came for the line's patience. */
    Optional<AmiBlock> next() throws IOException {
        while (true) {
            AmiBlock block;
            try {
                block = reader.block();
            } catch (SocketTimeoutException silence) {
                return Optional.empty();
            }
            CompletableFuture<AmiBlock> asker = block.response() ? waiting.remove(block.text("ActionID")) : null;
            if (asker != null) {
                asker.complete(block);
            }
            return Optional.of(block);
        }
    }

    /** Asks, and leaves the answer to whoever reads. */
    String tell(AmiAction action) throws IOException {
        String id = nextId();
        write(action.bytes(id));
        return id;
    }

    Answer ask(AmiAction action, Duration patience) {
        String id = nextId();
        CompletableFuture<AmiBlock> answer = new CompletableFuture<>();
        waiting.put(id, answer);
        try {
            if (closed) {
                return new Answer.NotAsked("the line broke");
            }
            write(action.bytes(id));
        } catch (IOException broken) {
            waiting.remove(id);
            // one write: it throws only when the exchange has not got the whole of it
            return new Answer.NotAsked("the line broke");
        }
        try {
            return new Answer.Given(answer.get(Math.max(patience.toMillis(), 1), TimeUnit.MILLISECONDS));
        } catch (TimeoutException silence) {
            return new Answer.Silence("no answer");
        } catch (ExecutionException broken) {
            return new Answer.Silence("the line broke before the answer");
        } catch (InterruptedException serverStops) {
            Thread.currentThread().interrupt();
            return new Answer.Silence("interrupted");
        } finally {
            waiting.remove(id);
        }
    }

    private String nextId() {
        return "m" + asked.incrementAndGet();
    }

    private synchronized void write(byte[] octets) throws IOException {
        out.write(octets);
        out.flush();
    }

    @Override
    public void close() {
        closed = true;
        try {
            socket.close();
        } catch (IOException gone) {
            // It is closed, which was wanted.
        }
        waiting.values().forEach(answer -> answer.completeExceptionally(new IOException("closed")));
    }
}
