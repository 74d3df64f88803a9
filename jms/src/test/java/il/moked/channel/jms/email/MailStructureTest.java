// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class MailStructureTest {

    private final MailParser parser = new MailParser();

    @Test
    void a_plain_mail_gives_all_its_fields() {
        ParsedMail mail = Samples.parseLines("Message-ID: <one@example.com>", "From: Dana <dana@example.com>", "Reply-To: d2@example.com", "To: a@example.com, B <b@example.com>", "Cc: c@example.com",
                "Date: Mon, 5 Jan 2026 10:15:00 +0200", "References: <r1@x> <r2@x>", "In-Reply-To: <r3@x>", "Subject: Bill", "", "Hello");

        assertThat(mail.messageId()).isEqualTo("one@example.com");
        assertThat(mail.messageIdInvented()).isFalse();
        assertThat(mail.references()).containsExactly("r1@x", "r2@x", "r3@x");
        assertThat(mail.sender()).isEqualTo(new MailAddress("dana@example.com", "Dana"));
        assertThat(mail.answerTo()).contains(new MailAddress("d2@example.com", ""));
        assertThat(mail.to()).containsExactly(new MailAddress("a@example.com", ""), new MailAddress("b@example.com", "B"));
        assertThat(mail.cc()).containsExactly(new MailAddress("c@example.com", ""));
        assertThat(mail.sentAt()).isEqualTo(Instant.parse("2026-01-05T08:15:00Z"));
        assertThat(mail.newText()).isEqualTo("Hello");
        assertThat(mail.nature()).isEqualTo(MailNature.PERSONAL);
        assertThat(mail.notices()).isEmpty();
    }

    @Test
    void a_mail_without_an_id_gets_one_that_is_always_the_same() {
        ParsedMail first = Samples.parseLines("From: a@example.com", "", "x");

        assertThat(first.messageIdInvented()).isTrue();
        assertThat(first.messageId()).matches("sha256\\.[0-9a-f]{64}@moked\\.invalid").isEqualTo(Samples.parseLines("From: a@example.com", "", "x").messageId());
        assertThat(first.messageId()).isNotEqualTo(Samples.parseLines("From: a@example.com", "", "y").messageId());
    }

    @Test
    void long_threads_keep_their_root_and_newest_ids() {
        StringBuilder references = new StringBuilder("References:");
        for (int i = 0; i < 300; i++) {
            references.append("\r\n <").append(i).append("@x>");
        }
        ParsedMail mail = Samples.parseLines("From: a@example.com", references.toString(), "", "x");

        assertThat(mail.references()).hasSize(50).startsWith("0@x").endsWith("299@x").doesNotContain("100@x");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            From: a@example.com | a@example.com
            From: | b@example.com
            From: <> | b@example.com
            From: undisclosed | b@example.com
            From: "Name only" | b@example.com
            From: Dana at home <a@example.com | a@example.com
            From: a@example.com (Dana) | a@example.com
            From: Dana, Levi <a@example.com> | a@example.com
            From: [Dana] <a@example.com> | a@example.com
            From: mailto:a@example.com | a@example.com
            """)
    void the_sender_falls_back_to_reply_to(String from, String expected) {
        assertThat(Samples.parseLines(from, "Reply-To: b@example.com", "Return-Path: <c@example.com>", "", "x").sender().address()).isEqualTo(expected);
    }

    @Test
    void then_to_return_path_then_to_sender_and_then_there_is_none() {
        assertThat(Samples.parseLines("From: x", "Return-Path: <c@example.com>", "Sender: d@example.com", "", "x").sender().address()).isEqualTo("c@example.com");
        assertThat(Samples.parseLines("From: x", "Return-Path: <>", "Sender: d@example.com", "", "x").sender().address()).isEqualTo("d@example.com");
        assertThat(Samples.parseLines("From: x", "Subject: y", "", "x")).satisfies(m -> {
            assertThat(m.sender()).isNull();
            assertThat(m.notices()).containsExactly(MailNotice.NO_SENDER);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r", "\r\r\n"})
    void every_kind_of_line_end_is_understood(String end) {
        String raw = String.join(end, "From: a@example.com", "Subject: long", " subject", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "one", "two", "--b", "Content-Type: text/csv; name=a.csv", "", "1,2", "--b--", "");
        ParsedMail mail = parser.parse(raw.getBytes(StandardCharsets.US_ASCII));

        assertThat(mail.subject()).isEqualTo("long subject");
        assertThat(mail.text()).isEqualTo("one\ntwo");
        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("a.csv");
    }

    @Test
    void an_mbox_line_and_empty_lines_before_the_header_are_skipped() {
        assertThat(Samples.parseLines("From dana@example.com Mon Jan  5 10:15:00 2026", "From: a@example.com", "Subject: s", "", "x").subject()).isEqualTo("s");
        assertThat(Samples.parseLines("", "  ", "From: a@example.com", "Subject: s", "", "x").subject()).isEqualTo("s");
        assertThat(Samples.parseLines("\uFEFFFrom: a@example.com", "Subject: s", "", "x").sender().address()).isEqualTo("a@example.com");
    }

    @Test
    void a_header_without_an_empty_line_ends_where_the_text_begins() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Subject: s", "Hello, this is the text.", "Second line.");

        assertThat(mail.subject()).isEqualTo("s");
        assertThat(mail.text()).isEqualTo("Hello, this is the text.\nSecond line.");
        assertThat(mail.notices()).containsExactly(MailNotice.BROKEN_STRUCTURE);
    }

    @Test
    void a_folded_line_that_lost_its_indent_does_not_end_the_header() {
        ParsedMail mail = Samples.parseLines("Subject: first half", "second half", "From: a@example.com", "", "x");

        assertThat(mail.sender().address()).isEqualTo("a@example.com");
        assertThat(mail.subject()).isEqualTo("first half second half");
    }

    @ParameterizedTest
    @ValueSource(strings = {"Content-Type: multipart/mixed", "Content-Type: multipart/mixed; boundary=other", "Content-Type: multipart/mixed; boundary=\"\""})
    void a_missing_or_wrong_boundary_is_found_in_the_body(String type) {
        ParsedMail mail = Samples.parseLines("From: a@example.com", type, "", "--real-one", "Content-Type: text/plain", "", "hello", "--real-one", "Content-Type: image/png; name=a.png", "", "x", "--real-one--");

        assertThat(mail.text()).isEqualTo("hello");
        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("a.png");
        assertThat(mail.notices()).contains(MailNotice.BROKEN_STRUCTURE);
    }

    @Test
    void a_part_without_header_keeps_text_that_looks_like_one() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "From: Dana", "Subject: bill", "", "text", "--b--");

        assertThat(mail.text()).isEqualTo("From: Dana\nSubject: bill\n\ntext");
    }

    @Test
    void without_any_boundary_the_text_is_shown_whole() {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=b", "", "just text").text()).isEqualTo("just text");
    }

    @Test
    void unterminated_parts_reach_to_the_end() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=o", "", "--o", "Content-Type: multipart/alternative; boundary=i", "", "--i", "", "plain", "--i",
                "Content-Type: text/html", "", "<p>rich", "--o", "Content-Type: text/csv; name=a.csv", "", "1,2");

        assertThat(mail.text()).isEqualTo("plain");
        assertThat(mail.html()).isEqualTo("<p>rich");
        assertThat(mail.attachments()).singleElement().satisfies(a -> assertThat(new String(a.bytes(), StandardCharsets.US_ASCII)).isEqualTo("1,2\r\n"));
        assertThat(mail.notices()).containsExactly(MailNotice.BROKEN_STRUCTURE);
    }

    @Test
    void parts_behind_the_closing_boundary_are_not_lost() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "one", "--b--", "--b", "Content-Type: text/csv; name=a.csv", "", "1", "--b--");

        assertThat(mail.attachments()).hasSize(1);
    }

    @Test
    void broken_base64_gives_what_can_be_read() {
        String encoded = Base64.getEncoder().encodeToString("A rather long sentence that was damaged on its way.".getBytes(StandardCharsets.US_ASCII));

        assertThat(base64("Ql" + "!" + "Fo").text()).isEqualTo("BQh");
        assertThat(base64(encoded.substring(0, 20) + "*" + encoded.substring(20)).text()).isEqualTo("A rather long sentence that was damaged on its way.");
        assertThat(base64("SGVsbG8").text()).isEqualTo("Hello");
        assertThat(base64("SGVsbG8=SGVsbG8=").text()).isEqualTo("HelloHello");
        assertThat(base64("This was never base64, but somebody said so!").text()).isEqualTo("This was never base64, but somebody said so!");
    }

    private static ParsedMail base64(String body) {
        return Samples.parseLines("From: a@example.com", "Content-Type: text/plain", "Content-Transfer-Encoding: base64", "", body);
    }

    @Test
    void broken_quoted_printable_stays_readable() {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Transfer-Encoding: quoted-printable", "", "50=25 = half =ZZ, soft=  ", "break, trailing   ", "end=").text())
                .isEqualTo("50% = half =ZZ, softbreak, trailing\nend");
    }

    @ParameterizedTest
    @ValueSource(strings = {"7-bit", "8bits", "plain", "", "x-gzip64", "\"8bit\""})
    void unknown_encodings_leave_the_text_as_it_is(String encoding) {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Transfer-Encoding: " + encoding, "", "a=20b").text()).isEqualTo("a=20b");
    }

    @Test
    void inline_images_keep_their_content_id_and_calendars_become_files() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/related; boundary=b", "", "--b", "Content-Type: multipart/alternative; boundary=c", "",
                "--c", "Content-Type: text/html", "", "<img src=\"cid:logo@x\">Hello", "--c", "Content-Type: text/calendar; method=REQUEST", "", "BEGIN:VCALENDAR", "--c--",
                "--b", "Content-Type: image/png", "Content-ID: <logo@x>", "Content-Transfer-Encoding: base64", "", "iVBORw==", "--b--");

        assertThat(mail.text()).isEqualTo("Hello");
        assertThat(mail.attachments()).extracting(MailAttachment::fileName, MailAttachment::contentId, MailAttachment::inline)
                .containsExactly(org.assertj.core.groups.Tuple.tuple("attachment-1.ics", null, false), org.assertj.core.groups.Tuple.tuple("attachment-2.png", "logo@x", true));
    }

    @Test
    void text_between_and_after_files_is_part_of_the_body() {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "before", "--b", "Content-Type: image/png; name=a.png", "", "x", "--b", "Content-Type: text/html", "", "<b>after</b>", "--b--");

        assertThat(mail.text()).isEqualTo("before\nafter");
        assertThat(mail.html()).isEqualTo("<pre>before</pre><b>after</b>");
    }

    @Test
    void an_empty_plain_half_gives_way_to_the_html_half() {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Type: multipart/alternative; boundary=b", "", "--b", "Content-Type: text/plain", "", " ", "--b", "Content-Type: text/html", "", "<p>A</p><p>B<br>C</p>", "--b--").text())
                .isEqualTo("A\n\nB\nC");
    }

    @Test
    void flowed_text_is_joined_again() {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Type: text/plain; format=flowed", "", "one ", "line", "> quoted ", "> more", "-- ", "sig").text()).isEqualTo("one line\n> quoted more\n-- \nsig");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            multipart/encrypted; protocol="application/pgp-encrypted"; boundary=b | ENCRYPTED_PGP
            multipart/signed; protocol="application/pgp-signature"; boundary=b | SIGNED_PGP
            multipart/signed; protocol="application/pkcs7-signature"; boundary=b | SIGNED_SMIME
            application/pkcs7-mime; smime-type=enveloped-data; name=smime.p7m | ENCRYPTED_SMIME
            application/x-pkcs7-mime; smime-type=signed-data; name=smime.p7m | SIGNED_SMIME
            """)
    void signed_and_encrypted_mail_is_shown_as_such(String type, MailNotice notice) {
        assertThat(Samples.parseLines("From: a@example.com", "Content-Type: " + type, "", "--b", "", "x", "--b--").notices()).contains(notice);
    }

    @Test
    void pgp_within_the_text_is_noticed() {
        assertThat(Samples.parseLines("From: a@example.com", "", "-----BEGIN PGP MESSAGE-----", "x").notices()).contains(MailNotice.ENCRYPTED_PGP);
        assertThat(Samples.parseLines("From: a@example.com", "", "-----BEGIN PGP SIGNED MESSAGE-----", "x").notices()).contains(MailNotice.SIGNED_PGP);
    }

    @Test
    void files_and_text_in_a_winmail_dat_are_taken_out() {
        byte[] tnef = tnef();
        String encoded = Base64.getMimeEncoder().encodeToString(tnef);
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: application/ms-tnef; name=winmail.dat", "Content-Transfer-Encoding: base64", "", encoded);

        assertThat(mail.notices()).containsExactly(MailNotice.TNEF);
        assertThat(mail.text()).isEqualTo("גוף ההודעה");
        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("winmail.dat", "חשבונית ארוכה.pdf");
        assertThat(mail.attachments().get(1).bytes()).isEqualTo(new byte[] {1, 2, 3});
    }

    @Test
    void a_damaged_winmail_dat_harms_nothing() {
        byte[] tnef = tnef();
        for (int length = 0; length < tnef.length; length++) {
            assertThat(Tnef.read(java.util.Arrays.copyOf(tnef, length)).files()).hasSizeLessThanOrEqualTo(1);
        }
    }

    private static byte[] tnef() {
        ByteBuffer out = ByteBuffer.allocate(1_000).order(ByteOrder.LITTLE_ENDIAN);
        out.putInt(0x223E9F78).putShort((short) 1);
        attribute(out, 0x0002800C, "גוף ההודעה\0".getBytes(MailCharset.WINDOWS_1255));
        attribute(out, 0x00069002, new byte[14]);
        attribute(out, 0x00018010, "SHORT~1.PDF\0".getBytes(StandardCharsets.US_ASCII));
        attribute(out, 0x0006800F, new byte[] {1, 2, 3});
        byte[] name = "חשבונית ארוכה.pdf\0".getBytes(StandardCharsets.UTF_16LE);
        ByteBuffer properties = ByteBuffer.allocate(200).order(ByteOrder.LITTLE_ENDIAN).putInt(2).putShort((short) 3).putShort((short) 0x3705).putInt(1)
                .putShort((short) 0x1F).putShort((short) 0x3707).putInt(1).putInt(name.length).put(name);
        attribute(out, 0x00069005, java.util.Arrays.copyOf(properties.array(), properties.position() + (4 - name.length % 4) % 4));
        return java.util.Arrays.copyOf(out.array(), out.position());
    }

    private static void attribute(ByteBuffer out, int id, byte[] value) {
        out.put((byte) 1).putInt(id).putInt(value.length).put(value).putShort((short) 0);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            'Mon, 5 Jan 2026 10:15:00 +0200' | 2026-01-05T08:15:00Z
            '5 Jan 26 10:15 GMT' | 2026-01-05T10:15:00Z
            '2026-01-05 10:15:00+02:00' | 2026-01-05T08:15:00Z
            """)
    void dates_are_read(String date, Instant instant) {
        assertThat(Samples.parseLines("Date: " + date, "", "x").sentAt()).isEqualTo(instant);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "yesterday", "Mon, 99 Foo 2026", "1 Jan 1900 00:00:00 +0000"})
    void what_is_no_date_gives_none(String date) {
        assertThat(Samples.parseLines("Date: " + date, "", "x").sentAt()).isNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            a/b/c.pdf | c.pdf
            ..\\..\\c.pdf | c.pdf
            .htaccess | htaccess
            con.txt | _con.txt
            'a:b*c?.txt' | a_b_c_.txt
            / | attachment-3.pdf
            ... | attachment-3.pdf
            """)
    void file_names_are_made_safe(String name, String safe) {
        assertThat(FileNames.safe(name, "application/pdf", 3)).isEqualTo(safe);
    }

    @Test
    void deceiving_and_endless_file_names_are_made_honest() {
        assertThat(FileNames.safe("invoice\u202Egpj.exe", "x/y", 1)).isEqualTo("invoicegpj.exe");
        assertThat(FileNames.safe("a\u0000\u200B\r\nb.txt", "x/y", 1)).isEqualTo("ab.txt");
        assertThat(FileNames.safe("ח".repeat(500) + ".pdf", "x/y", 1)).hasSize(100).endsWith("ח.pdf");
    }
}
