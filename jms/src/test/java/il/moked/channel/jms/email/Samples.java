// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sample mails of other projects; where each comes from is in SOURCES.md beside them. */
final class Samples {

    static final Path MAIL = Path.of("src/test/resources/mail");
    static final Path REPLY = Path.of("src/test/resources/reply");

    private Samples() {
    }

    static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        return new String(bytes(file), StandardCharsets.UTF_8);
    }

    static List<Path> under(Path directory) {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The files that are mails, without expectations, licences and pictures. */
    static List<Path> mails() {
        return under(MAIL).stream().filter(p -> {
            String name = p.getFileName().toString();
            boolean expectation = name.contains("_decoded") || name.matches("(?:python|sndhdr)\\..*|.*LICENSE.*|README.txt|SOURCES.md");
            return !expectation;
        }).toList();
    }

    static ParsedMail parse(String path) {
        return new MailParser().parse(bytes(MAIL.resolve(path)));
    }

    /** A mail of these lines, ended by CRLF, in UTF-8. */
    static ParsedMail parseLines(String... lines) {
        return new MailParser().parse((String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8));
    }

    static byte[] bytes(Object... pieces) {
        var out = new java.io.ByteArrayOutputStream();
        for (Object piece : pieces) {
            out.writeBytes(piece instanceof byte[] b ? b : piece.toString().replace("\n", "\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return out.toByteArray();
    }

}
