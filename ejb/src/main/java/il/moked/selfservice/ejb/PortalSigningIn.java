// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.ejb.Passwords;
import il.moked.customer.Customers;
import il.moked.selfservice.OneTimeCode;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.OneTimeCodes;
import il.moked.selfservice.PortalPassword;
import il.moked.selfservice.PortalSession;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.PortalSession.Way;
import il.moked.selfservice.PortalSessions;
import il.moked.selfservice.Secret;
import il.moked.selfservice.ejb.PortalPeople.Person;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/**
 * Who is signed in at the portal. A code proves an address; where several persons have it, or nobody made sure of it, he is asked for
 * the last digits of his identity number, and never shown who they are. Nothing here throws for a wrong try, so that each counts.
 */
@Stateless
@PermitAll
public class PortalSigningIn {
    private static final Duration KEPT = Duration.ofDays(30);
    /** Passwords tried from one network address within an hour. */
    private static final int MOST_PASSWORDS = 60;
    /** Tried where nobody has one, so that it takes as long: the hash of a password nobody knows. */
    private static final String NOBODYS = Passwords.hash(Secret.next().shown());

    @Inject
    OneTimeCodes codes;
    @Inject
    CodeSteps steps;
    @Inject
    PortalSessions sessions;
    @Inject
    @Any
    Instance<PortalPeople> people;
    @Inject
    Customers customers;
    @Inject
    OwnNotice notice;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public enum State { IN, ASKS, WRONG }

    /** @param token of the session, which only the browser keeps; null unless he is in */
    public record Outcome(State state, String token) {
        static final Outcome WRONG = new Outcome(State.WRONG, null);
        static final Outcome ASKS = new Outcome(State.ASKS, null);
    }

    /** Whoever signs in. @param device how his browser calls itself @param visitor from where */
    public record Browser(String device, String visitor) {
    }

    /** Who is signed in. @param id of the customer, or of the person of a company */
    public record Present(long sessionId, Kind kind, long id, Way way, Instant since) {
    }

    /** @param here whether it is the one that asks */
    public record Device(long sessionId, String name, Instant since, Instant seen, boolean here) {
    }

    /** Signs in by a code that was asked for with {@link CodeSending#ask}. */
    public Outcome prove(Kind kind, String handle, String digits, Browser browser) {
        Secret secret = new Secret(handle);
        Instant now = clock.instant();
        Optional<OneTimeCode> code = codes.of(secret).filter(found -> found.purpose() == purpose(kind));
        boolean right = code.filter(found -> found.prove(secret, digits, now)).isPresent();
        code.ifPresent(found -> events.tell(new CodeActed(found.id(), null, right ? "selfservice.code-proved" : "selfservice.code-wrong", found.purpose().name())));
        if (!right) {
            return Outcome.WRONG;
        }
        List<Person> who = reached(kind, code.get());
        return who.size() == 1 && who.get(0).sure() ? in(kind, who.get(0), code.get(), browser, now) : who.isEmpty() ? Outcome.WRONG : Outcome.ASKS;
    }

    /** After the code: which of those who have the address he is. */
    public Outcome which(Kind kind, String handle, String lastDigits, Browser browser) {
        Instant now = clock.instant();
        Optional<OneTimeCode> code = codes.of(new Secret(handle)).filter(found -> found.purpose() == purpose(kind) && found.open(now));
        if (code.isEmpty() || !code.get().question()) {
            return Outcome.WRONG;
        }
        List<Person> answering = reached(kind, code.get()).stream().filter(person -> person.answersTo(lastDigits)).toList();
        if (answering.size() == 1) {
            return in(kind, answering.get(0), code.get(), browser, now);
        }
        events.tell(new CodeActed(code.get().id(), null, "selfservice.identity-wrong", code.get().purpose().name()));
        return Outcome.ASKS;
    }

    private Outcome in(Kind kind, Person person, OneTimeCode code, Browser browser, Instant now) {
        code.use(now);
        return new Outcome(State.IN, open(kind, person.id(), person.customerId(), Way.CODE, browser, now));
    }

    /** @param customerId on whose card it is written */
    String open(Kind kind, long id, Long customerId, Way way, Browser browser, Instant now) {
        Secret token = Secret.next();
        PortalSession session = new PortalSession(token, kind, id, way, browser.device(), browser.visitor(), now);
        sessions.add(session);
        events.tell(new PortalSessionActed(session.id(), customerId, "selfservice.signed-in", kind + " " + way));
        return token.shown();
    }

    private List<Person> reached(Kind kind, OneTimeCode code) {
        return people.stream().filter(area -> area.kind() == kind).flatMap(area -> area.reachedBy(code.kind(), code.address()).stream()).toList();
    }

    private static Purpose purpose(Kind kind) {
        return kind == Kind.CUSTOMER ? Purpose.CUSTOMER_SIGN_IN : Purpose.COMPANY_SIGN_IN;
    }

