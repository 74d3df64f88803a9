// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/** Against a peer on a socket that speaks INSTREAM as clamd does. */
class ClamdTest {
    private static final byte[] CONTENT = new byte[150_000];

    static {
        Arrays.fill(CONTENT, (byte) 'x');
    }

    private static Clamd at(String place) {
        Clamd clamd = new Clamd();
        clamd.place = Optional.of(place);
        return clamd;
    }

    private static byte[] taken(Socket socket, String answer) throws IOException {
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] command = in.readNBytes("zINSTREAM\0".length());
        assertThat(new String(command, StandardCharsets.US_ASCII)).isEqualTo("zINSTREAM\0");
        ByteArrayOutputStream whole = new ByteArrayOutputStream();
        for (int length = in.readInt(); length > 0; length = in.readInt()) {
            whole.write(in.readNBytes(length));
        }
        socket.getOutputStream().write((answer + "\0").getBytes(StandardCharsets.US_ASCII));
        socket.getOutputStream().flush();
        return whole.toByteArray();
    }

    private static Optional<String> asked(String answer) throws Exception {
        try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<byte[]> peer = CompletableFuture.supplyAsync(() -> {
                try (Socket socket = server.accept()) {
                    return taken(socket, answer);
                } catch (IOException broken) {
                    throw new java.io.UncheckedIOException(broken);
                }
            });
            Optional<String> found = at("127.0.0.1:" + server.getLocalPort()).found(CONTENT);
            assertThat(peer.get(10, TimeUnit.SECONDS)).isEqualTo(CONTENT);
            return found;
        }
    }

    @Test
    void whatIsCleanIsCleanAndWhatIsFoundIsNamed() throws Exception {
        assertThat(asked("stream: OK")).isEmpty();
        assertThat(asked("stream: Win.Test.EICAR_HDB-1 FOUND")).hasValue("Win.Test.EICAR_HDB-1");
    }

    /** Where a clamd runs that knows the EICAR test file: {@code -Dmoked.test.clamd=host:port}. */
    @Test
    @EnabledIfSystemProperty(named = "moked.test.clamd", matches = ".+")
    void clamdItselfIsUnderstood() throws IOException {
        Clamd real = at(System.getProperty("moked.test.clamd"));
        assertThat(real.found(CONTENT)).isEmpty();
        // in two parts, so that no scanner takes this source for it
        assertThat(real.found(("X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-" + "ANTIVIRUS-TEST-FILE!$H+H*").getBytes(StandardCharsets.US_ASCII))).isPresent();
    }

    @Test
    void whatNobodyCanSayIsNotClean() {
        assertThatThrownBy(() -> asked("INSTREAM size limit exceeded. ERROR")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> Clamd.read("")).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> at("nowhere").found(CONTENT)).isInstanceOf(IOException.class);
        assertThatThrownBy(() -> {
            int closed;
            try (ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                closed = server.getLocalPort();
            }
            at("127.0.0.1:" + closed).found(CONTENT);
        }).isInstanceOf(IOException.class);
    }
}
