// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerAlert;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.customer.Segment;
import il.moked.customer.SegmentRules;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.WrapUpReason;
import il.moked.shared.TextDirection;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.text.MessageFormat;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A few customers of the demo have been with the organisation for years, and were in touch on every channel. */
@ApplicationScoped
class DemoHistories {
    private static final long SEED = 5787;
    private static final Locale HEBREW = Locale.forLanguageTag("he");

    @Inject
    Customers customers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private final Random random = new Random(SEED);

    /** Of those whose e-mail address is in {@code histories.json}. */
    void seed(List<StaffUser> staff, List<WrapUpReason> reasons, Instant now) {
        JsonObject histories = DemoStories.read("histories.json");
        for (JsonObject history : histories.getJsonArray("customers").getValuesAs(JsonObject.class)) {
            customers.reachedBy(ContactPoint.Kind.EMAIL, history.getString("email")).stream().findFirst().ifPresent(customer -> {
                history.getJsonArray("threads").getValuesAs(JsonObject.class).forEach(thread -> thread(customer, thread, moment(now, thread.getInt("days"), thread.getInt("hour")), staff, reasons));
                routine(customer, history, histories.getJsonArray("months"), staff, reasons, now);
                beside(customer, staff.get(0), now);
            });
        }
    }

    private Instant moment(Instant now, int days, int hour) {
        return LocalDate.ofInstant(now, zone).minusDays(days).atTime(LocalTime.of(hour, random.nextInt(60), random.nextInt(60))).atZone(zone).toInstant();
    }

    /** What comes every month, for as many years as he is with us. */
    private void routine(Customer customer, JsonObject history, JsonArray months, List<StaffUser> staff, List<WrapUpReason> reasons, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        List<JsonObject> routine = history.getJsonArray("routine").getValuesAs(JsonObject.class);
        for (int back = 2; back < 12 * history.getInt("years"); back++) {
            LocalDate day = today.minusMonths(back).withDayOfMonth(2 + random.nextInt(24));
            JsonObject thread = routine.get(back % routine.size());
            Instant at = day.atTime(8 + random.nextInt(10), random.nextInt(60), random.nextInt(60)).atZone(zone).toInstant();
            thread(customer, filled(thread, months.getString(day.getMonthValue() - 1), Integer.toString(day.getYear())), at, staff, reasons);
        }
    }

    private static JsonObject filled(JsonObject thread, String month, String year) {
        var messages = Json.createArrayBuilder();
        thread.getJsonArray("messages").getValuesAs(JsonObject.class).forEach(message -> messages.add(Json.createObjectBuilder(message).add("text", filled(message.getString("text"), month, year))));
        return Json.createObjectBuilder(thread).add("subject", filled(thread.getString("subject"), month, year)).add("messages", messages).build();
    }

    private static String filled(String text, String month, String year) {
        return new MessageFormat(text.replace("'", "''"), HEBREW).format(new Object[] {month, year});
    }

    private void thread(Customer customer, JsonObject thread, Instant at, List<StaffUser> staff, List<WrapUpReason> reasons) {
        Channel channel = Channel.valueOf(thread.getString("channel"));
        accounts.usual(channel).ifPresent(account -> {
            StaffUser agent = staff.get(random.nextInt(staff.size()));
            String language = TextDirection.of(thread.getString("subject"), TextDirection.RTL) == TextDirection.RTL ? "he" : "en";
            Interaction interaction = new Interaction(Reference.next(), customer, channel.dialled() ? Identification.CONTACT_POINT : Identification.CONFIRMED, account, staff.get(0).team().orElseThrow().id(), thread.getString("subject"),
                    customer.contactPoints().get(0).address(), language, at);
            interactions.add(interaction);
            interaction.ownedBy(agent);
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.ACCEPTED, agent.userName(), null, at.plusSeconds(50)));
            Instant last = channel.dialled() ? spoken(customer, account, interaction, thread, at) : written(customer, interaction, thread, agent, language, at);
            WrapUpReason reason = reasons.stream().filter(candidate -> candidate.code().equals(thread.getString("reason"))).findFirst().orElseThrow();
            interaction.close(reason, null, last.plusSeconds(90));
            interactions.add(new InteractionEvent(interaction, InteractionEvent.Kind.CLOSED, agent.userName(), reason.code(), last.plusSeconds(90)));
        });
    }

    private Instant written(Customer customer, Interaction interaction, JsonObject thread, StaffUser agent, String language, Instant at) {
        Instant next = at;
        for (JsonValue each : thread.getJsonArray("messages")) {
            JsonObject message = each.asJsonObject();
            if (message.getBoolean("in")) {
                interactions.add(Message.inbound(interaction, customer.displayName(), message.getString("text"), null, null, null, Set.of(), null, next));
            } else {
                Message answer = Message.outbound(interaction, agent.name(language), agent.id(), message.getString("text"), UUID.randomUUID().toString(), next);
                answer.delivery(Message.Delivery.ACCEPTED);
                interactions.add(answer);
            }
            next = next.plus(Duration.ofSeconds(40 + random.nextInt(interaction.channel().live() ? 200 : 4000)));
        }
        return interaction.lastMessageAt();
    }

    private Instant spoken(Customer customer, ChannelAccount account, Interaction interaction, JsonObject thread, Instant at) {
        boolean out = thread.getBoolean("out", false);
        Call call = new Call(account, "demo-" + UUID.randomUUID(), interaction.id(), out ? Call.Direction.OUTBOUND : Call.Direction.INBOUND, at);
        String number = customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).findFirst().orElse(null);
        call.with(customer.id());
        call.from(out ? null : number, out ? number : null);
        Instant answered = at.plusSeconds(25 + random.nextInt(60));
        call.queued(at.plusSeconds(12));
        Instant end = answered;
        if (thread.getInt("seconds") > 0) {
            call.answered(null, answered);
            end = answered.plusSeconds(thread.getInt("seconds"));
        }
        call.ended(Call.EndedBy.CUSTOMER, end);
        calls.add(call);
        interaction.callerWaitsNoLonger(end);
        return end;
    }

    /** What else his history holds: how he came to be of his segment, and what was to be known of him for a while. */
    private void beside(Customer customer, StaffUser by, Instant now) {
        if (customer.segment() == Segment.VIP) {
            customers.recordSegment(customer.id(), Segment.PRIVATE, new SegmentRules.Choice(Segment.VIP, "person-by-value", 1), moment(now, 1100, 3));
            customers.add(new CustomerAlert(customer.id(), CustomerAlert.Severity.DANGER, "ניסיון התחזות בטלפון בשם הלקוח. לוודא זהות בשאלה נוספת לפני מסירת מידע.", by.id(), null, moment(now, 12, 9)));
            customers.add(new CustomerAlert(customer.id(), CustomerAlert.Severity.INFORMATION, "מעדיף שיחה אחרי 10:30", by.id(), null, moment(now, 5, 11)));
        }
    }
}
