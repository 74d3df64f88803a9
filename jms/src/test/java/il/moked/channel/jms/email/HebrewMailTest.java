// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Hebrew in every form in which mail programs send it. */
class HebrewMailTest {

    private static final String GREETING = "שלום רב, לא קיבלתי את החשבונית";
    private static final Charset W1255 = Charset.forName("windows-1255");
    private static final Charset ISO = Charset.forName("ISO-8859-8");

    private final MailParser parser = new MailParser();

    private static String encodedWord(String charset, Charset real, String text) {
        return "=?" + charset + "?B?" + Base64.getEncoder().encodeToString(text.getBytes(real)) + "?=";
    }

    @ParameterizedTest
    @CsvSource({"iso-8859-8-i, ISO-8859-8", "ISO-8859-8-I, ISO-8859-8", "iso-8859-8-e, ISO-8859-8", "ISO-8859-8, ISO-8859-8", "windows-1255, windows-1255", "cp1255, windows-1255",
        "x-windows-1255, windows-1255", "utf-8, UTF-8", "UTF8, UTF-8", "logical, ISO-8859-8"})
    void header_names_and_body_are_read_in_every_hebrew_charset(String name, String real) {
        Charset charset = Charset.forName(real);
        ParsedMail mail = parser.parse(Samples.bytes("From: ", encodedWord(name, charset, "דנה לוי"), " <dana@example.com>\nSubject: ", encodedWord(name, charset, GREETING),
                "\nContent-Type: text/plain; charset=\"", name, "\"\nContent-Transfer-Encoding: 8bit\n\n", GREETING.getBytes(charset)));

        assertThat(mail.subject()).isEqualTo(GREETING);
        assertThat(mail.sender()).isEqualTo(new MailAddress("dana@example.com", "דנה לוי"));
        assertThat(mail.text()).isEqualTo(GREETING);
        assertThat(mail.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us-ascii", "iso-8859-1", "windows-1252", "x-unknown", "utf-8", "no such charset"})
    void hebrew_in_windows_1255_under_a_wrong_name_is_recognised(String wrong) {
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: text/plain", wrong.isEmpty() ? "" : "; charset=\"" + wrong + '"', "\n\n", (GREETING + " ₪120").getBytes(W1255)));

        assertThat(mail.text()).isEqualTo(GREETING + " ₪120");
        assertThat(mail.notices()).contains(MailNotice.CHARSET_GUESSED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "us-ascii", "iso-8859-1", "windows-1252", "x-unknown"})
    void utf8_under_a_wrong_name_is_recognised(String wrong) {
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: text/plain", wrong.isEmpty() ? "" : "; charset=" + wrong, "\n\n", GREETING.getBytes(StandardCharsets.UTF_8)));

        assertThat(mail.text()).isEqualTo(GREETING);
        assertThat(mail.notices()).containsExactly(MailNotice.CHARSET_GUESSED);
    }

    @Test
    void western_text_is_not_taken_for_hebrew() {
        String french = "Déjà payé à l'hôtel, où êtes-vous ? Grüße, señor, façade";
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: text/plain; charset=iso-8859-1\n\n", french.getBytes(StandardCharsets.ISO_8859_1)));

        assertThat(mail.text()).isEqualTo(french);
        assertThat(mail.notices()).isEmpty();
    }

    @Test
    void raw_eight_bit_headers_are_read_as_utf8_or_windows_1255() {
        for (Charset charset : new Charset[] {StandardCharsets.UTF_8, W1255}) {
            ParsedMail mail = parser.parse(Samples.bytes("From: ", "דנה לוי".getBytes(charset), " <dana@example.com>\nTo: \"", "שירות, לקוחות".getBytes(charset), "\" <s@example.com>\nSubject: ", GREETING.getBytes(charset), "\n\nx"));

            assertThat(mail.subject()).isEqualTo(GREETING);
            assertThat(mail.sender()).isEqualTo(new MailAddress("dana@example.com", "דנה לוי"));
            assertThat(mail.to()).containsExactly(new MailAddress("s@example.com", "שירות, לקוחות"));
        }
    }

    @Test
    void raw_eight_bit_headers_in_the_charset_of_the_body_are_read_in_it() {
        Charset koi8 = Charset.forName("KOI8-R");
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nSubject: ", "Счёт".getBytes(koi8), "\nContent-Type: text/plain; charset=koi8-r\n\n", "Привет".getBytes(koi8)));

        assertThat(mail.subject()).isEqualTo("Счёт");
        assertThat(mail.text()).isEqualTo("Привет");
    }

    @Test
    void a_letter_split_between_two_encoded_words_is_joined() {
        byte[] bytes = "חשבונית מס".getBytes(StandardCharsets.UTF_8);
        String first = Base64.getEncoder().encodeToString(java.util.Arrays.copyOf(bytes, 7));
        String second = Base64.getEncoder().encodeToString(java.util.Arrays.copyOfRange(bytes, 7, bytes.length));

        assertThat(Samples.parseLines("From: a@example.com", "Subject: =?UTF-8?B?" + first + "?=", " =?utf-8?B?" + second + "?= 17", "", "x").subject()).isEqualTo("חשבונית מס 17");
        assertThat(Samples.parseLines("From: a@example.com", "Subject: =?UTF-8?Q?=D7=97=D7?= =?UTF-8?Q?=A9=D7=91?=", "", "x").subject()).isEqualTo("חשב");
    }

