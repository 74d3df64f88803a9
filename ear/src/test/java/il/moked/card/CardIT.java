// SPDX-License-Identifier: Apache-2.0
package il.moked.card;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.As;
import il.moked.EachDatabase;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Passwords;
import il.moked.card.TimelineEntry.Kind;
import il.moked.card.ejb.Alerting;
import il.moked.card.ejb.CardAccess;
import il.moked.card.ejb.Consulting;
import il.moked.card.ejb.CustomerCards;
import il.moked.card.ejb.CustomerCards.CustomerCard;
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
import il.moked.customer.ejb.Joining;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.WrapUpReason;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The card and its timeline: nothing is left out or shown twice, it costs the same however long the history, and who may see it. */
@EachDatabase
@ArquillianTest
public class CardIT {
    private static final Instant NOON = Instant.parse("2025-05-20T09:00:00Z");

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Calls calls;
    @Inject
    ChannelAccounts accounts;
    @Inject
    StaffUsers users;
    @Inject
    Timeline timeline;
    @Inject
    CustomerCards cards;
    @Inject
    Consulting consulting;
    @Inject
    CardAccess access;
    @Inject
    Alerting alerting;
    @Inject
    Joining joining;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);

    private Customer person() {
        return system.inTransaction(() -> {
            Customer person = Customer.person("Noa", "Card " + mark, null, Segment.PRIVATE, "en", NOON);
            person.reachableBy(ContactPoint.Kind.EMAIL, "noa-" + mark + "@example.org", "noa-" + mark + "@example.org", true, NOON);
            person.reachableBy(ContactPoint.Kind.PHONE, "+972541234567", "054-1234567", true, NOON);
            customers.add(person);
            return person;
        });
    }

    /** A closed conversation with one message and, by telephone, one call. */
    private Interaction contact(Customer customer, Channel channel, StaffUser agent, Instant at) {
        ChannelAccount account = accounts.enabled(channel).get(0);
        long team = users.findTeam("service").orElseThrow().id();
        Interaction interaction = new Interaction(Reference.next(), customer, Identification.CONTACT_POINT, account, team, channel + " " + at, null, "en", at);
        interactions.add(interaction);
        if (channel.spoken()) {
            Call call = new Call(account, "card-" + UUID.randomUUID(), interaction.id(), Call.Direction.INBOUND, at);
            call.with(customer.id());
            call.queued(at);
            call.answered(null, at.plusSeconds(10));
            call.ended(Call.EndedBy.CUSTOMER, at.plusSeconds(70));
            calls.add(call);
        } else {
            interactions.add(Message.inbound(interaction, "Noa", "text " + mark, null, null, null, Set.of(), null, at));
        }
        if (agent != null) {
            interaction.ownedBy(agent);
        }
        interaction.close(reason(), null, at.plusSeconds(60));
        return interaction;
    }

    private WrapUpReason reason() {
        return interactions.wrapUpReasons().get(0);
    }

    private List<TimelineEntry> all(long customer, TimelineFilter filter, int size) {
        List<TimelineEntry> found = new ArrayList<>();
        TimelineEntry.Cursor after = null;
        Page<TimelineEntry> page;
        do {
            TimelineEntry.Cursor from = after;
            page = system.inTransaction(() -> timeline.of(customer, filter, from, size));
            assertThat(page.rows()).hasSizeLessThanOrEqualTo(size);
            found.addAll(page.rows());
            after = page.rows().isEmpty() ? null : page.rows().get(page.rows().size() - 1).cursor();
        } while (page.more());
        return found;
    }

    /** Ten conversations, an alert and two changes of segment, all at the same moment, and some before and after. */
    private Customer busy() {
        Customer customer = person();
        system.inTransaction(() -> {
            for (int number = 0; number < 10; number++) {
                contact(customer, number % 2 == 0 ? Channel.FORM : Channel.EMAIL, null, NOON);
                contact(customer, number % 2 == 0 ? Channel.FORM : Channel.PHONE, null, NOON.minus(number + 1, ChronoUnit.HOURS));
            }
            customers.add(new CustomerAlert(customer.id(), CustomerAlert.Severity.WARNING, "careful " + mark, null, null, NOON));
            customers.recordSegment(customer.id(), Segment.PRIVATE, new SegmentRules.Choice(Segment.VIP, "test", 1), NOON);
            customers.recordSegment(customer.id(), Segment.VIP, new SegmentRules.Choice(Segment.PRIVATE, null, 2), NOON);
            return null;
        });
        return customer;
    }

    @Test
    void pagesOfAnySizeShowEverythingOnceInOneOrder() {
        Customer customer = busy();
        List<TimelineEntry> whole = all(customer.id(), TimelineFilter.NONE, Timeline.MOST);
        assertThat(whole).hasSize(23).doesNotHaveDuplicates();
        assertThat(whole).extracting(TimelineEntry::kind).contains(Kind.CONTACT, Kind.ALERT, Kind.SEGMENT).doesNotContain(Kind.MESSAGE, Kind.CALL);
        for (int at = 1; at < whole.size(); at++) {
            TimelineEntry newer = whole.get(at - 1);
            TimelineEntry older = whole.get(at);
            int moments = older.at().compareTo(newer.at());
            assertThat(moments < 0 || moments == 0 && (older.kind().compareTo(newer.kind()) < 0 || older.kind() == newer.kind() && older.id() < newer.id())).as("%s before %s", newer, older).isTrue();
        }
        for (int size : List.of(1, 2, 5, 22, 23)) {
            assertThat(all(customer.id(), TimelineFilter.NONE, size)).as("pages of %d", size).isEqualTo(whole);
        }
        TimelineFilter everything = new TimelineFilter(TimelineFilter.all(), Set.of(), null, null);
        assertThat(all(customer.id(), everything, 4)).isEqualTo(all(customer.id(), everything, Timeline.MOST)).hasSize(43);
    }

    @Test
    void whatIsAskedForIsShownAndNothingElse() {
        Customer customer = busy();
        assertThat(all(customer.id(), new TimelineFilter(Set.of(Kind.MESSAGE), Set.of(), null, null), 4)).hasSize(15).allMatch(entry -> entry.line().equals("text " + mark) && entry.inbound());
        assertThat(all(customer.id(), new TimelineFilter(Set.of(Kind.CALL), Set.of(), null, null), 3)).hasSize(5).allMatch(entry -> entry.number() == 60 && entry.state().equals("ANSWERED"));
        assertThat(all(customer.id(), new TimelineFilter(Set.of(), Set.of(Channel.EMAIL), null, null), 3)).hasSize(5).allMatch(entry -> entry.channel() == Channel.EMAIL);
        assertThat(all(customer.id(), new TimelineFilter(Set.of(Kind.ALERT), Set.of(Channel.EMAIL), null, null), 3)).as("an alert came through no channel").isEmpty();
        assertThat(all(customer.id(), new TimelineFilter(Set.of(), Set.of(), NOON, null), 3)).as("from is included").hasSize(13);
        assertThat(all(customer.id(), new TimelineFilter(Set.of(), Set.of(), NOON.minus(3, ChronoUnit.HOURS), NOON), 3)).as("until is not").hasSize(3);
        assertThatThrownBy(() -> all(customer.id(), new TimelineFilter(Set.of(), Set.of(), Instant.MIN, null), 3)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("shared.bad-request"));
        Customer stranger = person();
        assertThat(all(stranger.id(), TimelineFilter.NONE, 5)).isEmpty();
    }

    @Test
    void aGuestsHistoryGoesWithHim() throws Exception {
        Customer guest = system.inTransaction(() -> {
            Customer unknown = Customer.guest("who-" + mark + "@example.org", "en", NOON);
            customers.add(unknown);
            contact(unknown, Channel.EMAIL, null, NOON);
            contact(unknown, Channel.PHONE, null, NOON);
            return unknown;
        });
        Customer known = person();
        As.run("dana", () -> joining.join(guest.id(), known.id()));
        List<TimelineEntry> whole = all(known.id(), new TimelineFilter(TimelineFilter.all(), Set.of(), null, null), 10);
        assertThat(whole).extracting(TimelineEntry::kind).containsExactly(Kind.JOIN, Kind.CALL, Kind.MESSAGE, Kind.CONTACT, Kind.CONTACT);
        assertThat(whole.get(0).line()).isEqualTo("who-" + mark + "@example.org");
        As.run("dana", () -> assertThat(cards.get(guest.id()).id()).as("an old link leads to the customer").isEqualTo(known.id()));
    }

    @Test
    void theCardCostsTheSameHoweverLongTheHistory() throws Exception {
        Customer few = person();
        Customer many = person();
        system.inTransaction(() -> {
            for (int number = 0; number < 400; number++) {
                contact(many, number % 3 == 0 ? Channel.PHONE : Channel.EMAIL, null, NOON.minus(number, ChronoUnit.HOURS));
            }
            contact(few, Channel.EMAIL, null, NOON);
            return null;
        });
        int ofFew = leastStatements(few);
        assertThat(leastStatements(many)).isEqualTo(ofFew).isLessThan(20);
        As.run("dana", () -> assertThat(cards.get(many.id(), 40).timeline().more()).isTrue());
    }

    /** What is read once and kept, such as the rules in force, or now and then, as the next numbers of a sequence, is not the history's. */
    private int leastStatements(Customer customer) {
        return IntStream.range(0, 3).map(time -> statements(customer)).min().orElseThrow();
    }

    private int statements(Customer customer) {
        return system.inTransaction(() -> {
            StatementCount count = new StatementCount(entities);
            try {
                As.run("dana", () -> assertThat(cards.get(customer.id(), 40).timeline().rows()).isNotEmpty());
            } catch (Exception other) {
                throw new AssertionError(other);
            }
            entities.flush();
            return count.prepared();
        });
    }

    @Test
    void anAlertHoldsUntilItIsRemovedOrOver() throws Exception {
        Customer customer = person();
        long alert = As.user("dana", () -> alerting.give(customer.id(), CustomerAlert.Severity.INFORMATION, "prefers mornings " + mark, LocalDate.now().plusDays(1)));
        long grave = As.user("dana", () -> alerting.give(customer.id(), CustomerAlert.Severity.DANGER, "ask who speaks " + mark, null));
        As.run("michal", () -> assertThat(cards.get(customer.id()).alerts()).extracting(CustomerCards.Alert::id).as("the gravest first").containsExactly(grave, alert));
        As.run("michal", () -> {
            alerting.remove(grave);
            assertThat(cards.get(customer.id()).alerts()).extracting(CustomerCards.Alert::id).containsExactly(alert);
            alerting.restore(grave);
            assertThat(cards.get(customer.id()).alerts()).hasSize(2);
            assertThatThrownBy(() -> alerting.give(customer.id(), CustomerAlert.Severity.WARNING, " ", null)).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("customer.alert-empty"));
            assertThatThrownBy(() -> alerting.give(customer.id(), CustomerAlert.Severity.WARNING, "late", LocalDate.now().minusDays(2))).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("customer.alert-over"));
        });
        assertThat(audited(grave)).containsExactly("dana card.alert-given DANGER", "michal card.alert-removed DANGER", "michal card.alert-restored DANGER");
    }

    private List<String> audited(long alert) {
        return system.inTransaction(() -> entities.createQuery("select a.actor || ' ' || a.action || ' ' || a.detail from AuditEntry a where a.subject = 'customer-alert' and a.subjectId = :id order by a.id", String.class).setParameter("id", alert).getResultList());
    }

    @Test
    void whoBelongsToAnotherFirmSeesOnlyWhomHeServesAndNoWholeIdentifier() throws Exception {
        Customer served = person();
        Customer other = person();
        String name = "partner-" + mark;
        StaffUser partner = system.inTransaction(() -> {
            Team team = new Team("partner-" + mark, "שותף", "Partner");
            team.outsource(true);
            users.add(team);
            StaffUser user = new StaffUser(name, "נועה שותפה", "Noa Partner", Passwords.hash(As.PASSWORD), team, Set.of(Role.AGENT));
            users.add(user);
            return user;
        });
        refused(name, served);
        Instant now = Instant.now();
        system.inTransaction(() -> contact(served, Channel.EMAIL, partner, now.minus(10, ChronoUnit.MINUTES)));
        system.inTransaction(() -> contact(other, Channel.EMAIL, partner, now.minus(2, ChronoUnit.HOURS)));
        As.run(name, () -> {
            CustomerCard card = cards.get(served.id(), 5);
            assertThat(card.masked()).isTrue();
            assertThat(card.contactPoints()).extracting(CustomerCards.Reach::shown).containsExactly("n••••••@example.org", "••••••567");
            assertThat(card.timeline().rows()).hasSize(1);
            assertThat(cards.timeline(served.id(), TimelineFilter.NONE, null).rows()).hasSize(1);
            assertThat(access.visible(List.of(served.id(), other.id()))).containsExactly(served.id());
        });
        refused(name, other);
        As.run("dana", () -> {
            assertThat(cards.get(served.id()).contactPoints()).extracting(CustomerCards.Reach::shown).contains("noa-" + mark + "@example.org");
            assertThat(access.visible(List.of(served.id(), other.id()))).containsExactlyInAnyOrder(served.id(), other.id());
        });
        As.run("crm", () -> {
            assertThat(consulting.card(served.id()).masked()).isFalse();
            assertThat(consulting.timelineOf(served.id(), TimelineFilter.NONE, null, 10).rows()).hasSize(1);
        });
    }

    private void refused(String user, Customer customer) throws Exception {
        As.run(user, () -> {
            assertThatThrownBy(() -> cards.get(customer.id())).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("card.not-routed"));
            assertThatThrownBy(() -> cards.timeline(customer.id(), TimelineFilter.NONE, null)).isInstanceOf(BusinessException.class);
            assertThatThrownBy(() -> alerting.give(customer.id(), CustomerAlert.Severity.WARNING, "mine", null)).isInstanceOf(BusinessException.class);
        });
    }
}