    /**
     * Signs a customer in by the password he chose. Whether nobody has the address, he has no password, it is wrong or it is locked is
     * answered the same, after the same work.
     *
     * @param address telephone number or mail address as typed
     */
    public Outcome byPassword(String address, String password, Browser browser) {
        Instant now = clock.instant();
        if (!codes.count("password " + browser.visitor(), now.truncatedTo(ChronoUnit.HOURS), MOST_PASSWORDS)) {
            return Outcome.WRONG;
        }
        List<Person> who = CodeSending.reach(address).map(reach -> people.stream().filter(area -> area.kind() == Kind.CUSTOMER).flatMap(area -> area.reachedBy(reach.kind(), reach.address()).stream()).filter(person -> person.sure() && sessions.hasPassword(person.id())).toList()).orElse(List.of());
        Person in = null;
        for (Person person : who) {
            PortalPassword his = sessions.password(person.id()).orElseThrow();
            boolean locked = his.lockedAt(now);
            boolean right = Passwords.matches(password, his.hash()) && !locked;
            if (!locked) {
                his.tried(right, now);
            }
            events.tell(new PortalSessionActed(null, person.id(), right ? "selfservice.password-right" : "selfservice.password-wrong", locked ? "locked" : null));
            in = right ? person : in;
        }
        if (who.isEmpty()) {
            Passwords.matches(password, NOBODYS);
        }
        return in == null ? Outcome.WRONG : new Outcome(State.IN, open(Kind.CUSTOMER, in.id(), in.customerId(), Way.PASSWORD, browser, now));
    }

    public boolean hasPassword(long customerId) {
        return sessions.hasPassword(customerId);
    }

    /**
     * Chooses a password, or another one; all other devices are signed out.
     *
     * @param token of his session @param old the one he has; not asked for when he came in by a code
     * @throws BusinessException {@code access.password-length}, {@code selfservice.password-old}
     */
    public void choosePassword(String token, String old, String password) {
        Present who = present(Kind.CUSTOMER, token).orElseThrow(() -> new BusinessException("selfservice.signed-out"));
        Instant now = clock.instant();
        String hash = Passwords.hash(password);
        Optional<PortalPassword> known = sessions.password(who.id());
        if (who.way() == Way.PASSWORD && known.filter(his -> Passwords.matches(old, his.hash())).isEmpty()) {
            throw new BusinessException("selfservice.password-old");
        }
        known.ifPresentOrElse(his -> his.change(hash, now), () -> sessions.add(new PortalPassword(who.id(), hash, now)));
        sessions.endOthers(Kind.CUSTOMER, who.id(), who.sessionId(), now);
        events.tell(new PortalSessionActed(who.sessionId(), who.id(), "selfservice.password-chosen", null));
        notice.tell(customers.get(who.id()), "own-password-changed", null);
    }

    /** He signs in by codes only again. */
    public void removePassword(String token) {
        present(Kind.CUSTOMER, token).ifPresent(who -> sessions.password(who.id()).ifPresent(his -> {
            sessions.remove(his);
            events.tell(new PortalSessionActed(who.sessionId(), who.id(), "selfservice.password-removed", null));
            notice.tell(customers.get(who.id()), "own-password-changed", null);
        }));
    }

    /** Who holds that token; empty when it is over. It is kept open by that. */
    public Optional<Present> present(Kind kind, String token) {
        Instant now = clock.instant();
        Optional<PortalSession> found = token == null || token.isEmpty() ? Optional.empty() : sessions.of(new Secret(token)).filter(session -> session.kind() == kind && session.valid(now));
        found.filter(session -> session.unseenFor(now)).ifPresent(session -> sessions.seen(session.id(), now));
        return found.map(session -> new Present(session.id(), kind, kind == Kind.CUSTOMER ? session.customerId() : session.companyUserId(), session.way(), session.createdAt()));
    }

    public void signOut(Kind kind, String token) {
        sessions.of(new Secret(token)).filter(session -> session.kind() == kind).ifPresent(session -> {
            session.end(clock.instant());
            events.tell(new PortalSessionActed(session.id(), session.customerId(), "selfservice.signed-out", null));
        });
    }

    /** On all devices. @param token of one of his own that is valid */
    public void signOutEverywhere(Kind kind, String token) {
        present(kind, token).ifPresent(who -> endAll(kind, who.id()));
    }

    /** When somebody must not be in any more. @param id of the customer, or of the person of a company */
    public void endAll(Kind kind, long id) {
        sessions.endAll(kind, id, clock.instant());
        events.tell(new PortalSessionActed(null, kind == Kind.CUSTOMER ? id : null, "selfservice.signed-out-everywhere", kind.name()));
    }

    /** Where he is signed in, the latest first. */
    public List<Device> devices(Kind kind, String token) {
        return present(kind, token).map(who -> sessions.open(kind, who.id(), clock.instant()).stream().map(session -> new Device(session.id(), session.device(), session.createdAt(), session.seenAt(), session.id() == who.sessionId())).toList()).orElse(List.of());
    }

    /** Sessions and codes that are long over. */
    public void forget() {
        sessions.forget(clock.instant().minus(KEPT));
        steps.forget();
    }
}
