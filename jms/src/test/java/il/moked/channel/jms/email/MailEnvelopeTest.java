// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MailEnvelopeTest {
    private static MailEnvelope of(String... lines) {
        return MailEnvelope.of(String.join("\r\n", lines).getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void the_same_mail_by_two_ways_is_one() {
        MailEnvelope direct = of("Received: by a", "Message-ID: <1@example.net>", "From: dana@example.net", "", "text");
        MailEnvelope relayed = of("Received: by b", "Delivered-To: x", "Message-ID: <1@example.net>", "From: dana@example.net", "", "text");
        assertThat(relayed).isEqualTo(direct);
    }

    @Test
    void two_mails_with_one_message_id_are_two() {
        MailEnvelope first = of("Message-ID: <form@example.net>", "From: dana@example.net", "Date: Mon, 5 Jan 2026 12:00:00 +0000", "", "text");
        assertThat(of("Message-ID: <form@example.net>", "From: dana@example.net", "Date: Mon, 5 Jan 2026 12:00:00 +0000", "", "other")).isNotEqualTo(first);
        assertThat(of("Message-ID: <form@example.net>", "From: dana@example.net", "Date: Mon, 5 Jan 2026 12:00:01 +0000", "", "text").id()).isNotEqualTo(first.id());
        assertThat(of("Message-ID: <form@example.net>", "From: yossi@example.net", "Date: Mon, 5 Jan 2026 12:00:00 +0000", "", "text").id()).isNotEqualTo(first.id());
    }

    @Test
    void a_mail_without_an_id_gets_one_of_its_content() {
        assertThat(of("From: Dana@Example.net", "", "text").id()).startsWith("sha256.").isEqualTo(of("From: Dana@Example.net", "", "text").id());
        assertThat(of("From: Dana@Example.net", "", "text").sender()).isEqualTo("dana@example.net");
    }

    @Test
    void a_mail_of_nobody_has_a_sender_all_the_same() {
        assertThat(of("Subject: x", "", "text").sender()).isEqualTo("?");
        assertThat(MailEnvelope.of(new byte[0]).sender()).isEqualTo("?");
    }

    @Test
    void no_stranger_can_write_the_id_of_an_incomplete_mail() {
        assertThat(MailEnvelope.incomplete(MailEnvelope.incomplete(new byte[0], 1, 2).id())).isTrue();
        assertThat(MailEnvelope.incomplete(of("Message-ID: <incomplete 1.2>", "", "x").id())).isFalse();
    }
}
