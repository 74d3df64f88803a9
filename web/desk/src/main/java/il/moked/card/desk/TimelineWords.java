// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.TimelineEntry;
import il.moked.channel.desk.Signs;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.ResourceBundle;
import java.util.Set;

/** Entries of a timeline as people read them: a sign, one line of meaning, one of context, and how it stands. */
@Named
@RequestScoped
public class TimelineWords {
    /** What colours how it stands; the rest is grey. */
    private static final Map<String, String> SIGNALS = Map.ofEntries(Map.entry("CONTACT.OPEN", "info"), Map.entry("MESSAGE.FAILED", "bad"), Map.entry("MESSAGE.UNKNOWN", "warn"),
            Map.entry("CALL.ANSWERED", "good"), Map.entry("CALL.ABANDONED", "bad"), Map.entry("CALL.CALLED_BACK", "good"), Map.entry("CALL.NOT_REACHED", "warn"),
            Map.entry("CALLBACK.WAITING", "warn"), Map.entry("CALLBACK.OFFERED", "warn"), Map.entry("CALLBACK.SCHEDULED", "info"), Map.entry("CALLBACK.ACCEPTED", "info"),
            Map.entry("PROMISE.OPEN", "info"), Map.entry("PROMISE.KEPT", "good"), Map.entry("PROMISE.BROKEN", "bad"), Map.entry("PROMISE.KEPT_LATE", "warn"),
            Map.entry("CASE.NEW", "warn"), Map.entry("CASE.OPEN", "info"), Map.entry("CASE.REOPENED", "warn"), Map.entry("CASE.SOLVED", "good"),
            Map.entry("QUOTE.OFFERED", "info"), Map.entry("QUOTE.ACCEPTED", "good"), Map.entry("ORDER.PLACED", "info"), Map.entry("ORDER.PAID", "good"), Map.entry("ORDER.FULFILLED", "good"),
            Map.entry("PAYMENT.OPEN", "info"), Map.entry("PAYMENT.PENDING", "info"), Map.entry("PAYMENT.SENDING", "info"), Map.entry("PAYMENT.UNKNOWN", "warn"), Map.entry("PAYMENT.PAID", "good"), Map.entry("PAYMENT.FAILED", "bad"),
            Map.entry("REFUND.DONE", "good"), Map.entry("REFUND.FAILED", "bad"), Map.entry("REFUND.UNKNOWN", "warn"), Map.entry("CONSENT.GIVEN", "good"),
            Map.entry("APPOINTMENT.BOOKED", "info"), Map.entry("APPOINTMENT.MOVED", "warn"), Map.entry("APPOINTMENT.ARRIVED", "good"), Map.entry("APPOINTMENT.NO_SHOW", "bad"),
            Map.entry("VISIT.PLANNED", "info"), Map.entry("VISIT.ON_THE_WAY", "info"), Map.entry("VISIT.ARRIVED", "info"), Map.entry("VISIT.DONE", "good"), Map.entry("VISIT.NOT_FIXED", "bad"),
            Map.entry("ALERT.DANGER", "bad"), Map.entry("ALERT.WARNING", "warn"), Map.entry("ALERT.INFORMATION", "info"));

    private static final Set<TimelineEntry.Kind> SALES = Set.of(TimelineEntry.Kind.QUOTE, TimelineEntry.Kind.ORDER);

    @Inject
    ActiveLocale locale;
    @Inject
    Signs signs;
    @Inject
    Times times;

    /** One thing of the second line. @param code a number, a clock or an amount: left to right whatever stands around it */
    public record Piece(String text, boolean code) {
    }

    public String sign(TimelineEntry entry) {
        return switch (entry.kind()) {
            case CONTACT, MESSAGE -> signs.of(entry.channel());
            case CALL -> Boolean.TRUE.equals(entry.inbound()) ? "phone" : "phone-call";
            case CALLBACK -> "phone-back";
            case PROMISE -> "bell";
            case CASE -> "alert";
            case QUOTE, INVOICE -> "file";
            case ORDER, PURCHASE -> "case";
            case PAYMENT -> "check-double";
            case RETURN, REFUND -> "reopen";
            case AGREEMENT -> "book";
            case CONSENT -> "lock";
            case ALERT -> "warning";
            case JOIN -> "user-plus";
            case SEGMENT -> "star";
            case APPOINTMENT -> "calendar";
            case VISIT -> "pin";
            case SURVEY -> "chart";
        };
    }

    /** Of its kind, for the colours of its sign. */
    public String mark(TimelineEntry entry) {
        return entry.kind().name().toLowerCase(Locale.ROOT);
    }

    public String kind(TimelineEntry entry) {
        return texts().getString("kind." + entry.kind());
    }

    /** What it is about. */
    public String line(TimelineEntry entry) {
        String own = entry.line(locale.getLang());
        return switch (entry.kind()) {
            case CONTACT -> own.isEmpty() ? spoken(entry) || entry.context() == null || entry.context().isEmpty() ? kind(entry) : entry.context() : own;
            case CALL -> texts().getString(Boolean.TRUE.equals(entry.inbound()) ? "call.in" : "call.out");
            case CALLBACK -> texts().getString("callback." + (entry.context() == null ? "WRITTEN" : entry.context()));
            case QUOTE, ORDER, PURCHASE -> goods(entry, own);
            case INVOICE -> texts().getString("at.INVOICE." + entry.state());
            case CONSENT -> format("consent." + entry.state(), channelTexts().getString("channel." + entry.channel()), texts().getString("purpose." + entry.context()));
            case JOIN -> format("joined", own);
            case SURVEY -> format("survey.index", entry.number());
            case SEGMENT -> format("segment.moved", channelTexts().getString("segment." + entry.context()), channelTexts().getString("segment." + entry.state()));
            default -> own.isEmpty() ? kind(entry) : own;
        };
    }

