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
    /** The columns of an entry, in the order in which they are selected, with what stands there when a source has none. */
    private enum Column {
        CHANNEL("varchar(20)"), STATE("varchar(40)"), LINE("varchar(4000)"), CONTEXT("varchar(4000)"), INBOUND("boolean"), REFERENCE("varchar(40)"), INTERACTION("bigint"), SUBJECT("bigint"), HEBREW("varchar(120)"), ENGLISH("varchar(120)"), AMOUNT("bigint"), CURRENCY("varchar(3)");

        private final String type;

        Column(String type) {
            this.type = type;
        }
    }

    /** The longest piece of a message that a row shows; the whole of it is in its conversation. */
    private static final String EXCERPT = "substring(m.text from 1 for 300)";

    static final List<TimelineSource> ALL = List.of(
            new TimelineSource(TimelineEntry.Kind.CONTACT, "interaction i left join staff_user s on s.id = i.owner_id left join wrap_up_reason w on w.id = i.wrap_up_reason_id", "i.customer_id", "i.last_message_at", "i.id")
                    .by("s").with(Column.CHANNEL, "i.channel").with(Column.STATE, "i.state").with(Column.LINE, "i.subject").with(Column.CONTEXT, "i.last_line").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id").with(Column.SUBJECT, "w.id"),
            new TimelineSource(TimelineEntry.Kind.MESSAGE, "message m join interaction i on i.id = m.interaction_id left join staff_user s on s.id = m.author_user_id", "m.customer_id", "m.at", "m.id")
                    .by("s").with(Column.CHANNEL, "i.channel").with(Column.STATE, "m.delivery").with(Column.LINE, EXCERPT).with(Column.CONTEXT, "i.subject").with(Column.INBOUND, "m.direction = 'INBOUND'").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id"),
            new TimelineSource(TimelineEntry.Kind.CALL, "phone_call c join interaction i on i.id = c.interaction_id left join staff_user s on s.id = i.owner_id", "c.customer_id", "c.dialled_at", "c.id")
                    .by("s").with(Column.CHANNEL, "'PHONE'").with(Column.STATE, "c.outcome").with(Column.LINE, "i.subject").with(Column.INBOUND, "c.direction = 'INBOUND'").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id")
                    .with(Column.AMOUNT, "cast(extract(epoch from (c.ended_at - c.answered_at)) as bigint)"),
            new TimelineSource(TimelineEntry.Kind.CALLBACK, "work_item t join interaction i on i.id = t.interaction_id left join staff_user s on s.id = t.agent_id", "t.customer_id", "t.callback_since", "t.id")
                    .by("s").when("t.callback_since is not null").with(Column.CHANNEL, "'PHONE'").with(Column.STATE, "t.state").with(Column.LINE, "i.subject").with(Column.CONTEXT, "t.callback_origin").with(Column.REFERENCE, "i.reference").with(Column.INTERACTION, "i.id"),
            new TimelineSource(TimelineEntry.Kind.ALERT, "customer_alert a left join staff_user s on s.id = a.given_by", "a.customer_id", "a.created_at", "a.id")
                    .by("s").with(Column.STATE, "a.severity").with(Column.LINE, "a.text").with(Column.CONTEXT, "case when a.removed_at is null then null else 'REMOVED' end"),
            new TimelineSource(TimelineEntry.Kind.JOIN, "customer_join j left join staff_user s on s.user_name = j.joined_by join customer g on g.id = j.guest_id", "j.customer_id", "j.joined_at", "j.id")
                    .by("s").with(Column.LINE, "g.display_name").with(Column.SUBJECT, "g.id"),
            new TimelineSource(TimelineEntry.Kind.SEGMENT, "segment_change x", "x.customer_id", "x.at", "x.id")
                    .with(Column.STATE, "x.segment_after").with(Column.LINE, "x.rule").with(Column.CONTEXT, "x.segment_before").with(Column.SUBJECT, "x.rules_version"));

    private final TimelineEntry.Kind kind;
    private final String from;
    private final String customer;
    private final String at;
    private final String id;
    private final Map<Column, String> columns = new EnumMap<>(Column.class);
    private String condition = "";

    private TimelineSource(TimelineEntry.Kind kind, String from, String customer, String at, String id) {
        this.kind = kind;
        this.from = from;
        this.customer = customer;
        this.at = at;
        this.id = id;
    }

    private TimelineSource with(Column column, String expression) {
        columns.put(column, expression);
        return this;
    }

    /** Done by that person of ours. */
    private TimelineSource by(String staffUser) {
        return with(Column.HEBREW, staffUser + ".name_he").with(Column.ENGLISH, staffUser + ".name_en");
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
     * are used {@code at}, {@code id}, {@code from}, {@code until} and {@code channels}.
     */
    String newest(TimelineFilter filter, TimelineEntry.Cursor after, int most) {
        return "(select " + kind.ordinal() + " as source, " + id + " as id, " + at + " as at, "
                + Stream.of(Column.values()).map(this::selected).collect(Collectors.joining(", "))
                + " from " + from + " where " + customer + " = :customer" + condition + before(after)
                + (filter.from() == null ? "" : " and " + at + " >= :from") + (filter.until() == null ? "" : " and " + at + " < :until")
                + (filter.channels().isEmpty() ? "" : " and " + columns.get(Column.CHANNEL) + " in (:channels)")
                + " order by " + customer + ", " + at + " desc, " + id + " desc fetch first " + most + " rows only)";
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
        return order > 0 ? " and " + at + " < :at" : " and " + at + " <= :at" + (order < 0 ? "" : " and (" + at + " < :at or " + id + " < :id)");
    }
}
