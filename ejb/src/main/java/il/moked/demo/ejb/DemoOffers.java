// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.channel.Channel;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.offer.Lead;
import il.moked.offer.Leads;
import il.moked.offer.Offer;
import il.moked.offer.OfferOutcome;
import il.moked.offer.OfferOutcome.Answer;
import il.moked.offer.OfferOutcome.Kind;
import il.moked.offer.OfferOutcome.Occasion;
import il.moked.offer.OfferOutcome.Refusal;
import il.moked.offer.OfferSheet;
import il.moked.offer.Offers;
import il.moked.shared.Money;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.DependsOn;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Seeds the demo's offers once, with what some customers answered and the leads that came of them. */
@Singleton
@Startup
@DependsOn("DemoOrganisation")
@PermitAll
public class DemoOffers {
    private static final String SALES = "sales";
    private static final int RUNNING_DAYS = 60;
    private static final int STILL_DAYS = 90;
    private static final int ANSWERED_DAYS = 25;
    private static final int KNOWN = 200;
    private static final int AGOROT = 100;
    private static final List<String> AGENTS = List.of("dana", "yossi", "michal");
    private static final List<Channel> CHANNELS = List.of(Channel.PHONE, Channel.CHAT, Channel.EMAIL, Channel.WHATSAPP);

    @Inject
    DemoProfile profile;
    @Inject
    Offers offers;
    @Inject
    Leads leads;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    @PostConstruct
    void seed() {
        if (!profile.active() || !offers.list(null, 1).rows().isEmpty() || users.findTeam(SALES).isEmpty()) {
            return;
        }
        JsonObject demo = DemoStories.read("offers.json");
        Instant now = clock.instant();
        List<Customer> known = customers.withVerifiedEmail(KNOWN);
        List<Customer> people = known.stream().filter(customer -> customer.kind() == Customer.Kind.PERSON).toList();
        List<Customer> companies = known.stream().filter(customer -> customer.kind() == Customer.Kind.COMPANY).toList();
        long team = users.findTeam(SALES).orElseThrow().id();
        Map<String, Offer> written = new HashMap<>();
        demo.getJsonArray("offers").getValuesAs(JsonObject.class).forEach(row -> written.put(row.getString("code"), offer(row, team, now)));
        offers.flush();
        answers(demo, written, people, now);
        demo.getJsonArray("leads").getValuesAs(JsonObject.class).forEach(row -> lead(row, written, row.containsKey("company") ? companies.get(row.getInt("company")) : people.get(row.getInt("customer")), team, now));
    }

    private Offer offer(JsonObject row, long team, Instant now) {
        LocalDate today = now.atZone(zone).toLocalDate();
        JsonObject sheet = row.getJsonObject("sheet");
        var what = Json.createObjectBuilder(sheet.getJsonObject("what")).add("firstDay", today.minusDays(RUNNING_DAYS).toString()).add("lastDay", today.plusDays(STILL_DAYS).toString());
        if (row.getBoolean("lead", false)) {
            what.add("leadTeam", team);
        }
        Offer offer = new Offer(row.getString("code"), OfferSheet.read(Json.createObjectBuilder(sheet).add("what", what).build().toString()), "admin", now);
        offer.pause(false, "admin", now);
        offers.add(offer);
        return offer;
    }

    /** Every third of the later people heard of one, and about one of three of them took it. */
    private void answers(JsonObject demo, Map<String, Offer> written, List<Customer> people, Instant now) {
        List<Offer> told = List.of(written.get("antivirus-family"), written.get("loyal-fibre"));
        List<Refusal> refusals = demo.getJsonArray("refusals").getValuesAs(JsonString.class).stream().map(reason -> Refusal.valueOf(reason.getString())).toList();
        for (int place = 6; place < people.size(); place += 2) {
            Offer offer = told.get(place / 2 % told.size());
            Instant at = now.minus(Duration.ofDays(1 + place % ANSWERED_DAYS)).minus(Duration.ofMinutes(37L * place));
            Answer answer = switch (place / 2 % 6) {
                case 0, 3 -> new Answer(Kind.ACCEPTED, null, null);
                case 1, 4 -> new Answer(Kind.REFUSED, refusals.get(place % refusals.size()), null);
                case 2 -> new Answer(Kind.LATER, null, now.atZone(zone).toLocalDate().plusDays(1 + place % 9));
                default -> new Answer(Kind.TOLD, null, null);
            };
            offers.add(new OfferOutcome(offer.id(), people.get(place).id(), answer, new Occasion(null, CHANNELS.get(place % CHANNELS.size()), false), true, AGENTS.get(place % AGENTS.size()), at));
            offers.count(offer.id(), at.atZone(zone).toLocalDate(), answer.kind(), true);
        }
    }

    private void lead(JsonObject row, Map<String, Offer> written, Customer customer, long team, Instant now) {
        Instant made = now.minus(Duration.ofHours(row.getInt("hoursAgo")));
        Long offer = row.isNull("offer") ? null : written.get(row.getString("offer")).id();
        Lead lead = new Lead(customer.id(), new Lead.About(row.getString("subject"), row.getString("reason"), Money.agorot((long) row.getInt("shekels") * AGOROT), null, offer, null), team, "dana", made);
        StaffUser seller = users.findByName("noa").orElseThrow();
        Lead.State state = Lead.State.valueOf(row.getString("state"));
        if (state != Lead.State.NEW) {
            lead.take(seller, made.plus(Duration.ofHours(2)));
        }
        if (state == Lead.State.WON) {
            lead.win(made.plus(Duration.ofHours(70)));
        } else if (state == Lead.State.LOST) {
            lead.lose(Lead.Loss.valueOf(row.getString("loss")), made.plus(Duration.ofHours(90)));
        }
        leads.add(lead);
    }
}
