// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuotedHistoryTest {

    private static String squeezed(String text) {
        return text.replaceAll("\\s+", "");
    }

    private static QuotedHistory github(String name) {
        return QuotedHistory.of(Samples.text(Samples.REPLY.resolve("github").resolve(name + ".txt")).replace("\r", ""));
    }

    /** The visible text after the tests of email_reply_parser. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            email_1_1 | Hi folks\\n\\nWhat is the best way to clear a Riak bucket of all key, values after \\nrunning a test?\\nI am currently using the Java HTTP API.
            email_1_3 | Oh thanks.\\n\\nHaving the function would be great.
            email_1_4 | Awesome! I haven't had another problem with it.
            email_1_6 | I get proper rendering as well.
            email_1_7 | :+1:
            email_2_1 | Outlook with a reply
            email_2_2 | Outlook with a reply directly above line
            email_2_3 | Outlook with a reply directly above line
            email_bullets | test 2 this should list second\\n\\nand have spaces\\n\\nand retain this formatting\\n\\n\\n   - how about bullets\\n   - and another
            email_iPhone | Here is another email
            email_BlackBerry | Here is another email
            email_multi_word_sent_from_my_mobile_device | Here is another email
            email_sent_from_my_not_signature | Here is another email\\n\\nSent from my desk, is much easier then my mobile phone.
            email_sig_delimiter_in_middle_of_line | Hi there!\\n\\nStuff happened.\\n\\nAnd here is a fix -- this is not a signature.\\n\\nkthxbai
            email_one_is_not_on | Thank, this is really helpful.\\n\\nOne outstanding question I had:\\n\\nLocally (on development), when I run...
            correct_sig | this is an email with a correct -- signature.
            pathological | I think you're onto something. I will try to fix the problem as soon as I\\nget back to a computer.
            """)
    void answers_of_the_github_set_show_what_was_written(String file, String visible) {
        assertThat(github(file).newText()).isEqualTo(visible.replace("\\n", "\n").replace("\\\\n", "\n"));
    }

    @Test
    void an_answer_that_starts_with_On_is_no_attribution() {
        assertThat(github("greedy_on").newText()).startsWith("On your remote host you can run:").endsWith("the tunnel is not working.");
        assertThat(github("greedy_on").quotedText()).startsWith("On 9 Jan 2014, at 2:47, George Plymale wrote:");
    }

    @Test
    void a_mail_without_history_stays_whole() {
        assertThat(github("email_1_5").quotedText()).isEmpty();
        assertThat(github("email_1_5").newText()).startsWith("One: Here's what I've got.").endsWith("for a while.");
    }

    @Test
    void answers_between_quoted_lines_keep_the_quotes() {
        assertThat(github("email_1_2").newText()).startsWith("Hi,\nOn Tue, 2011-03-01").contains("> Hi folks", "You can list the keys").endsWith("individually.\"");
        assertThat(github("email_1_2").quotedText()).startsWith(">").contains("riak-users mailing list");
        assertThat(github("email_1_8").newText()).contains("I will reply under this one", "> okay?").endsWith("and under this.");
    }

    @Test
    void a_mail_of_three_quarters_of_a_megabyte_is_split_too() {
        assertThat(github("email_long_quote").newText()).startsWith("Hi folks");
        assertThat(github("email_long_quote").quotedText()).startsWith("-Abhishek Kona");
    }

    static Stream<Path> standardReplies() {
        return Samples.under(Samples.REPLY.resolve("talon/standard_replies")).stream().filter(p -> p.toString().endsWith(".eml"));
    }

    /** talon expects "Hello"; it keeps signatures, which are folded here. */
    @ParameterizedTest
    @MethodSource("standardReplies")
    void answers_of_real_mail_programs_show_hello(Path file) {
        assertThat(new MailParser().parse(Samples.bytes(file)).newText().strip()).isEqualTo("Hello");
    }

    static Stream<Path> htmlReplies() {
        return Samples.under(Samples.REPLY.resolve("talon/html_replies")).stream();
    }

    @ParameterizedTest
    @MethodSource("htmlReplies")
    void html_answers_of_real_mail_programs_end_before_the_history(Path file) {
        QuotedHistory split = QuotedHistory.of(HtmlText.of(Samples.text(file)));

        assertThat(squeezed(split.newText())).isEqualTo("Hi.Iamfine.Thanks,Alex");
        assertThat(squeezed(split.quotedText())).contains("Hello!Howareyou?");
    }

    @Test
    void html_answers_with_other_marks_are_split() {
        assertThat(squeezed(QuotedHistory.of(HtmlText.of(Samples.text(Samples.REPLY.resolve("talon/reply-separated-by-hr.html")))).newText())).isEqualTo("HithereBob");
        assertThat(QuotedHistory.of(HtmlText.of(Samples.text(Samples.REPLY.resolve("talon/OLK_SRC_BODY_SECTION.html")))).newText()).isEqualTo("Reply");
        assertThat(new MailParser().parse(Samples.bytes(Samples.REPLY.resolve("talon/reply-quotations-share-block.eml"))).newText())
                .startsWith("Hi Katharine.").endsWith("Joe XXX");
    }

    @ParameterizedTest
    @ValueSource(strings = {"long", "jeff", "sparse"})
    void signatures_of_the_talon_set_are_folded(String name) {
        Path stripped = Samples.REPLY.resolve("talon/signature/emails/stripped");
        QuotedHistory split = QuotedHistory.of(Samples.text(stripped.resolve(name + "_body")), false, Samples.text(stripped.resolve(name + "_sender")));

        assertThat(squeezed(split.quotedText())).isEqualTo(squeezed(Samples.text(stripped.resolve(name + "_signature"))));
    }

    @Test
    void a_text_without_a_signature_keeps_its_last_line() {
        Path stripped = Samples.REPLY.resolve("talon/signature/emails/stripped");

        assertThat(QuotedHistory.of(Samples.text(stripped.resolve("camel_case_body"))).quotedText()).isEmpty();
    }

    static Stream<String> introductions() {
        return Stream.of(
                "On Mon, Jan 5, 2026 at 10:15 AM Dana Levi <dana@example.com> wrote:",
                "On Mon, Jan 5, 2026 at 10:15 AM Dana Levi <\ndana@example.com> wrote:",
                "\u202Bבתאריך יום ב׳, 5 בינו׳ 2026 ב-10:15 מאת \u202Aדנה לוי\u202C\u200F <\u202Adana@example.com\u202C\u200F>:\u202C",
                "בתאריך 5 בינואר 2026 בשעה 10:15, דנה לוי <dana@example.com> כתב/ה:",
                "בתאריך 5 בינואר 2026 10:15,\u200F דנה לוי <dana@example.com> כתב:",
                "ב-5 בינו׳ 2026, בשעה 10:15, \u200Fדנה לוי <dana@example.com> כתב/ה:",
                "ב-5 בינו׳ 2026, בשעה 10:15,\nדנה לוי <dana@example.com> כתבה:",
                "ביום שני, 5 בינואר 2026 בשעה 10:15, דנה לוי כתב/ה:",
                "Am 05.01.2026 um 10:15 schrieb Dana Levi <dana@example.com>:",
                "Am Mo., 5. Jan. 2026 um 10:15 Uhr schrieb Dana Levi <\ndana@example.com>:",
                "Le lun. 5 janv. 2026 à 10:15, Dana Levi <dana@example.com> a écrit :",
                "El lun, 5 ene 2026 a las 10:15, Dana Levi (<dana@example.com>) escribió:",
                "пн, 5 янв. 2026 г. в 10:15, Дана Леви <dana@example.com> написала:",
                "5 января 2026 г., в 10:15, Dana Levi <dana@example.com> написал(а):",
                "في الاثنين، 5 يناير 2026 في 10:15 ص تمت كتابة ما يلي بواسطة دانا كتب:",
                "في 5 يناير 2026، الساعة 10:15، كتبت Dana Levi <dana@example.com>:");
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void quoted_lines_under_an_introduction_are_history_in_every_language(String introduction) {
        QuotedHistory split = QuotedHistory.of("תודה רבה, קיבלתי.\n\n" + introduction + "\n\n> שלום,\n> מה שלומך?\n");

        assertThat(split.newText()).isEqualTo("תודה רבה, קיבלתי.");
        assertThat(split.quotedText()).startsWith(introduction).endsWith("> מה שלומך?");
    }

    @ParameterizedTest
    @MethodSource("introductions")
    void text_under_an_introduction_is_history_even_without_marks(String introduction) {
        QuotedHistory split = QuotedHistory.of("תודה רבה, קיבלתי.\n\n" + introduction + "\n\nשלום,\nמה שלומך?\n");

        assertThat(split.newText()).isEqualTo("תודה רבה, קיבלתי.");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "מאת: דנה לוי <dana@example.com>\nנשלח: יום שני 05 ינואר 2026 10:15\nאל: שירות\nנושא: חשבון",
        "\u202Bמאת:\u202C דנה לוי\nתאריך: יום שני, 5 בינואר 2026\nאל: שירות <s@example.com>\nעותק: רון\nנושא: חשבון",
        "*מאת:* דנה לוי\n*נשלח:* יום שני\n*אל:* שירות\n*נושא:* חשבון",
        "________________________________\nמאת: דנה לוי\nנשלח: יום שני 05 ינואר 2026 10:15\nאל: שירות\nהנדון: חשבון",
        "From: Dana Levi <dana@example.com>\nSent: Monday, January 5, 2026 10:15 AM\nTo: Service\nSubject: Bill",
        "-----Original Message-----\nFrom: Dana",
        "-----הודעה מקורית-----\nמאת: דנה",
        "-------- הודעה מקורית --------\nמאת: דנה",
        "Von: Dana Levi\nGesendet: Montag, 5. Januar 2026 10:15\nAn: Service\nBetreff: Rechnung",
        "De : Dana Levi\nEnvoyé : lundi 5 janvier 2026 10:15\nÀ : Service\nObjet : Facture",
        "De: Dana Levi\nEnviado el: lunes, 5 de enero de 2026\nPara: Servicio\nAsunto: Factura",
        "От: Дана Леви\nОтправлено: 5 января 2026 г. 10:15\nКому: Сервис\nТема: Счёт",
        "من: دانا\nتاريخ: الاثنين\nإلى: الخدمة\nالموضوع: فاتورة"})
    void header_blocks_begin_the_history_in_every_language(String block) {
        QuotedHistory split = QuotedHistory.of("תודה רבה!\n\n" + block + "\n\nהחשבון שלך מצורף.\n");

        assertThat(split.newText()).isEqualTo("תודה רבה!");
        assertThat(split.quotedText()).startsWith(block).endsWith("החשבון שלך מצורף.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"נשלח מה-iPhone שלי", "נשלח מהאייפון שלי", "נשלח מהטלפון שלי", "נשלח מ-Outlook עבור Android", "Sent from my iPhone", "Sent from my Galaxy", "Sent via Outlook",
        "Get Outlook for Android", "הורד את Outlook עבור iOS", "Von meinem iPhone gesendet", "Envoyé de mon iPhone", "Enviado desde mi iPhone", "Отправлено с iPhone", "أرسلت من الـ iPhone", "-- \nדנה לוי\nטל' 03-1234567"})
    void signatures_are_folded(String signature) {
        QuotedHistory split = QuotedHistory.of("שלום,\nלא קיבלתי את החשבונית.\n\n" + signature);

        assertThat(split.newText()).isEqualTo("שלום,\nלא קיבלתי את החשבונית.");
        assertThat(split.quotedText()).isEqualTo(signature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"הפרטים שלי:\nשם: דנה\nתאריך: 5.1.2026\nנושא: חשבון", "נשלח מכתב רשום, ולא הגיע.", "From: the heart", "On Monday I wrote:\nnothing came back", "אני כתבתי לכם 3 פעמים:\nאין תשובה",
        "> רק ציטוט", "Sent from my iPhone", "-- \nדנה"})
    void what_only_looks_like_history_or_is_all_there_is_stays(String text) {
        assertThat(QuotedHistory.of(text).newText()).isEqualTo(text);
    }

    @Test
    void a_forwarded_mail_is_content_and_not_history() {
        String text = "ראו למטה\n\n---------- Forwarded message ---------\nFrom: A <a@example.com>\nDate: Mon\nSubject: B\nTo: C\n\nתוכן";

        assertThat(QuotedHistory.of(text).newText()).isEqualTo(text);
        assertThat(Samples.parseLines("From: a@example.com", "Subject: FW: bill", "", "See", "", "From: b@example.com", "Sent: Monday", "To: a@example.com", "Subject: bill", "", "Content").newText())
                .endsWith("Content");
    }

    @Test
    void a_quote_on_top_of_one_answer_is_folded() {
        QuotedHistory split = QuotedHistory.of("On 1 Jan 2026, Dana wrote:\n> Is it on?\n\nYes it is.\n");

        assertThat(split.newText()).isEqualTo("Yes it is.");
        assertThat(split.quotedText()).isEqualTo("On 1 Jan 2026, Dana wrote:\n> Is it on?");
    }

    @Test
    void hebrew_html_of_outlook_and_gmail_is_split() {
        String outlook = "<html><body dir=rtl><div>תודה</div><div id=\"appendonsend\"></div><hr><div id=\"divRplyFwdMsg\"><b>מאת:</b> שירות<br><b>נשלח:</b> יום א<br><b>אל:</b> דנה<br><b>נושא:</b> חשבון</div><div>שלום</div></body></html>";
        String gmail = "<div dir=rtl>תודה</div><br><div class=\"gmail_quote\"><div dir=\"rtl\" class=\"gmail_attr\">‫בתאריך יום א׳, 4 בינו׳ 2026 ב-9:00 מאת ‪שירות‬‏ &lt;<a href=x>‪s@example.com‬‏</a>&gt;:‬<br></div><blockquote class=\"gmail_quote\">שלום</blockquote></div>";
        String yahoo = "<div>תודה</div><div class=\"yahoo_quoted\"><div>ב-1 בינואר 2026 כתב/ה שירות:</div><div>שלום</div></div>";

        assertThat(Stream.of(outlook, gmail, yahoo).map(h -> QuotedHistory.of(HtmlText.of(h)).newText())).containsOnly("תודה");
    }

    @Test
    void no_line_is_ever_lost() {
        String[] pieces = {"", " ", "> a", ">> b", "text", "-- ", "On 1 Jan 2026, x wrote:", "מאת: א", "נשלח: ב", "אל: ג", "נושא: ד", "Sent from my iPhone", "____________", "-----Original Message-----",
            "Dana Levi", "---------- Forwarded message ---------", "-Dana"};
        Random random = new Random(42);
        for (int round = 0; round < 3_000; round++) {
            StringBuilder text = new StringBuilder();
            for (int i = random.nextInt(12); i >= 0; i--) {
                text.append(pieces[random.nextInt(pieces.length)]).append('\n');
            }
            QuotedHistory split = QuotedHistory.of(text.toString(), random.nextInt(5) == 0, "Dana Levi");
            assertThat((split.newText() + '\n' + split.quotedText()).lines().map(String::strip).filter(l -> !l.isEmpty()))
                    .as(text.toString()).containsExactlyInAnyOrderElementsOf(text.toString().lines().map(String::strip).filter(l -> !l.isEmpty()).toList());
            assertThat(split.newText().isBlank()).isEqualTo(text.toString().isBlank());
        }
    }
}
