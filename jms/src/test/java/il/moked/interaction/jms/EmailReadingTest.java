// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.jms;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.InboundMessage;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.email.ThreadToken;
import il.moked.customer.ejb.Identifying.Sender;
import il.moked.interaction.Message.Notice;
import il.moked.interaction.ejb.IncomingMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EmailReadingTest {
    private static final byte[] KEY = "a secret of at least 32 bytes, yes".getBytes(StandardCharsets.UTF_8);
    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private final EmailReading reading = new EmailReading();
    private final ThreadToken tokens = new ThreadToken(KEY);

    @BeforeEach
    void wire() {
        ChannelAccount account = new ChannelAccount("service", Channel.EMAIL, "שירות", "Service", "service@example.com", "he", 1);
        reading.accounts = new ChannelAccounts() {
            @Override
            public ChannelAccount get(long id) {
                return account;
            }

            @Override
            public List<ChannelAccount> enabled(Channel channel) {
                return List.of(account);
            }
        };
        reading.secrets = new InstallationSecrets() {
            @Override
            public byte[] threadKey() {
                return KEY.clone();
            }
        };
    }

    private static final class Stored extends InboundMessage {
        private final String externalId;
        private final byte[] raw;

        Stored(String externalId, byte[] raw) {
            this.externalId = externalId;
            this.raw = raw;
        }

        @Override
        public Long id() {
            return 11L;
        }

        @Override
        public long accountId() {
            return 1;
        }

        @Override
        public String externalId() {
            return externalId;
        }

        @Override
        public Instant receivedAt() {
            return NOON;
        }

        @Override
        public byte[] raw() {
            return raw;
        }
    }

    private IncomingMessage read(String... lines) {
        return reading.read(new Stored("x", (String.join("\r\n", lines) + "\r\n").getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void a_personal_mail_is_read() {
        IncomingMessage mail = read("From: =?UTF-8?B?15PXoNeU?= <Dana@Example.net>", "To: service@example.com", "Message-ID: <1@example.net>", "References: <a@x> <b@x>", "Subject: bill", "Content-Type: text/plain; charset=utf-8", "",
                "שלום, מה עם החשבון?", "", "On Mon, 5 Jan 2026, Service wrote:", "> old");

        assertThat(mail.sender()).isEqualTo(new Sender("דנה", "dana@example.net", null, null));
        assertThat(mail.subject()).isEqualTo("bill");
        assertThat(mail.text()).isEqualTo("שלום, מה עם החשבון?");
        assertThat(mail.quoted()).contains("> old");
        assertThat(mail.html()).isNull();
        assertThat(mail.externalId()).isEqualTo("1@example.net");
        assertThat(mail.thread().references()).containsExactly("a@x", "b@x");
        assertThat(mail.thread().tokenOf()).isNull();
        assertThat(mail.automatic()).isFalse();
        assertThat(mail.bounced()).isNull();
        assertThat(mail.notices()).isEmpty();
        assertThat(mail.language()).isEqualTo("he");
        assertThat(mail.at()).isEqualTo(NOON);
        assertThat(mail.inboundId()).isEqualTo(11);
    }

    @Test
    void answers_go_where_the_mail_asks_and_a_name_stays_with_its_address() {
        assertThat(read("From: Dana <dana@example.net>", "Reply-To: <home@example.net>", "", "x").sender()).isEqualTo(new Sender(null, "home@example.net", null, null));
        assertThat(read("From: Dana <dana@example.net>", "Reply-To: <DANA@example.net>", "", "x").sender().name()).isEqualTo("Dana");
        assertThat(read("From: Form <noreply@example.org>", "Reply-To: Yossi <yossi@example.net>", "", "x").sender()).isEqualTo(new Sender("Yossi", "yossi@example.net", null, null));
    }

    @Test
    void a_list_is_not_its_writer() {
        assertThat(read("From: dana@example.net", "Reply-To: list@example.org", "List-Id: <l.example.org>", "", "x").sender().email()).isEqualTo("dana@example.net");
    }

    @Test
    void an_answer_never_goes_to_ourselves() {
        assertThat(read("From: dana@example.net", "Reply-To: Service@Example.com", "", "x").sender().email()).isEqualTo("dana@example.net");
        IncomingMessage own = read("From: service@example.com", "", "x");
        assertThat(own.sender().email()).isNull();
        assertThat(own.automatic()).isTrue();
    }

    @Test
    void our_own_mail_that_comes_back_gets_no_answer() {
        assertThat(read("From: dana@example.net", "Message-ID: <" + tokens.messageId("7", "example.com") + ">", "", "x").automatic()).isTrue();
    }

    @Test
    void the_newest_of_our_marks_names_the_conversation() {
        String older = tokens.messageId("7", "example.com");
        String newer = tokens.messageId("8", "example.com");
        assertThat(read("From: dana@example.net", "References: <" + older + "> <x@y>", "In-Reply-To: <" + newer + ">", "", "x").thread().tokenOf()).isEqualTo(8);
        assertThat(read("From: dana@example.net", "To: " + tokens.replyAddress("s@example.com", "9"), "", "x").thread().tokenOf()).isEqualTo(9);
        assertThat(read("From: dana@example.net", "References: <" + newer.replace("moked.8", "moked.9") + ">", "", "x").thread().tokenOf()).as("not ours").isNull();
    }

    @Test
    void a_mail_of_nobody_is_a_guest_without_a_name() {
        IncomingMessage mail = read("Subject: x", "", "text");
        assertThat(mail.sender()).isEqualTo(new Sender(null, null, null, null));
        assertThat(mail.notices()).contains(Notice.NO_SENDER);
    }

    @Test
    void an_address_that_cannot_be_written_to_is_at_least_shown() {
        String long255 = "a".repeat(250) + "@example.net";
        assertThat(read("From: " + long255, "", "x").sender()).isEqualTo(new Sender(il.moked.shared.ShownText.line(long255, 200), null, null, null));
    }

    @Test
    void a_mail_that_cannot_be_read_comes_as_a_file() {
        byte[] raw = {0, 1, 2, (byte) 0xFF, 10, 10, 0};
        IncomingMessage mail = reading.read(new Stored("x", raw));
        assertThat(mail.notices()).contains(Notice.UNREADABLE, Notice.NO_SENDER);
        assertThat(mail.automatic()).isTrue();
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.fileName()).isEqualTo("message.eml");
            assertThat(file.content()).isEqualTo(raw);
        });
        assertThat(mail.text()).doesNotContain("\0");
        assertThat(mail.externalId()).startsWith("sha256.");
    }

    @Test
    void a_mail_the_mailbox_gave_only_in_part_says_so() {
        IncomingMessage mail = reading.read(new Stored("incomplete 7.1", "From: dana@example.net\r\nSubject: x\r\n\r\n".getBytes(StandardCharsets.UTF_8)));
        assertThat(mail.notices()).containsExactly(Notice.UNREADABLE);
        assertThat(mail.sender().email()).isEqualTo("dana@example.net");
        assertThat(mail.files()).hasSize(1);
    }

    @Test
    void a_mail_cut_at_the_door_says_so() {
        byte[] raw = new byte[Reception.LARGEST];
        Arrays.fill(raw, (byte) 'x');
        byte[] head = "From: dana@example.net\r\nSubject: large\r\n\r\n".getBytes(StandardCharsets.UTF_8);
        System.arraycopy(head, 0, raw, 0, head.length);
        assertThat(reading.read(new Stored("x", raw)).notices()).contains(Notice.TRUNCATED).doesNotContain(Notice.UNREADABLE);
    }

    @Test
    void a_failed_delivery_names_the_mail_that_failed() {
        String ours = tokens.messageId("7", "example.com");
        IncomingMessage mail = read("From: Mail Delivery <MAILER-DAEMON@example.net>", "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "", "sorry", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx", "", "Final-Recipient: rfc822; dana@example.net", "Action: failed", "Status: 5.1.1", "Diagnostic-Code: smtp; 550 no such user", "",
                "--b", "Content-Type: text/rfc822-headers", "", "Message-ID: <" + ours + ">", "", "--b--");
        assertThat(mail.bounced()).isEqualTo(new IncomingMessage.Bounce(ours, 7L, "dana@example.net", "5.1.1 550 no such user"));
        assertThat(mail.notices()).contains(Notice.BOUNCE);
        assertThat(mail.automatic()).isTrue();
    }

    @Test
    void machines_are_told_from_people() {
        assertThat(read("From: dana@example.net", "Auto-Submitted: auto-replied", "", "x")).satisfies(mail -> {
            assertThat(mail.automatic()).isTrue();
            assertThat(mail.notices()).containsExactly(Notice.AUTO_REPLY);
        });
        assertThat(read("From: dana@example.net", "Precedence: bulk", "", "x").notices()).containsExactly(Notice.BULK);
    }

    @Test
    void inline_pictures_keep_their_id() {
        IncomingMessage mail = read("From: dana@example.net", "Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: text/html", "", "<img src=\"cid:p1\">", "--b", "Content-Type: image/png", "Content-ID: <p1>",
                "Content-Disposition: inline; filename=a.png", "Content-Transfer-Encoding: base64", "", "iVBORw0KGgo=", "--b--");
        assertThat(mail.html()).contains("cid:p1");
        assertThat(mail.files()).singleElement().satisfies(file -> {
            assertThat(file.contentId()).isEqualTo("p1");
            assertThat(file.shownInline()).isTrue();
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Hello there | en
            שלום | he
            12345 ??? | he
            Hi, שלום רב לכולם | he
            see https://example.com/very/long/path/in/latin/letters שלום | he
            Please call me back, my name is written שרה in Hebrew | en
            Здравствуйте, где мой счет | he
            """)
    void the_language_is_told_by_the_letters(String text, String language) {
        assertThat(MailLanguage.of(text, "he")).isEqualTo(language);
    }
}
