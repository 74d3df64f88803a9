// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OutgoingMailTest {

    private static final Instant NOON = Instant.parse("2026-01-05T12:00:00Z");

    private static OutgoingMail mail(String subject, String text, boolean automatic, OutgoingFile... files) {
        return new OutgoingMail("service@example.com", "מוקד שירות", null, "dana@example.net", "דנה \"לוי\", בע\"מ", subject, text, "moked.7.n.m@example.com", "in@example.net",
                List.of("root@example.net", "in@example.net"), List.of(files), automatic, NOON);
    }

    private static ParsedMail parsed(OutgoingMail mail) {
        return new MailParser().parse(mail.toBytes());
    }

    @Test
    void what_is_sent_reads_back_the_same() {
        byte[] bytes = {0, 1, 2, (byte) 0xFF};
        ParsedMail mail = parsed(mail("Re: חשבונית מס 17 – לא התקבלה", "שלום דנה,\nהחשבונית נשלחה שוב.\n\nבברכה", false,
                new OutgoingFile("חשבונית ינואר.pdf", "application/pdf", bytes), new OutgoingFile("a/../b.eml", "message/rfc822", bytes)));

        assertThat(mail.messageId()).isEqualTo("moked.7.n.m@example.com");
        assertThat(mail.references()).containsExactly("root@example.net", "in@example.net");
        assertThat(mail.sender()).isEqualTo(new MailAddress("service@example.com", "מוקד שירות"));
        assertThat(mail.to()).extracting(MailAddress::address).containsExactly("dana@example.net");
        assertThat(mail.subject()).isEqualTo("Re: חשבונית מס 17 – לא התקבלה");
        assertThat(mail.text()).isEqualTo("שלום דנה,\nהחשבונית נשלחה שוב.\n\nבברכה");
        assertThat(mail.sentAt()).isEqualTo(NOON);
        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("חשבונית ינואר.pdf", "b.eml");
        assertThat(mail.attachments()).allSatisfy(a -> assertThat(a.bytes()).isEqualTo(bytes));
        assertThat(mail.notices()).isEmpty();
        assertThat(mail.nature()).isEqualTo(MailNature.PERSONAL);
    }

    @Test
    void only_automatic_mail_says_that_it_is_automatic() {
        assertThat(new String(mail("x", "x", true).toBytes(), StandardCharsets.US_ASCII)).contains("Auto-Submitted: auto-replied\r\n");
        assertThat(new String(mail("x", "x", false).toBytes(), StandardCharsets.US_ASCII)).doesNotContain("Auto-Submitted");
        assertThat(parsed(mail("x", "x", true)).nature()).isEqualTo(MailNature.AUTO_REPLY);
    }

    @Test
    void lines_and_characters_stay_within_what_smtp_carries() {
        String longLine = "a".repeat(5_000) + " " + "ש".repeat(5_000);
        OutgoingMail mail = new OutgoingMail("service@example.com", "ש".repeat(200), "s+1@example.com", "dana@example.net", "ד".repeat(200), "ש".repeat(500), longLine, "m@x", null,
                java.util.stream.IntStream.range(0, 50).mapToObj(i -> "a".repeat(200) + i + "@x").toList(), List.of(new OutgoingFile("ק".repeat(300) + ".txt", "text/plain", longLine.getBytes(StandardCharsets.UTF_8))), false, NOON);
        String raw = new String(mail.toBytes(), StandardCharsets.ISO_8859_1);

        assertThat(raw.chars()).allMatch(c -> c < 0x80);
        assertThat(raw.replace("\r\n", "")).doesNotContain("\r", "\n");
        assertThat(Arrays.stream(raw.split("\r\n"))).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(998));
        assertThat(parsed(mail).text()).isEqualTo(longLine);
        assertThat(parsed(mail).subject()).isEqualTo("ש".repeat(500));
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\r\nBcc: x@example.com", "a\nb", "a\rb", "a\0b", "a\u2028b", "a\u0085b"})
    void header_sources_with_line_ends_are_refused(String hostile) {
        assertThatIllegalArgumentException().isThrownBy(() -> mail(hostile, "x", false));
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", hostile, "d@example.com", "", "m@x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", "", "d@example.com", hostile, "m@x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> of(hostile + "@example.com", "", "d@example.com", "", "m@x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", "", "d@example.com" + hostile, "", "m@x", null));
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", "", "d@example.com", "", hostile, null));
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", "", "d@example.com", "", "m@x", hostile));
    }

    private static OutgoingMail of(String from, String fromName, String to, String toName, String id, String inReplyTo) {
        return new OutgoingMail(from, fromName, null, to, toName, "s", "t", id, inReplyTo, List.of(), List.of(), false, NOON);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dana", "dana@", "@example.com", "a@b@c", "a@example.com, b@example.com", "<a@example.com>", "Dana <a@example.com>", "a b@example.com", "a@-example-.com\u0000"})
    void what_is_not_one_mailbox_is_refused(String address) {
        assertThatIllegalArgumentException().isThrownBy(() -> of("s@example.com", "", address, "", "m@x", null));
    }

    @Test
    void a_line_end_in_a_file_name_cannot_add_a_header() {
        String raw = new String(mail("x", "x", false, new OutgoingFile("a\r\nBcc: v@example.com\r\n.txt", "text/plain\r\nX: y", new byte[0])).toBytes(), StandardCharsets.US_ASCII);

        assertThat(raw).doesNotContain("\r\nBcc:", "\r\nX:");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            חשבון | Re: חשבון
            Re: חשבון | Re: חשבון
            RE: AW: השב: תגובה: חשבון | Re: חשבון
            Re[2]: bill | Re: bill
            Fwd: bill | Re: Fwd: bill
            Regarding: bill | Re: Regarding: bill
            '' | 'Re: '
            """)
    void an_answer_has_one_mark(String subject, String answer) {
        assertThat(OutgoingMail.answerSubject(subject)).isEqualTo(answer);
    }

    @Test
    void an_answer_subject_from_a_hostile_mail_is_fit_for_a_header() {
        assertThat(OutgoingMail.answerSubject("a\r\nBcc: x\0\u202Eb" + "ש".repeat(2_000))).startsWith("Re: a Bcc: xb").hasSizeLessThanOrEqualTo(500);
    }

    @Test
    void hebrew_reads_from_the_right_and_numbers_keep_their_order() {
        String html = parsed(mail("x", "שלום, התקשרו 03-1234567 או dana@example.com\nעד 12:30, פנייה AA0S29VFF6\n\nHello again", false)).html();

        assertThat(html).contains("<div dir=\"rtl\">", "<p dir=\"rtl\">שלום", "<bdi dir=\"ltr\">03-1234567</bdi>", "<bdi dir=\"ltr\">dana@example.com</bdi>", "<bdi dir=\"ltr\">12:30</bdi>", "<bdi dir=\"ltr\">AA0S29VFF6</bdi>", "<p dir=\"ltr\">Hello again</p>");
    }

    @Test
    void english_reads_from_the_left_even_after_digits_and_signs() {
        assertThat(OutgoingHtml.of("12:30 – Hello שלום")).contains("<div dir=\"ltr\">").doesNotContain("rtl");
        assertThat(OutgoingHtml.of("12:30 – שלום Hello")).contains("<div dir=\"rtl\">");
    }

    @Test
    void text_cannot_become_markup() {
        assertThat(OutgoingHtml.of("<script>alert(1)</script> & \"x\" https://example.com/?a=1&b='<b>"))
                .contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; &quot;x&quot;", "<a href=\"https://example.com/?a=1&amp;b=&#39;\">").doesNotContain("<script", "<b>");
    }
}
