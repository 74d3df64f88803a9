// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The same damage in every run: a failure here can be repeated. */
class MailMutationTest {

    private static final int ROUNDS = 6_000;
    private static final int LARGEST = 20_000;
    private static final String[] SPLINTERS = {"\r\n", "\n", "\r", "\0", "--", "=?utf-8?B?", "?=", "\"", ";", "<", ">", "@", "Content-Type: multipart/mixed; boundary=b\r\n", "--b\r\n", "--b--\r\n",
        "Content-Transfer-Encoding: base64\r\n", "charset=utf-16", "charset=iso-2022-jp", "charset=x-no", "name*0*=utf-8''%", "name*999*=x;", "\u00F9\u00EC", "=", "=\r\n", "(", "From: ", ": ", "Content-Type: application/ms-tnef\r\n"};

    private final MailParser parser = new MailParser();

    @Test
    void no_damage_to_any_sample_makes_the_parser_fail() {
        Random random = new Random(20260105);
        List<byte[]> seeds = Samples.mails().stream().map(Samples::bytes).filter(b -> b.length < LARGEST).toList();
        for (int round = 0; round < ROUNDS; round++) {
            byte[] mail = mutated(seeds.get(random.nextInt(seeds.size())), random);
            ParsedMail parsed = parser.parse(mail);
            // UNREADABLE with a header would mean that the reading failed and was salvaged.
            boolean salvaged = parsed.notices().contains(MailNotice.UNREADABLE) && !MailHeaders.read(mail, 0, mail.length, new java.util.HashSet<>()).fields().isEmpty()
                    && new String(mail, StandardCharsets.ISO_8859_1).indexOf('\n') >= 0;
            assertThat(salvaged).as("round " + round + ":\n" + new String(mail, StandardCharsets.ISO_8859_1)).isFalse();
        }
    }

    private static byte[] mutated(byte[] seed, Random random) {
        StringBuilder text = new StringBuilder(new String(seed, StandardCharsets.ISO_8859_1));
        for (int i = random.nextInt(6); i >= 0; i--) {
            int at = text.length() == 0 ? 0 : random.nextInt(text.length());
            int length = Math.min(random.nextInt(1 + random.nextInt(200)), text.length() - at);
            switch (random.nextInt(6)) {
                case 0 -> text.delete(at, at + length);
                case 1 -> text.insert(at, SPLINTERS[random.nextInt(SPLINTERS.length)]);
                case 2 -> text.insert(at, text.substring(at, at + length));
                case 3 -> text.setLength(at);
                case 4 -> {
                    if (text.length() > 0) {
                        text.setCharAt(at, (char) random.nextInt(256));
                    }
                }
                default -> text.insert(random.nextInt(text.length() + 1), text.substring(at, at + length));
            }
        }
        return text.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    @Test
    void noise_is_read_as_noise() {
        Random random = new Random(7);
        for (int round = 0; round < 500; round++) {
            byte[] noise = new byte[random.nextInt(3_000)];
            random.nextBytes(noise);
            assertThatCode(() -> parser.parse(noise)).doesNotThrowAnyException();
        }
        assertThat(parser.parse(null).notices()).contains(MailNotice.UNREADABLE, MailNotice.NO_SENDER);
    }

    /** What would take hours, or all memory, if cost grew faster than size. A minute is the limit of patience, not a measure. */
    static List<byte[]> bombs() {
        String nested = java.util.stream.IntStream.range(0, 3_000).mapToObj(i -> "Content-Type: multipart/mixed; boundary=b" + i + "\n\n--b" + i + "\n").reduce("", String::concat);
        return List.of(
                ascii("From: a@x.com\n" + nested),
                ascii("From: a@x.com\nContent-Type: multipart/mixed; boundary=b\n\n" + "--b\n\nx\n".repeat(300_000)),
                ascii("X: y\n".repeat(500_000) + "\nbody"),
                ascii("Subject: " + "=?utf-8?B?".repeat(200_000) + "\n\nx"),
                ascii("Subject: " + "=?utf-8?Q?a?= ".repeat(200_000) + "\n\nx"),
                ascii("From: " + "<".repeat(1_000_000) + "\n\nx"),
                ascii("From: " + "\"".repeat(1_000_000) + "\n\nx"),
                ascii("From: " + "(".repeat(1_000_000) + "\n\nx"),
                ascii("To: " + "a@x.com,".repeat(200_000) + "\n\nx"),
                ascii("To: " + "a:".repeat(20_000) + "\n\nx"),
                ascii("References: " + "<".repeat(1_000_000) + "\n\nx"),
                ascii("References: " + "<a ".repeat(300_000) + "\n\nx"),
                ascii("Content-Type: text/plain; " + "a=b;".repeat(300_000) + "\n\nx"),
                ascii("Content-Type: text/plain; " + "name*".repeat(10_000) + "\n\nx"),
                ascii("Content-Type: text/html\n\n" + "<div>".repeat(300_000)),
                ascii("Content-Type: text/html\n\n" + "<blockquote type=cite>".repeat(50_000) + "x"),
                ascii("Content-Type: text/html\n\n" + "<table><tr><td>".repeat(50_000) + "x"),
                ascii("Content-Type: text/html\n\n" + "<b><i><p>".repeat(50_000) + "x"),
                ascii("Content-Type: text/html\n\n<meta " + "meta ".repeat(300_000)),
                ascii("Subject: x\n\n" + ">".repeat(2_000_000)),
                ascii("Subject: x\n\n" + "On 1 wrote:\n".repeat(200_000)),
                ascii("Subject: x\n\n" + "On 1 Jan\n".repeat(200_000) + "wrote:\n> x"),
                ascii("Subject: x\n\n" + "From: a\nSent: b\n\n".repeat(100_000)),
                ascii("Subject: x\n\n" + "a:\n> b\n".repeat(200_000)),
                ascii("Subject: x\n\n" + "-- \n\n".repeat(300_000)),
                ascii("Subject: x\n\n" + "\n".repeat(2_000_000) + "x"),
                ascii("Subject: x\n\n" + "Sent from my iPhone\n".repeat(100_000)),
                ascii("Content-Transfer-Encoding: quoted-printable\n\n" + "= ".repeat(800_000)),
                ascii("Content-Transfer-Encoding: quoted-printable\n\n" + " ".repeat(2_000_000)),
                ascii("Content-Type: text/plain; format=flowed\n\n" + "a \n".repeat(500_000)),
                ascii("From: mailer-daemon@x.com\nContent-Type: message/delivery-status\n\n" + "Action: failed\n\n".repeat(200_000)),
                ascii("From: mailer-daemon@x.com\n\n" + "message-id".repeat(200_000)));
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    @ParameterizedTest
    @MethodSource("bombs")
    void hostile_mails_cost_no_more_than_long_ones(byte[] bomb) {
        ParsedMail mail = org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(java.time.Duration.ofMinutes(1), () -> parser.parse(bomb));

        assertThat(mail.text().length()).isLessThanOrEqualTo(MailBody.MAX_TEXT);
        assertThat(mail.attachments().size()).isLessThanOrEqualTo(2 * MimeTree.MAX_PARTS);
        assertThat(mail.notices().contains(MailNotice.UNREADABLE)).isFalse();
        assertThat(Arrays.asList(mail.to().size(), mail.references().size())).allMatch(n -> n <= MailAddresses.MAX);
    }
}
