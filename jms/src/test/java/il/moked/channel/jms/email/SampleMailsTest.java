// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** The mails other projects collected because they broke a parser. */
class SampleMailsTest {

    private final MailParser parser = new MailParser();

    static Stream<Path> mails() {
        return Samples.mails().stream();
    }

    /** Without those where a boundary or base64 is damaged so that content and delimiter are a matter of opinion. */
    static Stream<Path> mime4j() {
        List<String> disputed = List.of("multi-frag.msg", "malformedHeaderStartsBody-nocrlfcrlf.msg", "very-long-boundary.msg", "very-very-long-boundary.msg", "weird-boundary.msg");
        return mails().filter(p -> p.toString().contains("mime4j") && p.toString().endsWith(".msg") && !disputed.contains(p.getFileName().toString()));
    }

    @Test
    void all_the_samples_are_here() {
        assertThat(Samples.mails()).hasSizeGreaterThan(310);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void every_sample_is_read_and_shows_everything_it_must(Path file) {
        byte[] raw = Samples.bytes(file);
        ParsedMail mail = parser.parse(raw);

        assertThat(mail.messageId()).isNotBlank().hasSizeLessThanOrEqualTo(MessageIds.MAX_LENGTH).doesNotContain("<", ">", " ");
        assertThat(mail.subject()).doesNotContain("\n", "\r", "\0");
        assertThat(mail.text()).doesNotContain("\r", "\0");
        assertThat(mail.sender() == null).isEqualTo(mail.notices().contains(MailNotice.NO_SENDER));
        assertThat(mail.attachments()).allSatisfy(a -> assertThat(a.fileName()).isNotBlank().doesNotContain("/", "\\", "\0", "\u202E"));
        assertThat(words(mail.newText() + "\n" + mail.quotedText())).containsExactlyInAnyOrderElementsOf(words(mail.text()));
        assertThat(parser.parse(raw)).usingRecursiveComparison().isEqualTo(mail);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void only_what_has_no_header_at_all_is_called_unreadable(Path file) {
        boolean headless = Samples.text(file).isEmpty() || List.of("msg_19.txt", "malformedHeader-noheader.msg", "malformedHeaderStartsBody-noheader.msg")
                .contains(file.getFileName().toString());

        assertThat(parser.parse(Samples.bytes(file)).notices().contains(MailNotice.UNREADABLE)).isEqualTo(headless);
    }

    /** mime4j gives the decoded content of every leaf: each must be in the text, the HTML or a file. */
    @ParameterizedTest
    @MethodSource("mime4j")
    void no_content_that_mime4j_finds_is_lost(Path file) throws Exception {
        String name = file.getFileName().toString().replace(".msg", "");
        ParsedMail mail = parser.parse(Samples.bytes(file));
        Path expected = file.resolveSibling(name + "_decoded.xml");
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(Samples.bytes(expected)));
        List<String> leaves = new ArrayList<>();
        collect(document.getDocumentElement(), leaves, true);

        assertThat(leaves).allSatisfy(leaf -> {
            byte[] content = Samples.bytes(file.resolveSibling(leaf));
            assertThat(isShown(content, mail)).as(leaf).isTrue();
        });
    }

    /** Mails within the mail stay closed: they are files here, so their leaves are not looked for. */
    private static void collect(Element element, List<String> leaves, boolean root) {
        if (element.getTagName().equals("message") && !root) {
            return;
        }
        if (element.getTagName().equals("text-body") || element.getTagName().equals("binary-body")) {
            leaves.add(element.getAttribute("name"));
        }
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element e) {
                collect(e, leaves, false);
            }
        }
    }

    private static boolean isShown(byte[] content, ParsedMail mail) {
        String wanted = squeezed(new String(content, StandardCharsets.UTF_8));
        String wantedWestern = squeezed(new String(content, StandardCharsets.ISO_8859_1));
        String wantedEuro = squeezed(new String(content, Charset.forName("ISO-8859-15")));
        String shown = squeezed(mail.text() + '\n' + mail.html());
        return shown.contains(wanted) || shown.contains(wantedWestern) || shown.contains(wantedEuro)
                || mail.attachments().stream().anyMatch(a -> Arrays.equals(a.bytes(), content)
                || squeezed(new String(a.bytes(), StandardCharsets.ISO_8859_1)).equals(wantedWestern));
    }

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static List<String> words(String text) {
        return Arrays.stream(text.split("\\s+")).filter(w -> !w.isEmpty()).toList();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            php-mime/issue149 | 'מענה ''אני לא נמצא'': Invoice 02722027' | name@company.com
            php-mime/issue126 | 'It''s Maria,' | gtssr942@ybb.ne.jp
            mime4j-torture/intl.msg | If you can read this you understand the example... so, cool! | moore@cs.utk.edu
            cpython/msg_07.txt | Here is your dingus fish | barry@digicool.com
            ruby-mail/plain_emails/raw_email.eml | NOTE: 한국말로 하는 것 | jamis@37signals.com
            ruby-mail/multi_charset/japanese.eml | まみむめも | raasdnil@gmail.com
            ruby-mail/rfc6532/utf8_headers.eml | Säying Hello | jdöe@mächine.example
            ruby-mail/plain_emails/raw_email_with_partially_quoted_subject.eml | Re: Test: "漢字" mid "漢字" tail | jamis@37signals.com
            ruby-mail/error_emails/invalid_subject_characters.eml | 'Formação FrenetikPolis: Mega Campanha Final Verão | Cursos de Setembro' | info@formacaofrenetik.info
            ruby-mail/error_emails/header_fields_with_empty_values.eml | Testmail | jorn@prikkprikkprikk.no
            ruby-mail/error_emails/new_line_in_to_header.eml | [Online Lead] Online Lead #1111111 | l@gcn-example.com
            """)
    void subject_and_sender_read_as_their_writers_meant(String file, String subject, String sender) {
        ParsedMail mail = Samples.parse(file);

        assertThat(mail.subject()).isEqualTo(subject);
        assertThat(mail.sender().address()).isEqualTo(sender);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            php-mime/m0001 | attach01 | 2
            php-mime/m0003 | attach03 | 13369
            php-mime/issue115 | background.jpg | 18255
            php-mime/issue274.eml | Hello from SwiftMailer.docx | 11911
            php-mime/m0020 | attachment-1.ics | 1432
            php-mime/m0018 | 사진.JPG | 174
            php-mime/m0025 | attachment.txt | 2229
            cpython/msg_07.txt | dingusfish.gif | 3512
            cpython/msg_46.txt | GroupwiseForwardingTest.eml | 375
            mime4j/simple-attachment.msg | data.bin | 1024
            mime4j/russian-headers.msg | Список.doc | 16
            mime4j-torture/attachment-filename-encoding-Latin1.msg | attachment.äöü | 5
            mime4j-torture/attachment-filename-encoding-UTF8.msg | attachment.äöü | 5
            mime4j-torture/twopart.msg | uk7200_110_6.jpg | 30631
            mime4j-torture/bluedot-postcard.msg | bluedot.jpg | 4272
            ruby-mail/attachment_emails/attachment_with_encoded_name.eml | 01 Quien Te DijŠat. Pitbull.mp3 | 399
            ruby-mail/multi_charset/japanese_attachment.eml | てすと.txt | 33
            """)
    void files_keep_their_name_and_size(String file, String name, int size) {
        assertThat(Samples.parse(file).attachments()).anySatisfy(a -> {
            assertThat(a.fileName()).isEqualTo(name);
            assertThat(a.bytes()).hasSize(size);
        });
    }

    @Test
    void more_than_three_hundred_files_all_arrive() {
        assertThat(Samples.parse("php-mime/issue408.eml").attachments()).hasSize(328);
    }

    @Test
    void a_file_name_with_a_path_loses_the_path() {
        assertThat(Samples.parse("mime4j-torture/multi-igor.msg").attachments()).extracting(MailAttachment::fileName).contains("Parser.n.out");
    }

    @Test
    void nested_mails_become_files_named_after_their_subject() {
        assertThat(Samples.parse("php-mime/issue158a").attachments()).extracting(MailAttachment::fileName).containsExactly("Test 5.eml");
    }

    @ParameterizedTest
    @MethodSource("ham")
    void list_mail_is_bulk_and_gets_no_automatic_answer(Path file) {
        String raw = Samples.text(file);
        boolean list = java.util.regex.Pattern.compile("(?im)^(list-[a-z]+|precedence: *(bulk|list)|x-beenthere|x-mailman-version):?").matcher(raw.substring(0, raw.indexOf("\n\n"))).find();
        ParsedMail mail = parser.parse(Samples.bytes(file));

        assertThat(mail.nature() == MailNature.BULK).isEqualTo(list);
        assertThat(mail.nature().mayBeAnsweredAutomatically()).isEqualTo(!list);
    }

    static Stream<Path> ham() {
        return Samples.under(Samples.MAIL.resolve("ham")).stream();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', nullValues = "-", textBlock = """
            cpython/msg_16.txt | 002001c144a6$8752e060$56104586@oxy.edu | jangel1@cougar.noc.ucla.edu | FAILED | 5.0.0
            ruby-mail/multipart_report_emails/report_422.eml | 15655788.13.1200472642578.JavaMail.Administrator@mail.ttttt.com.au | fraser@oooooooo.com.au | DELAYED | 4.2.2
            ruby-mail/multipart_report_emails/report_530.eml | 200712232303.lBNN3jDq002941@mail12.rrrr.com.au | edwin@zzzzzzz.com | FAILED | 5.3.0
            ruby-mail/multipart_report_emails/multi_address_bounce1.eml | 118707422.15521266992174819.JavaMail.root@lvmail01 | bbbbvhvbbvkjbhfbvbvjhb@gmail.com | FAILED | 5.1.1
            cpython/msg_43.txt | edab.7804f5cb8070@python.org | xxxxxxx@dot.ca.gov | FAILED | 5.7.1
            cpython/msg_25.txt | 01040616033903.00962@server | scoffman@wellpartner.com | FAILED | 5.4.6
            """)
    void a_bounce_tells_which_mail_did_not_arrive(String file, String original, String recipient, DeliveryReport.Action action, String status) {
        ParsedMail mail = Samples.parse(file);

        assertThat(mail.nature()).isEqualTo(MailNature.BOUNCE);
        assertThat(mail.deliveryReport().originalMessageId()).isEqualTo(original);
        assertThat(mail.deliveryReport().recipient()).isEqualTo(recipient);
        assertThat(mail.deliveryReport().action()).isEqualTo(action);
        assertThat(mail.deliveryReport().status()).isEqualTo(status);
    }
}
