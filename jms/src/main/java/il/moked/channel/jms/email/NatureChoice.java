// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Person or machine, after RFC 3834 (section 2: what no automatic answer may go to) and what mail programs add to it.
 * The order matters: what says plainly that a machine answered comes before list headers, and those before mere hints,
 * because lists set some of the hints (X-Loop) themselves.
 */
final class NatureChoice {

    /** A mail that went through more servers than this is going in circles (RFC 5321, section 6.3, asks for at least 100; real routes stay below 20). */
    static final int MAX_HOPS = 30;

    private static final Set<String> MACHINES = Set.of("mailer-daemon", "mail-daemon", "postmaster", "mailerdaemon");
    private static final Pattern AUTOMATIC_SUBJECT = Pattern.compile("(?iu)^\\s*(?:(?:automatic reply|auto(?:matic)?[ -]?(?:response|reply)|out of (?:the )?office(?: autoreply)?|autoreply|auto"
            + "|automatische antwort|abwesenheitsnotiz|réponse automatique|respuesta automática|автоответ|автоматический ответ|رد تلقائي"
            + "|תשובה אוטומטית|מענה אוטומטי|תגובה אוטומטית|מענה 'אני לא נמצא'|הודעת היעדרות)\\s*[:：]|automatic reply$|out of office$).*");

    private NatureChoice() {
    }

    static MailNature of(MailHeaders headers, boolean deliveryStatus, MailAddress sender, String subject) {
        // As declared: a damaged report is still a report.
        HeaderParameters type = HeaderParameters.of(headers.first("content-type").orElse(""));
        boolean nullReturnPath = headers.all("return-path").stream().anyMatch(v -> v.replaceAll("\\s", "").equals("<>"));
        if (deliveryStatus || isReport(type, "delivery-status") || isMachine(sender) || headers.has("x-failed-recipients")) {
            return MailNature.BOUNCE;
        }
        if (isAutomatic(headers) || isReport(type, "disposition-notification") || isReport(type, "feedback-report")) {
            return MailNature.AUTO_REPLY;
        }
        if (isBulk(headers)) {
            return MailNature.BULK;
        }
        boolean hinted = nullReturnPath || headers.has("x-loop") || headers.all("received").size() > MAX_HOPS
                || suppressesAnswers(headers) || AUTOMATIC_SUBJECT.matcher(subject).matches() || type.value().equals("multipart/report");
        return hinted ? MailNature.AUTO_REPLY : MailNature.PERSONAL;
    }

    private static boolean isReport(HeaderParameters type, String reportType) {
        return type.value().equals("multipart/report") && type.raw("report-type").map(reportType::equalsIgnoreCase).orElse(false);
    }

    private static boolean isMachine(MailAddress sender) {
        return sender != null && MACHINES.contains(sender.address().substring(0, sender.address().lastIndexOf('@')).toLowerCase(Locale.ROOT));
    }

    private static boolean isAutomatic(MailHeaders headers) {
        boolean submitted = headers.first("auto-submitted").map(v -> !word(v).equals("no") && !word(v).isEmpty()).orElse(false);
        return submitted || headers.has("x-autoreply") || headers.has("x-autorespond") || headers.has("x-autoresponder") || headers.has("x-auto-reply-from")
                || headers.has("x-vacation") || headers.first("precedence").map(v -> word(v).equals("auto_reply")).orElse(false);
    }

    private static boolean isBulk(MailHeaders headers) {
        return headers.first("precedence").map(v -> Set.of("bulk", "list", "junk").contains(word(v))).orElse(false)
                || headers.fields().stream().anyMatch(f -> f.name().startsWith("list-")) || headers.has("mailing-list") || headers.has("x-mailing-list")
                || headers.has("x-beenthere") || headers.has("x-mailman-version") || headers.has("x-campaign-id") || headers.has("x-campaignid");
    }

    private static boolean suppressesAnswers(MailHeaders headers) {
        return headers.first("x-auto-response-suppress").map(v -> !word(v).equals("none") && !v.isBlank()).orElse(false);
    }

    private static String word(String value) {
        return value.strip().toLowerCase(Locale.ROOT).split("[;\\s(]", 2)[0];
    }
}