    private String goods(TimelineEntry entry, String first) {
        int others = entry.context() == null ? 0 : Integer.parseInt(entry.context()) - 1;
        return first.isEmpty() ? kind(entry) : others > 0 ? format("goods.more", first, others) : first;
    }

    /** What else is worth a second line. */
    public List<Piece> context(TimelineEntry entry) {
        List<Piece> pieces = new ArrayList<>();
        if (entry.kind() != TimelineEntry.Kind.CONTACT && entry.kind() != TimelineEntry.Kind.MESSAGE && entry.kind() != TimelineEntry.Kind.CALL && !line(entry).equals(kind(entry))) {
            pieces.add(words(kind(entry)));
        }
        switch (entry.kind()) {
            case CONTACT -> {
                if (spoken(entry) && entry.number() != null) {
                    pieces.add(new Piece(spoken(Duration.ofSeconds(entry.number())), true));
                }
            }
            case MESSAGE -> add(pieces, Boolean.TRUE.equals(entry.inbound()) ? texts().getString("by.customer") : null);
            case CALL -> {
                if (entry.number() != null) {
                    pieces.add(new Piece(spoken(Duration.ofSeconds(entry.number())), true));
                }
                add(pieces, entry.line());
            }
            case CALLBACK -> add(pieces, entry.line());
            case CASE -> add(pieces, texts().getString("case." + entry.context()));
            case RETURN -> add(pieces, texts().getString("at.RETURN." + entry.state()));
            case PAYMENT -> add(pieces, texts().getString("method." + entry.context()));
            case SEGMENT -> add(pieces, entry.line().isEmpty() ? null : format("segment.by", entry.line(), entry.subjectId().toString()));
            case SURVEY -> {
                add(pieces, texts().getString("survey." + entry.context()));
                add(pieces, entry.line());
            }
            case ALERT -> add(pieces, "REMOVED".equals(entry.context()) ? texts().getString("alert.gone") : null);
            default -> { }
        }
        if (entry.reference() != null && entry.interactionId() == null || SALES.contains(entry.kind())) {
            pieces.add(new Piece(entry.reference(), true));
        }
        add(pieces, entry.person(locale.getLang()));
        if (entry.due() != null && texts().containsKey("due." + entry.kind())) {
            pieces.add(words(format("due." + entry.kind(), "\u2066" + (texts().containsKey("due-day." + entry.kind()) ? times.date(times.day(entry.due())) : times.full(entry.due())) + "\u2069")));
        }
        if (entry.kind() == TimelineEntry.Kind.CONTACT && !entry.line().isEmpty() && !spoken(entry)) {
            add(pieces, entry.context());
        }
        if (entry.kind() == TimelineEntry.Kind.MESSAGE) {
            add(pieces, entry.context());
        }
        return pieces;
    }

    private static void add(List<Piece> pieces, String text) {
        if (text != null && !text.isEmpty()) {
            pieces.add(words(text));
        }
    }

    private static Piece words(String text) {
        return new Piece(text, false);
    }

    /** Whether the context of a contact is what became of its last call. */
    private static boolean spoken(TimelineEntry contact) {
        return contact.channel() != null && contact.channel().dialled();
    }

    /** A closed contact by telephone stands as its last call does. */
    private static String standing(TimelineEntry entry) {
        return entry.kind() == TimelineEntry.Kind.CONTACT && "CLOSED".equals(entry.state()) && spoken(entry) && !"ANSWERED".equals(entry.context()) ? "CALL." + entry.context() : entry.kind() + "." + entry.state();
    }

    /** How it stands, in a word; null when that goes without saying. */
    public String state(TimelineEntry entry) {
        String key = "at." + standing(entry);
        return entry.state() == null || entry.kind() == TimelineEntry.Kind.INVOICE || entry.kind() == TimelineEntry.Kind.RETURN || !texts().containsKey(key) ? null : texts().getString(key);
    }

    /** The end of the class of its status. */
    public String signal(TimelineEntry entry) {
        return SIGNALS.getOrDefault(standing(entry), "off");
    }

    /** Null when it is about no money. */
    public String amount(TimelineEntry entry) {
        return entry.amount().map(money -> money.format(locale.getLang())).orElse(null);
    }

    /** Minutes and seconds, as on a clock. */
    public String spoken(Duration talked) {
        return "%d:%02d".formatted(talked.toMinutes(), talked.toSecondsPart());
    }

    private String format(String key, Object... arguments) {
        return new MessageFormat(texts().getString(key), locale.getLocale()).format(arguments);
    }

    private ResourceBundle texts() {
        return ResourceBundle.getBundle("il.moked.card.desk.card", locale.getLocale());
    }

    private ResourceBundle channelTexts() {
        return ResourceBundle.getBundle("il.moked.channel.desk.channel", locale.getLocale());
    }
}
