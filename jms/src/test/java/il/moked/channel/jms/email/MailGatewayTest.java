// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.channel.Outages.Cause;
import il.moked.channel.jms.Dispatch;
import jakarta.mail.Session;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A mail must be tried again only when it is certain that nothing was sent: every place a delivery can break in. */
class MailGatewayTest {
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");
    private static final Clock CLOCK = Clock.fixed(NOON, ZoneOffset.UTC);
    private static final OutgoingMail MAIL = new OutgoingMail("service@example.com", "Service", null, "dana@example.net", "", "Re: bill", "line\n.\n.line with a dot", "moked.7.n.m@example.com",
            null, List.of(), List.of(), false, NOON);

    private static Session session(int port, boolean login) {
        Properties properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(port));
        properties.put("mail.smtp.localhost", "test.example.com");
        if (login) {
            properties.put("mail.smtp.auth", "true");
            properties.put("mail.smtp.user", "moked");
        }
        return Session.getInstance(properties, new jakarta.mail.Authenticator() {
            @Override
            protected jakarta.mail.PasswordAuthentication getPasswordAuthentication() {
                return new jakarta.mail.PasswordAuthentication("moked", "secret");
            }
        });
    }

    private static Dispatch send(ScriptedPeer peer) {
        return send(peer.port(), false);
    }

    private static Dispatch send(int port, boolean login) {
        Session impatient = MailGateway.impatient(session(port, login), null);
        impatient.getProperties().put("mail.smtp.timeout", "200");
        impatient.getProperties().put("mail.smtp.connectiontimeout", "2000");
        return MailGateway.send(MAIL, impatient, CLOCK);
    }

    /** An honest server up to the command that is answered otherwise. */
    private static ScriptedPeer until(String command, ScriptedPeer.Script then) throws IOException {
        return new ScriptedPeer(line -> {
            if (command.equals("greeting")) {
                then.talk(line);
                return;
            }
            line.say("220 test");
            for (String heard = line.hear(); heard != null; heard = line.hear()) {
                if (heard.startsWith(command)) {
                    then.talk(line);
                    return;
                }
                if (heard.startsWith("EHLO")) {
                    line.say("250-test", "250-AUTH PLAIN", "250 8BITMIME");
                } else if (heard.startsWith("DATA")) {
                    line.say("354 go on");
                    line.hearUntil(".");
                    if (command.equals(".")) {
                        then.talk(line);
                        return;
                    }
                    line.say("250 taken");
                } else if (heard.startsWith("QUIT")) {
                    line.say("221 bye");
                    return;
                } else {
                    line.say("250 fine");
                }
            }
        });
    }

    private static ScriptedPeer answering(String command, String answer) throws IOException {
        return until(command, line -> {
            line.say(answer);
            line.beSilent();
        });
    }

    @Test
    void an_accepted_mail_arrives_whole() throws IOException {
        try (ScriptedPeer peer = until("QUIT", line -> line.say("221 bye"))) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Accepted());
            assertThat(peer.heard()).contains("MAIL FROM:<service@example.com>", "RCPT TO:<dana@example.net>", "Message-ID: <moked.7.n.m@example.com>", "..line with a dot");
        }
    }

    @Test
    void nothing_was_sent_when_nobody_listens() throws IOException {
        int port;
        try (ServerSocket freed = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            port = freed.getLocalPort();
        }
        assertThat(send(port, false)).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(Cause.UNREACHABLE));
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "EHLO"})
    void a_server_that_hangs_up_or_falls_silent_at_once_is_away(String command) throws IOException {
        try (ScriptedPeer peer = until(command, ScriptedPeer.Line::hangUp)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Away.class);
        }
        try (ScriptedPeer peer = until(command, ScriptedPeer.Line::beSilent)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Away.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"greeting", "MAIL", "RCPT"})
    void a_server_that_is_going_away_costs_the_mail_nothing(String command) throws IOException {
        try (ScriptedPeer peer = answering(command, "421 4.3.2 shutting down")) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Away.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void nothing_was_sent_when_the_server_hangs_up_before_the_mail(String command) throws IOException {
        try (ScriptedPeer peer = until(command, ScriptedPeer.Line::hangUp)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.NotSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA"})
    void nothing_was_sent_when_the_server_falls_silent_before_the_mail(String command) throws IOException {
        try (ScriptedPeer peer = until(command, ScriptedPeer.Line::beSilent)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.NotSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_passing_refusal_is_tried_again(String command) throws IOException {
        try (ScriptedPeer peer = answering(command, "451 4.3.0 later")) {
            assertThat(send(peer)).isInstanceOf(Dispatch.NotSent.class);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"MAIL", "RCPT", "DATA", "."})
    void a_lasting_refusal_is_not_tried_again_and_keeps_the_words(String command) throws IOException {
        try (ScriptedPeer peer = answering(command, "554 5.7.1 not from you")) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Refused("554 5.7.1 not from you"));
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {501, 521, 550, 551, 552, 553, 556})
    void an_unknown_mailbox_is_a_refusal_whatever_its_number(int code) throws IOException {
        try (ScriptedPeer peer = answering("RCPT", code + " no")) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Refused(code + " no"));
        }
    }

    @Test
    void a_refused_login_is_our_fault_and_costs_the_mail_nothing() throws IOException {
        try (ScriptedPeer peer = answering("AUTH", "535 5.7.8 wrong")) {
            assertThat(send(peer.port(), true)).isInstanceOfSatisfying(Dispatch.Away.class, away -> assertThat(away.cause()).isEqualTo(Cause.LOGIN));
        }
    }

    @Test
    void a_server_that_wants_a_login_costs_the_mail_nothing() throws IOException {
        try (ScriptedPeer peer = answering("MAIL", "530 5.7.0 log in first")) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Away(Cause.LOGIN, "530 5.7.0 log in first"));
        }
    }

    @Test
    void the_login_of_the_servers_session_is_used() throws IOException {
        String plain = java.util.Base64.getEncoder().encodeToString("moked\0moked\0secret".getBytes(StandardCharsets.US_ASCII));
        try (ScriptedPeer peer = until("AUTH", line -> {
            line.say("235 welcome");
            line.beSilent();
        })) {
            send(peer.port(), true);
            assertThat(peer.heard()).contains("AUTH PLAIN " + plain);
        }
    }

    @Test
    void nobody_knows_when_the_line_breaks_after_the_end_of_the_mail() throws IOException {
        try (ScriptedPeer peer = until(".", ScriptedPeer.Line::hangUp)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Unknown.class);
        }
    }

    @Test
    void nobody_knows_when_no_answer_comes_after_the_end_of_the_mail() throws IOException {
        try (ScriptedPeer peer = until(".", ScriptedPeer.Line::beSilent)) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Unknown.class);
        }
    }

    @Test
    void nobody_knows_when_the_answer_to_the_end_of_the_mail_is_none() throws IOException {
        try (ScriptedPeer peer = answering(".", "what?")) {
            assertThat(send(peer)).isInstanceOf(Dispatch.Unknown.class);
        }
    }

    @Test
    void any_positive_answer_to_the_end_of_the_mail_means_that_it_was_taken() throws IOException {
        try (ScriptedPeer peer = answering(".", "251 forwarded")) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Accepted());
        }
    }

    @Test
    void a_goodbye_that_fails_does_not_make_an_accepted_mail_unsent() throws IOException {
        try (ScriptedPeer peer = until(".", line -> {
            line.say("250 taken");
            line.hangUp();
        })) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Accepted());
        }
    }

    /** The transport resets the line after a refusal; a server that then hangs must not hide the refusal. */
    @Test
    void a_refusal_stays_one_when_the_line_breaks_after_it() throws IOException {
        try (ScriptedPeer peer = until(".", line -> {
            line.say("552 5.3.4 too big");
            line.hangUp();
        })) {
            assertThat(send(peer)).isEqualTo(new Dispatch.Refused("552 5.3.4 too big"));
        }
    }

    @Test
    void a_server_so_slow_that_the_lease_would_end_gets_no_end_of_mail() throws IOException {
        try (ScriptedPeer peer = until("QUIT", line -> line.say("221 bye"))) {
            Session impatient = MailGateway.impatient(session(peer.port(), false), null);
            Clock late = new Clock() {
                private Instant now = NOON;

                @Override
                public java.time.ZoneId getZone() {
                    return ZoneOffset.UTC;
                }

                @Override
                public Clock withZone(java.time.ZoneId zone) {
                    return this;
                }

                @Override
                public Instant instant() {
                    Instant asked = now;
                    now = now.plus(Duration.ofMinutes(5));
                    return asked;
                }
            };
            assertThat(MailGateway.send(MAIL, impatient, late)).isInstanceOf(Dispatch.NotSent.class);
            assertThat(peer.heard()).contains("DATA").doesNotContain(".");
        }
    }
}
