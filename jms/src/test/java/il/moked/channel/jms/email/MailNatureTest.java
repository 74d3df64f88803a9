// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which mails no machine may answer. */
class MailNatureTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Auto-Submitted: auto-replied | AUTO_REPLY
            Auto-Submitted: auto-generated (vacation) | AUTO_REPLY
            AUTO-SUBMITTED: Auto-Notified; owner-email=x | AUTO_REPLY
            Auto-Submitted: no | PERSONAL
            Auto-Submitted: No (a person) | PERSONAL
            Precedence: bulk | BULK
            Precedence: List | BULK
            Precedence: junk | BULK
            Precedence: auto_reply | AUTO_REPLY
            Precedence: first-class | PERSONAL
            List-Id: <x.example.com> | BULK
            List-Unsubscribe: <mailto:x@example.com> | BULK
            X-Auto-Response-Suppress: All | AUTO_REPLY
            X-Auto-Response-Suppress: OOF, AutoReply | AUTO_REPLY
            X-Auto-Response-Suppress: None | PERSONAL
            X-Loop: x@example.com | AUTO_REPLY
            X-Autoreply: yes | AUTO_REPLY
            Return-Path: <> | AUTO_REPLY
            Return-Path: < > | AUTO_REPLY
            Return-Path: <a@example.com> | PERSONAL
            Content-Type: multipart/report; report-type=disposition-notification | AUTO_REPLY
            Content-Type: multipart/report; report-type=delivery-status | BOUNCE
            X-Failed-Recipients: c@example.com | BOUNCE
            X-Priority: 1 | PERSONAL
            """)
    void headers_tell_a_machine_from_a_person(String header, MailNature nature) {
        assertThat(Samples.parseLines("From: a@example.com", header, "Subject: hello", "", "x").nature()).isEqualTo(nature);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Automatic reply: bill", "Out of Office: bill", "תשובה אוטומטית: חשבון", "מענה אוטומטי: חשבון", "Automatische Antwort: Rechnung", "Réponse automatique : facture", "Respuesta automática: factura", "Автоответ: счёт", "رد تلقائي: فاتورة"})
    void the_subject_tells_when_the_headers_do_not(String subject) {
        assertThat(Samples.parseLines("From: a@example.com", "Subject: " + subject, "", "x").nature()).isEqualTo(MailNature.AUTO_REPLY);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Autobus ticket: price", "I got an automatic reply, why?", "תשובה לפנייתי", "Re: hello"})
    void ordinary_subjects_stay_personal(String subject) {
        assertThat(Samples.parseLines("From: a@example.com", "Subject: " + subject, "", "x").nature()).isEqualTo(MailNature.PERSONAL);
    }

    @Test
    void a_mail_that_went_in_circles_is_not_answered() {
        String hop = "Received: from a by b\r\n";

        assertThat(Samples.parseLines(hop.repeat(30) + "From: a@example.com", "", "x").nature()).isEqualTo(MailNature.PERSONAL);
        assertThat(Samples.parseLines(hop.repeat(31) + "From: a@example.com", "", "x").nature()).isEqualTo(MailNature.AUTO_REPLY);
    }

    @Test
    void a_vacation_notice_through_a_list_is_still_automatic() {
        assertThat(Samples.parseLines("From: a@example.com", "List-Id: <x>", "Auto-Submitted: auto-replied", "", "x").nature()).isEqualTo(MailNature.AUTO_REPLY);
    }

    @Test
    void only_personal_mail_may_be_answered_automatically() {
        assertThat(MailNature.values()).filteredOn(MailNature::mayBeAnsweredAutomatically).containsExactly(MailNature.PERSONAL);
    }

    @Test
    void a_delivery_report_names_our_mail_and_the_worst_recipient() {
        DeliveryReport report = Samples.parseLines("From: MAILER-DAEMON@mx.example.com", "Return-Path: <>", "Content-Type: multipart/report; report-type=delivery-status; boundary=b", "", "--b", "", "Sorry", "--b",
                "Content-Type: message/delivery-status", "", "Reporting-MTA: dns; mx", "", "Final-Recipient: rfc822; ok@example.com", "Action: delivered", "Status: 2.0.0", "",
                "Final-Recipient: rfc822;dana@example.com", "Action: failed", "Status: 5.1.1 (no such user)", "Diagnostic-Code: smtp; 550 5.1.1", " no such user", "--b",
                "Content-Type: message/rfc822", "", "Message-ID: <moked.7.abc.def@example.com>", "Subject: x", "", "y", "--b--").deliveryReport();

        assertThat(report).isEqualTo(new DeliveryReport("moked.7.abc.def@example.com", "dana@example.com", DeliveryReport.Action.FAILED, "5.1.1", "550 5.1.1 no such user"));
    }

    @Test
    void an_old_style_bounce_is_read_by_likelihood() {
        DeliveryReport report = Samples.parseLines("From: MAILER-DAEMON@mx.example.com", "X-Failed-Recipients: dana@example.com", "", "Unrouteable address 5.4.4", "", "------ This is a copy of the message ------", "Message-ID: <m@example.com>").deliveryReport();

        assertThat(report).isEqualTo(new DeliveryReport("m@example.com", "dana@example.com", DeliveryReport.Action.FAILED, "5.4.4", null));
    }
}