    @Test
    void encoded_words_that_break_the_rules_are_still_read() {
        String word = encodedWord("windows-1255", W1255, "שלום");

        assertThat(Samples.parseLines("From: \"" + word + "\" <a@example.com>", "Subject: Re:" + word + "x", "", "x"))
                .satisfies(m -> assertThat(m.subject()).isEqualTo("Re:שלוםx"))
                .satisfies(m -> assertThat(m.sender().name()).isEqualTo("שלום"));
        assertThat(Samples.parseLines("Subject: =?utf-8?Q?with raw blanks_and_question??=", "", "x").subject()).isEqualTo("with raw blanks and question?");
        assertThat(Samples.parseLines("Subject: =?utf-8?B?16nXnNeV150", "", "x").subject()).isEqualTo("שלום");
        assertThat(Samples.parseLines("Subject: =?no-such-set?Q?plain?=", "", "x").subject()).isEqualTo("plain");
        assertThat(Samples.parseLines("Subject: =?utf-8*he?B?16nXnNeV150=?=", "", "x").subject()).isEqualTo("שלום");
    }

    @Test
    void an_encoded_name_cannot_smuggle_in_another_address() {
        String word = encodedWord("utf-8", StandardCharsets.UTF_8, "bank@example.com\" <boss@example.com>, \"x");
        ParsedMail mail = Samples.parseLines("From: " + word + " <thief@example.net>", "To: " + word + " <s@example.com>", "", "x");

        assertThat(mail.sender().address()).isEqualTo("thief@example.net");
        assertThat(mail.to()).extracting(MailAddress::address).containsExactly("s@example.com");
    }

    @Test
    void a_hebrew_html_body_says_its_charset_itself() {
        String html = "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=windows-1255\"></head><body dir=\"rtl\"><p>" + GREETING + "</p></body></html>";
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: text/html\n\n", html.getBytes(W1255)));

        assertThat(mail.text()).isEqualTo(GREETING);
        assertThat(mail.html()).isEqualTo(html);
    }

    @Test
    void quoted_printable_and_base64_bodies_in_hebrew_charsets_are_read() {
        ParsedMail base64 = Samples.parseLines("From: a@example.com", "Content-Type: text/plain; charset=iso-8859-8-i", "Content-Transfer-Encoding: base64", "",
                Base64.getMimeEncoder().encodeToString(GREETING.getBytes(ISO)));
        ParsedMail quoted = Samples.parseLines("From: a@example.com", "Content-Type: text/plain; charset=windows-1255", "Content-Transfer-Encoding: Quoted-Printable;", "", "=F9=EC=E5=", "=ED");

        assertThat(base64.text()).isEqualTo(GREETING);
        assertThat(quoted.text()).isEqualTo("שלום");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "filename*=UTF-8''%D7%97%D7%A9%D7%91%D7%95%D7%A0%D7%99%D7%AA.pdf",
        "filename*=windows-1255'he'%E7%F9%E1%E5%F0%E9%FA.pdf",
        "filename*=iso-8859-8-i''%E7%F9%E1%E5%F0%E9%FA.pdf",
        "filename*0*=UTF-8''%D7%97%D7%A9%D7;\r\n filename*1*=%91%D7%95%D7%A0;\r\n filename*2*=%D7%99%D7%AA.pdf",
        "filename*0*=UTF-8''%D7%97%D7%A9%D7%91%D7%95%D7%A0;\r\n filename*1*=%D7%99%D7%AA; filename*2=\".pdf\"",
        "filename*1*=%91%D7%95%D7%A0%D7%99%D7%AA.pdf; filename*0*=UTF-8''%D7%97%D7%A9%D7",
        "filename=\"=?UTF-8?B?15fXqdeR15XXoNeZ16o=?=.pdf\"",
        "filename==?UTF-8?B?15fXqdeR15XXoNeZ16oucGRm?=",
        "filename=\"=?iso-8859-8-i?B?5/nh5fDp+g==?=.pdf\"",
        "filename=\"=?windows-1255?Q?=E7=F9=E1=E5=F0=E9=FA.pdf?=\"",
        "filename=\"חשבונית.pdf\"",
        "filename=חשבונית.pdf",
        "filename=\"x.pdf\"; filename*=UTF-8''%D7%97%D7%A9%D7%91%D7%95%D7%A0%D7%99%D7%AA.pdf",
        "filename=\"C:\\מסמכים\\חשבונית.pdf\"",
        "filename=\"../../etc/חשבונית.pdf\"",
        "filename*=UTF-8''%E2%80%AE%D7%97%D7%A9%D7%91%D7%95%D7%A0%D7%99%D7%AA%00.pdf"})
    void hebrew_file_names_arrive_in_every_form(String parameter) {
        ParsedMail mail = Samples.parseLines("From: a@example.com", "Content-Type: multipart/mixed; boundary=b", "", "--b", "", "hi", "--b", "Content-Type: application/pdf",
                "Content-Disposition: attachment; " + parameter, "", "%PDF", "--b--");

        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("חשבונית.pdf");
    }

    @Test
    void a_name_in_raw_windows_1255_arrives() {
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: application/pdf; name=\"", "חשבונית.pdf".getBytes(W1255), "\"\n\n%PDF"));

        assertThat(mail.attachments()).extracting(MailAttachment::fileName).containsExactly("חשבונית.pdf");
    }

    @Test
    void text_that_is_declared_iso_but_uses_the_wider_windows_set_keeps_its_signs() {
        ParsedMail mail = parser.parse(Samples.bytes("From: a@example.com\nContent-Type: text/plain; charset=iso-8859-8-i\n\n", "מחיר – “שלום”".getBytes(W1255)));

        assertThat(mail.text()).isEqualTo("מחיר – “שלום”");
    }
}
