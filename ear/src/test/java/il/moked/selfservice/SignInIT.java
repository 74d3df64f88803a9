// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.Rows;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.CodeSending;
import il.moked.selfservice.ejb.PortalSigningIn;
import il.moked.selfservice.ejb.PortalSigningIn.Browser;
import il.moked.selfservice.ejb.PortalSigningIn.Outcome;
import il.moked.selfservice.ejb.PortalSigningIn.State;
import il.moked.shared.NationalId;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes and sessions, with customers that belong to each test alone. */
@ArquillianTest
public class SignInIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final Browser BROWSER = new Browser("Firefox · Linux", "192.0.2.7");

    @Inject
    AsSystem system;
    @Inject
    CodeSending codes;
    @Inject
    PortalSigningIn signingIn;
    @Inject
    Customers customers;
    @Inject
    Rows rows;

    private String mark;
    private String mail;

    @BeforeEach
    void begin() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        mail = "c" + mark + "@example.co.il";
    }

    private static NationalId identity(int number) {
        for (int check = 0; check < 10; check++) {
            var id = NationalId.parse(String.format("%08d%d", number, check));
            if (id.isPresent()) {
                return id.get();
            }
        }
        throw new IllegalStateException();
    }

    private long customer(NationalId id, boolean verified) {
        return system.inTransaction(() -> {
            Customer customer = Customer.person("נועה", "בדיקה " + mark, id, Segment.PRIVATE, "he", Instant.now());
            customers.add(customer);
            customer.reachableBy(ContactPoint.Kind.EMAIL, mail, mail, verified, Instant.now());
            return customer.id();
        });
    }

    private String ask(String address) {
        return codes.ask(Purpose.CUSTOMER_SIGN_IN, address, "he", "visitor " + mark);
    }

    private Outcome in(String handle, String digits) {
        return signingIn.prove(Kind.CUSTOMER, handle, digits, BROWSER);
    }

    @Test
    void whoTypesTheCodeIsInUntilHeSignsOutAndTheCodeIsGoodOnce() throws Exception {
        long id = customer(null, true);
        String handle = ask(" C" + mark + "@Example.co.il ");
        String digits = CodeMail.code(mail, IMAP);
        assertThat(in(handle, digits.equals("000000") ? "000001" : "000000").state()).isEqualTo(State.WRONG);
        assertThat(in(Secret.next().shown(), digits).state()).as("in another browser").isEqualTo(State.WRONG);
        assertThat(signingIn.prove(Kind.COMPANY, handle, digits, BROWSER).state()).as("for something else").isEqualTo(State.WRONG);
        assertThat(codes.confirm(Purpose.SECURE_LINK, handle, digits)).isEmpty();
        Outcome outcome = in(handle, digits.substring(0, 3) + " " + digits.substring(3));
        assertThat(outcome.state()).isEqualTo(State.IN);
        assertThat(in(handle, digits).state()).as("once more").isEqualTo(State.WRONG);
        assertThat(signingIn.present(Kind.CUSTOMER, outcome.token()).orElseThrow().id()).isEqualTo(id);
        assertThat(signingIn.present(Kind.COMPANY, outcome.token())).isEmpty();
        assertThat(rows.count("select count(*) from portal_session where token_hash = ?", outcome.token())).isZero();

        signingIn.signOut(Kind.CUSTOMER, outcome.token());
        assertThat(signingIn.present(Kind.CUSTOMER, outcome.token())).isEmpty();
        assertThat(rows.texts("select action from audit_entry where customer_id = ? order by id", id)).contains("selfservice.code-sent", "selfservice.signed-in", "selfservice.signed-out");
    }

    @Test
    void theCodeIsKeptNowhereAndTheConversationItWasToldInIsClosedAndUsedAgain() throws Exception {
        long id = customer(null, true);
        String first = ask(mail);
        String digits = CodeMail.code(mail, IMAP);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from outbound_message o join interaction i on i.id = o.interaction_id where i.customer_id = ? and o.state = 'ACCEPTED' and o.secret = ''", id) == 1);
        assertThat(rows.texts("select m.text from message m join interaction i on i.id = m.interaction_id where i.customer_id = ?", id)).hasSize(1).noneMatch(text -> text.contains(digits));
        assertThat(rows.texts("select code_hash from one_time_code where address = ?", mail)).noneMatch(hash -> hash.contains(digits));
        assertThat(rows.texts("select state from interaction where customer_id = ?", id)).containsExactly("CLOSED");
        assertThat(in(first, digits).state()).isEqualTo(State.IN);
        String second = ask(mail);
        assertThat(in(second, CodeMail.code(mail, IMAP)).state()).isEqualTo(State.IN);
        assertThat(rows.count("select count(*) from interaction where customer_id = ?", id)).isEqualTo(1);
        assertThat(rows.count("select count(*) from work_item w join interaction i on i.id = w.interaction_id where i.customer_id = ?", id)).isZero();
    }

    @Test
    void fiveWrongTriesEndACode() {
        customer(null, true);
        String handle = ask(mail);
        String digits = CodeMail.code(mail, IMAP);
        for (int tries = 0; tries < OneTimeCode.MOST_TRIES; tries++) {
            assertThat(in(handle, "12345").state()).isEqualTo(State.WRONG);
        }
        assertThat(in(handle, digits).state()).isEqualTo(State.WRONG);
    }

    @Test
    void aCodeIsTooOldAfterFiveMinutes() throws Exception {
        customer(null, true);
        String handle = ask(mail);
        String digits = CodeMail.code(mail, IMAP);
        rows.change("update one_time_code set expires_at = ? where address = ?", Instant.now().minusSeconds(1), mail);
        assertThat(in(handle, digits).state()).isEqualTo(State.WRONG);
    }

    @Test
    void whoHasAnAddressWithOthersOrOneNobodyMadeSureOfSaysTheEndOfHisIdentityNumber() {
        int number = Math.floorMod(mark.hashCode(), 80_000_000) + 10_000_000;
        NationalId first = identity(number);
        NationalId second = identity(number + 10_007);
        customer(first, true);
        long wanted = customer(second, false);
        String handle = ask(mail);
        assertThat(signingIn.which(Kind.CUSTOMER, handle, second.digits().substring(5), BROWSER).state()).as("before the code").isEqualTo(State.WRONG);
        assertThat(in(handle, CodeMail.code(mail, IMAP)).state()).isEqualTo(State.ASKS);
        assertThat(signingIn.which(Kind.CUSTOMER, handle, "", BROWSER).state()).isEqualTo(State.ASKS);
        Outcome outcome = signingIn.which(Kind.CUSTOMER, handle, second.digits().substring(5), BROWSER);
        assertThat(outcome.state()).isEqualTo(State.IN);
        assertThat(signingIn.present(Kind.CUSTOMER, outcome.token()).orElseThrow().id()).isEqualTo(wanted);
        assertThat(signingIn.which(Kind.CUSTOMER, handle, first.digits().substring(5), BROWSER).state()).as("used").isEqualTo(State.WRONG);
    }

    @Test
    void whoHeIsIsAskedThreeTimes() {
        NationalId id = identity(Math.floorMod(mark.hashCode(), 80_000_000) + 10_000_000);
        customer(id, false);
        String handle = ask(mail);
        assertThat(in(handle, CodeMail.code(mail, IMAP)).state()).isEqualTo(State.ASKS);
        for (int asked = 0; asked < OneTimeCode.MOST_QUESTIONS; asked++) {
            assertThat(signingIn.which(Kind.CUSTOMER, handle, "abcd", BROWSER).state()).isEqualTo(State.ASKS);
        }
        assertThat(signingIn.which(Kind.CUSTOMER, handle, id.digits().substring(5), BROWSER).state()).isEqualTo(State.WRONG);
    }

    @Test
    void anAddressNobodyHasIsAnsweredTheSameAndNothingIsSent() throws Exception {
        String handle = ask(mail);
        await().atMost(PATIENCE).until(() -> rows.count("select count(*) from audit_entry a join one_time_code c on c.id = a.subject_id where c.address = ? and a.action = 'selfservice.code-not-sent'", mail) == 1);
        assertThat(handle).hasSize(43);
        assertThat(in(handle, "123456").state()).isEqualTo(State.WRONG);
        assertThat(CodeMail.next(mail, IMAP)).isEmpty();
    }

    @Test
    void codesAreLimitedForAnAddressAVisitorAndARange() throws Exception {
        // whatever the hour: the counts of this very hour and of the next are full
        Instant hour = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.HOURS);
        for (Instant since : java.util.List.of(hour, hour.plusSeconds(3600))) {
            rows.change("insert into code_count (limited, since, counted) values (?, ?, 1000)", "address " + mail, since);
            rows.change("insert into code_count (limited, since, counted) values (?, ?, 1000)", "visitor flood " + mark, since);
        }
        refused("selfservice.code-too-many", () -> ask(mail));
        refused("selfservice.code-too-many", () -> codes.ask(Purpose.CUSTOMER_SIGN_IN, "other" + mail, "he", "flood " + mark));
        refused("selfservice.code-address", () -> ask("03-6123456"));
        refused("selfservice.code-country", () -> ask("+1 212 555 0123"));
        refused("selfservice.code-address", () -> ask("somebody"));
        Instant today = Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS);
        String range = "+97257" + String.format("%03d", Math.floorMod(mark.hashCode(), 1000));
        for (Instant since : java.util.List.of(today, today.plus(Duration.ofDays(1)))) {
            rows.change("insert into code_count (limited, since, counted) values (?, ?, 1000)", "range " + range, since);
        }
        refused("selfservice.code-too-many", () -> ask(range + "1234"));
    }

    @Test
    void aSessionEndsWhenNothingIsDoneAfterHalfADayAndEverywhereAtOnce() throws Exception {
        long id = customer(null, true);
        String one = in(ask(mail), CodeMail.code(mail, IMAP)).token();
        String two = in(ask(mail), CodeMail.code(mail, IMAP)).token();
        String three = in(ask(mail), CodeMail.code(mail, IMAP)).token();
        assertThat(signingIn.devices(Kind.CUSTOMER, three)).hasSize(3).filteredOn(device -> device.here()).hasSize(1);
        rows.change("update portal_session set seen_at = ? where token_hash = ?", Instant.now().minus(PortalSession.IDLE).minusSeconds(1), new Secret(one).hash());
        rows.change("update portal_session set expires_at = ? where token_hash = ?", Instant.now().minusSeconds(1), new Secret(two).hash());
        assertThat(signingIn.present(Kind.CUSTOMER, one)).isEmpty();
        assertThat(signingIn.present(Kind.CUSTOMER, two)).isEmpty();
        signingIn.signOutEverywhere(Kind.CUSTOMER, one);
        assertThat(signingIn.present(Kind.CUSTOMER, three)).as("who is out signs nobody out").isPresent();
        signingIn.signOutEverywhere(Kind.CUSTOMER, three);
        assertThat(signingIn.present(Kind.CUSTOMER, three)).isEmpty();
        assertThat(rows.count("select count(*) from portal_session where customer_id = ? and ended_at is null", id)).isZero();
    }

    @Test
    void aPasswordOpensUntilItWasWrongFiveTimesAndACodeStillDoes() {
        customer(null, true);
        Browser browser = new Browser("Firefox", "password " + mark);
        String token = in(ask(mail), CodeMail.code(mail, IMAP)).token();
        assertThat(signingIn.byPassword(mail, "right-password-" + mark, browser).state()).as("before there is one").isEqualTo(State.WRONG);
        refused("access.password-length", () -> signingIn.choosePassword(token, null, "short"));
        String another = in(ask(mail), CodeMail.code(mail, IMAP)).token();
        signingIn.choosePassword(token, null, "right-password-" + mark);
        assertThat(signingIn.present(Kind.CUSTOMER, another)).as("other devices are out").isEmpty();
        Outcome in = signingIn.byPassword(mail, "right-password-" + mark, browser);
        assertThat(in.state()).isEqualTo(State.IN);
        refused("selfservice.password-old", () -> signingIn.choosePassword(in.token(), "wrong", "another-password-" + mark));
        for (int tries = 0; tries < PortalPassword.MOST_FAILURES; tries++) {
            assertThat(signingIn.byPassword(mail, "wrong", browser).state()).isEqualTo(State.WRONG);
        }
        assertThat(signingIn.byPassword(mail, "right-password-" + mark, browser).state()).as("locked").isEqualTo(State.WRONG);
        assertThat(in(ask(mail), CodeMail.code(mail, IMAP)).state()).isEqualTo(State.IN);
        signingIn.removePassword(in.token());
        assertThat(signingIn.byPassword(mail, "right-password-" + mark, browser).state()).isEqualTo(State.WRONG);
    }
}
