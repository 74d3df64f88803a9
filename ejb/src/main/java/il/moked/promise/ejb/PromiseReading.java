// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.Customers;
import il.moked.promise.Promise;
import il.moked.promise.PromiseCounts;
import il.moked.promise.PromiseEvent;
import il.moked.promise.PromiseLine;
import il.moked.promise.Promises;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Lists of promises: of a customer, of an agent, of a team, and how well teams keep them. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class PromiseReading {
    public static final int MOST_OF_CUSTOMER = 20;
    /** Shown of what is over, on a card. */
    private static final int LATELY = 5;
    private static final int MOST_A_PAGE = 100;
    /** Counted of what is due; who has more needs no number. */
    public static final int MOST_DUE = 100;
    /** Of what is broken, on the wall. */
    public static final int MOST_BROKEN = 100;

    @Inject
    Promises promises;
    @Inject
    PromiseCounts counts;
    @Inject
    Customers customers;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param pending what he waits for, due first @param over what became of the last ones */
    public record OfCustomer(List<PromiseLine> pending, List<PromiseLine> over) {
    }

    public record Step(PromiseEvent.Kind kind, Instant at, String actor, String detail) {
    }

    public OfCustomer ofCustomer(long customerId) {
        long id = customers.get(customerId).id();
        List<PromiseLine> over = promises.ofCustomer(id, null, MOST_OF_CUSTOMER + LATELY).rows().stream().filter(line -> !line.pending()).limit(LATELY).toList();
        return new OfCustomer(promises.pendingOf(id, MOST_OF_CUSTOMER), over);
    }

    /** Newest first. For another system each look is written to the audit. */
    @RolesAllowed(Role.INTEGRATION)
    public Page<PromiseLine> pageOf(long customerId, PromiseLine.Cursor after, int size) {
        long id = customers.get(customerId).id();
        events.tell(new PromisesRead(id));
        return promises.ofCustomer(id, after, size(size));
    }

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
    public PromiseLine get(long id) {
        PromiseLine line = promises.line(id);
        if (currentUser.get().has(Role.INTEGRATION)) {
            events.tell(new PromisesRead(line.customerId()));
        }
        return line;
    }

    /** What I have to keep, due first. @param after null for the first page */
    public Page<PromiseLine> mine(PromiseLine.Cursor after, int size) {
        return promises.pendingOfOwner(currentUser.get().id(), after, size(size));
    }

    /** What my team has to keep; nothing for who has none. */
    public Page<PromiseLine> myTeams(PromiseLine.Cursor after, int size) {
        StaffUser user = currentUser.get();
        return user.team().map(team -> promises.pendingOfTeam(team.id(), after, size(size))).orElse(new Page<>(List.of(), false));
    }

    /** What is due today or was before. @param first when the first of them is due, null when there is none */
    public record Due(int count, Instant first) {
        static Due of(List<Instant> due) {
            return new Due(due.size(), due.isEmpty() ? null : due.get(0));
        }

        public boolean overdue(Instant now) {
            return first != null && now.isAfter(first);
        }
    }

    /** What I have to keep until today is over; counted to {@link #MOST_DUE}. */
    public Due mineDue() {
        return Due.of(promises.dueOfOwner(currentUser.get().id(), midnight(), MOST_DUE));
    }

    /** What my team has to keep until then and nobody of it owns. */
    public Due nobodysDue() {
        return Due.of(currentUser.get().team().map(team -> promises.dueOfNobody(team.id(), midnight(), MOST_DUE)).orElse(List.of()));
    }

    private Instant midnight() {
        return today().plusDays(1).atStartOfDay(zone).toInstant();
    }

    /** What everybody has to keep. @param teamCode null for all */
    @RolesAllowed(Role.SUPERVISOR)
    public Page<PromiseLine> everybodys(String teamCode, PromiseLine.Cursor after, int size) {
        return teamCode == null ? promises.pending(after, size(size)) : promises.pendingOfTeam(team(teamCode), after, size(size));
    }

    private long team(String code) {
        return users.findTeam(code).orElseThrow(() -> new BusinessException("promise.keeper")).id();
    }

    private static int size(int wanted) {
        return Math.max(1, Math.min(wanted, MOST_A_PAGE));
    }

    /** How well teams kept what was due in the last days, today included. */
    @RolesAllowed(Role.SUPERVISOR)
    public List<PromiseCounts.Standing> standings(int days) {
        LocalDate today = today();
        return counts.standings(today.minusDays(days - 1L), today);
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** The rows behind a number of {@link #standings}. */
    @RolesAllowed(Role.SUPERVISOR)
    public Page<PromiseLine> behind(String teamCode, int days, PromiseCounts.Counted what, PromiseLine.Cursor after, int size) {
        LocalDate today = today();
        if (what == PromiseCounts.Counted.RESCHEDULED) {
            return promises.rescheduled(team(teamCode), today.minusDays(days - 1L), today, after, size(size));
        }
        List<Promise.State> states = what == PromiseCounts.Counted.KEPT ? List.of(Promise.State.KEPT) : List.of(Promise.State.CANCELLED);
        return promises.behind(team(teamCode), today.minusDays(days - 1L), today, states, what == PromiseCounts.Counted.BROKEN || what == PromiseCounts.Counted.KEPT_LATE, after, size(size));
    }

    /** What is broken and still waited for, the oldest first: not more than {@link #MOST_BROKEN}. */
    @RolesAllowed(Role.SUPERVISOR)
    public List<PromiseLine> broken() {
        Instant now = clock.instant();
        return promises.pending(null, MOST_BROKEN).rows().stream().filter(line -> line.broken(now)).toList();
    }

    /** Marks for a list of customers; who waits for nothing is not in it. */
    public Map<Long, Promises.Mark> marks(Collection<Long> customerIds) {
        return promises.marks(customerIds);
    }

    public List<Step> steps(long id) {
        return promises.events(id).stream().map(event -> new Step(event.kind(), event.at(), event.actor(), event.detail())).toList();
    }
}
