// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.channel.jms.email.DeliveryReport.Action;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads delivery status notifications (RFC 3464) and, by likelihood, the bounces of servers that do not write them. */
final class DeliveryReports {

    private static final Pattern STATUS = Pattern.compile("\\b([245]\\.\\d{1,3}\\.\\d{1,3})\\b");
    private static final Pattern MAILBOX = Pattern.compile("<?([^\\s<>()\"',;:@]{1,64}@[^\\s<>()\"',;:@]{1,190})>?");
    private static final Pattern MESSAGE_ID = Pattern.compile("(?im)^\\W{0,10}message-id:\\s*<([^<>\\s]{3,250})>");
    private static final int MAX_GROUPS = 100;
    private static final int SALVAGED = 20_000;

    private DeliveryReports() {
    }

    static DeliveryReport of(byte[] raw, MailHeaders headers, MailBody body, Set<MailNotice> notices) {
        String original = originalId(raw, headers, body, notices);
        List<DeliveryReport> recipients = new ArrayList<>();
        for (MimePart status : body.deliveryStatus()) {
            byte[] content = status.content(raw, notices);
            int at = 0;
            while (at < content.length && recipients.size() < MAX_GROUPS) {
                MailHeaders group = MailHeaders.read(content, at, content.length, notices);
                if (group.has("final-recipient") || group.has("original-recipient") || group.has("action")) {
                    recipients.add(recipient(group, original));
                }
                at = group.bodyStart() > at ? group.bodyStart() : MailHeaders.lineEnd(content, at, content.length) + 1;
            }
        }
        // One mail of ours has one customer; of several recipients the one with the worst news counts.
        return recipients.stream().max(Comparator.comparing(DeliveryReport::action)).orElseGet(() -> salvaged(headers, body, original));
    }

    private static DeliveryReport recipient(MailHeaders group, String original) {
        String address = group.first("final-recipient").or(() -> group.first("original-recipient")).map(DeliveryReports::afterType).orElse(null);
        String status = group.first("status").map(STATUS::matcher).filter(Matcher::find).map(Matcher::group).orElse(null);
        return new DeliveryReport(original, address, action(group.first("action").orElse(""), status), status,
                group.first("diagnostic-code").map(DeliveryReports::afterType).map(DeliveryReports::limited).orElse(null));
    }

    private static Action action(String value, String status) {
        String word = value.strip().toUpperCase(Locale.ROOT).split("[^A-Z]", 2)[0];
        for (Action action : Action.values()) {
            if (action.name().equals(word)) {
                return action;
            }
        }
        return status == null ? Action.UNKNOWN : switch (status.charAt(0)) {
            case '5' -> Action.FAILED;
            case '4' -> Action.DELAYED;
            default -> Action.DELIVERED;
        };
    }

    /** Values read "type; value". */
    private static String afterType(String value) {
        String plain = value.substring(value.indexOf(';') + 1).strip();
        return plain.startsWith("<") && plain.endsWith(">") ? plain.substring(1, plain.length() - 1) : plain;
    }

    private static String limited(String value) {
        String plain = FileNames.visible(value.replaceAll("\\s+", " "));
        return plain.length() > 1_000 ? plain.substring(0, 1_000) : plain;
    }

    private static String originalId(byte[] raw, MailHeaders headers, MailBody body, Set<MailNotice> notices) {
        for (MimePart returned : body.returned()) {
            byte[] content = returned.content(raw, notices);
            Optional<String> id = MessageIds.own(MailHeaders.read(content, 0, content.length, notices));
            if (id.isPresent()) {
                return id.get();
            }
        }
        Optional<String> named = headers.first("x-original-message-id").or(() -> headers.first("original-message-id")).map(MessageIds::in).filter(l -> !l.isEmpty()).map(l -> l.get(0));
        if (named.isPresent()) {
            return named.get();
        }
        Matcher quoted = MESSAGE_ID.matcher(salvageable(body));
        if (quoted.find()) {
            return quoted.group(1);
        }
        List<String> references = MessageIds.references(headers);
        return references.isEmpty() ? null : references.get(references.size() - 1);
    }

    private static DeliveryReport salvaged(MailHeaders headers, MailBody body, String original) {
        String text = salvageable(body);
        String recipient = headers.first("x-failed-recipients").map(v -> v.split(",", 2)[0].strip()).filter(v -> v.contains("@")).orElseGet(() -> {
            Matcher mailbox = MAILBOX.matcher(text);
            return mailbox.find() ? mailbox.group(1) : null;
        });
        Matcher status = STATUS.matcher(text);
        String code = status.find() ? status.group(1) : null;
        Action action = headers.has("x-failed-recipients") ? Action.FAILED : action("", code);
        return new DeliveryReport(original, recipient, action, code, null);
    }

    private static String salvageable(MailBody body) {
        return body.text().length() > SALVAGED ? body.text().substring(0, SALVAGED) : body.text();
    }
}
