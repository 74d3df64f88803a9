// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Where entries of one kind come from: a table with an index on its customer, moment (descending) and id (descending), in
 * which a page is found without reading what is before or after it. To show something new on the timeline, give it a
 * {@link TimelineEntry.Kind}, a source in {@link #ALL} and its texts.
 */
final class TimelineSource {
    /** The columns of an entry, in the order in which they are selected, with their types: what a source does not have is null. */
    private enum Column {
        CHANNEL("varchar(20)"), STATE("varchar(40)"), LINE("varchar(4000)"), ENGLISH_LINE("varchar(4000)"), CONTEXT("varchar(4000)"), INBOUND("boolean"), REFERENCE("varchar(40)"), INTERACTION("bigint"), SUBJECT("bigint"),
        HEBREW_NAME("varchar(120)"), ENGLISH_NAME("varchar(120)"), NUMBER("bigint"), CURRENCY("varchar(3)"), DUE("timestamp(6) with time zone");

        private final String type;

        Column(String type) {
            this.type = type;
        }
    }

    static final List<TimelineSource> ALL = List.of(
            of(TimelineEntry.Kind.CONTACT, "interaction", "last_message_at").joined("left join staff_user s on s.id = t.owner_id").byUs()
                    .with(Column.CHANNEL, "t.channel").with(Column.STATE, "t.state").with(Column.LINE, "t.subject").with(Column.CONTEXT, "case when t.channel = 'PHONE' then " + lastCall("c.outcome") + " else t.last_line end")
                    .with(Column.REFERENCE, "t.reference").with(Column.INTERACTION, "t.id").with(Column.NUMBER, "case when t.channel = 'PHONE' then " + lastCall("cast(extract(epoch from (c.ended_at - c.answered_at)) as bigint)") + " end"),
            of(TimelineEntry.Kind.MESSAGE, "message", "at").joined("join interaction i on i.id = t.interaction_id left join staff_user s on s.id = t.author_user_id").byUs()
                    .with(Column.CHANNEL, "i.channel").with(Column.STATE, "t.delivery").with(Column.LINE, "substring(t.text from 1 for 300)").with(Column.CONTEXT, "i.subject").with(Column.INBOUND, "t.direction = 'INBOUND'")
                    .with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id"),
            of(TimelineEntry.Kind.CALL, "phone_call", "dialled_at").joined("join interaction i on i.id = t.interaction_id left join staff_user s on s.id = i.owner_id").byUs()
                    .with(Column.CHANNEL, "'PHONE'").with(Column.STATE, "t.outcome").with(Column.LINE, "i.subject").with(Column.INBOUND, "t.direction = 'INBOUND'").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id")
                    .with(Column.NUMBER, "extract(epoch from (t.ended_at - t.answered_at))"),
            of(TimelineEntry.Kind.CALLBACK, "work_item", "callback_since").joined("join interaction i on i.id = t.interaction_id left join staff_user s on s.id = t.agent_id").byUs().when("t.callback_since is not null")
                    .with(Column.CHANNEL, "'PHONE'").with(Column.STATE, "t.state").with(Column.LINE, "i.subject").with(Column.CONTEXT, "t.callback_origin").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id").with(Column.DUE, "t.not_before"),
            of(TimelineEntry.Kind.PROMISE, "promise", "given_at").joined("left join staff_user s on s.user_name = t.given_by").byUs()
                    .with(Column.CHANNEL, "t.given_on").with(Column.STATE, "t.state").with(Column.LINE, "t.text").with(Column.INTERACTION, "t.interaction_id").with(Column.DUE, "t.due_at"),
            of(TimelineEntry.Kind.CASE, "service_case", "opened_at").joined("left join staff_user s on s.user_name = t.opened_by").byUs()
                    .with(Column.STATE, "t.state").with(Column.LINE, "t.subject").with(Column.CONTEXT, "t.kind").with(Column.REFERENCE, "t.number"),
            of(TimelineEntry.Kind.QUOTE, "quote", "made_at").joined("left join staff_user s on s.user_name = t.made_by").byUs().goods("quote_line", "quote_id", "position").money("t.gross_minor")
                    .with(Column.CHANNEL, "t.channel").with(Column.STATE, "t.state").with(Column.REFERENCE, "t.number").with(Column.INTERACTION, "t.interaction_id").with(Column.DUE, "t.valid_until"),
            of(TimelineEntry.Kind.ORDER, "sale_order", "created_at").joined("left join staff_user s on s.id = t.agent_id").byUs().when("t.state <> 'DRAFT'").goods("sale_order_line", "order_id", "place").money("t.gross_minor")
                    .with(Column.CHANNEL, "t.channel").with(Column.STATE, "t.state").with(Column.REFERENCE, "t.number").with(Column.INTERACTION, "t.interaction_id").with(Column.DUE, "t.pay_by"),
            of(TimelineEntry.Kind.PAYMENT, "payment", "created_at").joined("join sale_order o on o.id = t.order_id").money("t.amount_minor").with(Column.STATE, "t.state").with(Column.CONTEXT, "t.method").with(Column.REFERENCE, "o.number"),
            of(TimelineEntry.Kind.INVOICE, "invoice", "issued_at").money("t.gross_minor").with(Column.STATE, "t.kind").with(Column.REFERENCE, "t.number").with(Column.SUBJECT, "t.order_id").with(Column.DUE, "cast(t.due_on as timestamp) at time zone 'UTC'"),
            of(TimelineEntry.Kind.RETURN, "order_return", "returned_at").joined("join sale_order o on o.id = t.order_id left join staff_user s on s.user_name = t.taken_by").byUs()
                    .with(Column.STATE, "t.ground").with(Column.LINE, "t.reason").with(Column.REFERENCE, "o.number").with(Column.NUMBER, "t.gross_minor").with(Column.CURRENCY, "o.currency"),
            of(TimelineEntry.Kind.REFUND, "refund", "created_at").money("t.amount_minor").with(Column.STATE, "t.state").with(Column.LINE, "t.reason"),
            of(TimelineEntry.Kind.PURCHASE, "purchase", "bought_at").when("t.source <> 'moked'").money("t.amount_minor")
                    .with(Column.STATE, "t.kind").with(Column.LINE, "(select l.description from purchase_line l where l.purchase_id = t.id order by l.place fetch first 1 rows only)")
                    .with(Column.CONTEXT, "(select count(*) from purchase_line l where l.purchase_id = t.id)").with(Column.REFERENCE, "t.number"),
            of(TimelineEntry.Kind.AGREEMENT, "agreement", "created_at").with(Column.STATE, "t.kind").with(Column.LINE, "t.name_he").with(Column.ENGLISH_LINE, "t.name_en").with(Column.REFERENCE, "t.number").with(Column.DUE, "cast(t.valid_until as timestamp) at time zone 'UTC'"),
            of(TimelineEntry.Kind.CONSENT, "consent", "said_at").joined("left join staff_user s on s.user_name = t.recorded_by").byUs().with(Column.CHANNEL, "t.channel").with(Column.STATE, "case when t.given then 'GIVEN' else 'REFUSED' end").with(Column.CONTEXT, "t.purpose"),
            of(TimelineEntry.Kind.ALERT, "customer_alert", "created_at").joined("left join staff_user s on s.id = t.given_by").byUs()
                    .with(Column.STATE, "t.severity").with(Column.LINE, "t.text").with(Column.CONTEXT, "case when t.removed_at is not null then 'REMOVED' end").with(Column.DUE, "t.valid_until"),
            of(TimelineEntry.Kind.JOIN, "customer_merge", "merged_at").whose("kept_id").joined("join customer g on g.id = t.gone_id left join staff_user s on s.user_name = t.merged_by").byUs()
                    .with(Column.STATE, "case when t.undone_at is not null then 'UNDONE' end").with(Column.LINE, "g.display_name").with(Column.SUBJECT, "g.id"),
            of(TimelineEntry.Kind.SEGMENT, "segment_change", "at").with(Column.STATE, "t.segment_after").with(Column.LINE, "t.rule").with(Column.CONTEXT, "t.segment_before").with(Column.SUBJECT, "t.rules_version"),
            of(TimelineEntry.Kind.APPOINTMENT, "appointment", "booked_at").joined("join branch b on b.id = t.branch_id join visit_reason r on r.id = t.reason_id left join staff_user s on s.user_name = t.booked_by").byUs()
                    .with(Column.CHANNEL, "t.booked_on").with(Column.STATE, "case when t.state = 'BOOKED' and t.moves > 0 then 'MOVED' else t.state end").with(Column.LINE, "r.name_he || ' · ' || b.name_he").with(Column.ENGLISH_LINE, "r.name_en || ' · ' || b.name_en")
                    .with(Column.REFERENCE, "t.code").with(Column.DUE, "t.starts_at"),
            of(TimelineEntry.Kind.VISIT, "visit", "booked_at").joined("join visit_kind k on k.code = t.kind left join technician h on h.id = t.technician_id left join staff_user s on s.id = h.user_id").byUs()
                    .with(Column.STATE, "t.state").with(Column.LINE, "k.name_he || ' · ' || t.address").with(Column.ENGLISH_LINE, "k.name_en || ' · ' || t.address").with(Column.REFERENCE, "t.number").with(Column.DUE, "t.window_from"),
            of(TimelineEntry.Kind.SURVEY, "survey", "answered_at").when("t.answered_at is not null").with(Column.CONTEXT, "t.occasion").with(Column.LINE, "t.remark").with(Column.INBOUND, "true")
                    .with(Column.NUMBER, "round((t.overall + t.expectations + t.ideal - 3) * 100.0 / 27)"));

    private static String lastCall(String expression) {
        return "(select " + expression + " from phone_call c where c.interaction_id = t.id order by c.interaction_id desc, c.id desc fetch first 1 rows only)";
    }

    private final TimelineEntry.Kind kind;
    private final String table;
    private final String at;
    private final Map<Column, String> columns = new EnumMap<>(Column.class);
    private String customer = "t.customer_id";
    private String joins = "";
    private String condition = "";

    private TimelineSource(TimelineEntry.Kind kind, String table, String at) {
        this.kind = kind;
        this.table = table;
        this.at = at;
    }

    /** @param table called {@code t} in expressions @param at the moment in it by which it is indexed */
    private static TimelineSource of(TimelineEntry.Kind kind, String table, String at) {
        return new TimelineSource(kind, table, "t." + at);
    }

    private TimelineSource with(Column column, String expression) {
        columns.put(column, expression);
        return this;
    }

    private TimelineSource whose(String column) {
        customer = "t." + column;
        return this;
    }

    private TimelineSource joined(String others) {
        joins = " " + others;
        return this;
    }

    /** Done by the person of ours who is joined as {@code s}. */
    private TimelineSource byUs() {
        return with(Column.HEBREW_NAME, "s.name_he").with(Column.ENGLISH_NAME, "s.name_en");
    }

    private TimelineSource money(String minor) {
        return with(Column.NUMBER, minor).with(Column.CURRENCY, "t.currency");
    }

    /** Says the first of its lines, and in the context how many they are. */
    private TimelineSource goods(String lines, String owner, String place) {
        String first = " from " + lines + " l where l." + owner + " = t.id order by l." + place + " fetch first 1 rows only)";
        return with(Column.LINE, "(select l.name_he" + first).with(Column.ENGLISH_LINE, "(select l.name_en" + first).with(Column.CONTEXT, "(select count(*) from " + lines + " l where l." + owner + " = t.id)");
    }

    private TimelineSource when(String expression) {
        condition = " and " + expression;
        return this;
    }

    TimelineEntry.Kind kind() {
        return kind;
    }

    boolean hasChannel() {
        return columns.containsKey(Column.CHANNEL);
    }

    /**
     * The newest of its entries that the filter asks for, as a subquery with the parameters {@code customer}, and where they
     * are used {@code at}, {@code id}, {@code from}, {@code until} and {@code channels}. The order names the customer too:
     * without him the embedded database would sort instead of following the index.
     */
    String newest(TimelineFilter filter, TimelineEntry.Cursor after, int most) {
        return "(select " + kind.ordinal() + " as source, t.id as id, " + at + " as at, " + Stream.of(Column.values()).map(this::selected).collect(Collectors.joining(", "))
                + " from " + table + " t" + joins + " where " + customer + " = :customer" + condition + before(after)
                + (filter.from() == null ? "" : " and " + at + " >= :from") + (filter.until() == null ? "" : " and " + at + " < :until")
                + (filter.channels().isEmpty() ? "" : " and " + columns.get(Column.CHANNEL) + " in (:channels)")
                + " order by " + customer + ", " + at + " desc, t.id desc fetch first " + most + " rows only)";
    }

    private String selected(Column column) {
        return "cast(" + columns.getOrDefault(column, "null") + " as " + column.type + ") as c" + column.ordinal();
    }

    /** At the moment of the cursor its own kind goes on by id, kinds before it are still to come, kinds after it have been. */
    private String before(TimelineEntry.Cursor after) {
        if (after == null) {
            return "";
        }
        int order = kind.compareTo(after.kind());
        return order > 0 ? " and " + at + " < :at" : " and " + at + " <= :at" + (order < 0 ? "" : " and (" + at + " < :at or t.id < :id)");
    }
}
