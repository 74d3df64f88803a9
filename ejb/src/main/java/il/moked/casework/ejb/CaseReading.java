// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.calendar.Calendars;
import il.moked.casework.CaseEvent;
import il.moked.casework.CaseFilter;
import il.moked.casework.CaseLine;
import il.moked.casework.CaseQuery;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import il.moked.casework.SlaTerms;
import il.moked.channel.Channel;
import il.moked.customer.Customers;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Cases as they are: lists, one with everything that belongs to it, and the lists somebody saved. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class CaseReading {
    public static final int MOST_OF_CUSTOMER = 20;
    private static final int MOST_A_PAGE = 100;
    private static final int MOST_MESSAGES = 100;
    private static final int MOST_NOTES = 100;
    private static final int MOST_EVENTS = 200;
    private static final int MOST_BELOW = 50;
    private static final int MOST_FILTERS = 20;

    @Resource
    SessionContext context;
    @Inject
    Cases cases;
    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    @Inject
    Calendars calendars;
    @Inject
    StaffUsers users;
    @Inject
    CaseScope scope;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * One run of a clock as it is now.
     *
     * @param due null while it pauses @param left business time, negative when it is over; of an ended one what was left @param taken business time that counted
     * @param openNow whether business time passes just now, so that what is left grows less
     */
    public record ClockLine(SlaMetric metric, int run, SlaState.Status status, Instant startedAt, Duration target, Instant due, Duration left, Duration taken, Instant breachedAt, Instant endedAt, boolean met, boolean openNow) {
        public boolean ended() {
            return status.ended();
        }

        public boolean running() {
            return status == SlaState.Status.RUNNING;
        }

        /** Percent of its time that is over, 0 to 100. */
        public int share() {
            return (int) Math.max(0, Math.min(100, target.isZero() ? 100 : taken.toMillis() * 100 / target.toMillis()));
        }
    }

    public record NoteLine(String authorHebrew, String authorEnglish, Instant at, String text) {
        public String author(String language) {
            return "he".equals(language) ? authorHebrew : authorEnglish;
        }
    }

    /** @param inbound whether the customer wrote it @param automatic a machine did */
    public record Said(long id, long interactionId, Channel channel, boolean inbound, boolean automatic, String author, String text, Instant at) {
    }

    public record Step(CaseEvent.Kind kind, Instant at, String actor, String detail) {
    }

    public record Watcher(long id, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** A case that was found to be the same and became part of this one. */
    public record Absorbed(long mergeId, CaseLine gone) {
    }

    /**
     * A case with everything that belongs to it.
     *
     * @param agreement number of the contract he is entitled by, or null @param clocks the last run of each first, then earlier ones
     * @param messages newest first @param notes newest first @param steps oldest first @param parent null without one @param problem what is behind it, or null
     * @param next states it may come into @param watched whether the caller watches it
     */
    public record CaseDetail(CaseLine line, String description, String sku, String product, SlaTerms terms, String agreement, List<ClockLine> clocks, List<Said> messages, List<NoteLine> notes, List<Step> steps, CaseLine parent, CaseLine problem, boolean isProblem,
            List<CaseLine> below, List<Absorbed> absorbed, List<Watcher> watchers, boolean watched, Set<ServiceCase.State> next, List<Long> conversations, String openedBy, Instant firstSolvedAt, Instant solvedAt) {
        /** Those that matter now: the last run of each. */
        public List<ClockLine> current() {
            return clocks.stream().filter(clock -> clocks.stream().noneMatch(other -> other.metric() == clock.metric() && other.run() > clock.run())).toList();
        }
    }

    /** What he owns, to open a case about. */
    public record Owned(long id, String sku, String name, String serial) {
    }

    public CaseDetail get(long id) {
        ServiceCase found = cases.get(id);
        scope.check(found);
        looked(id, found.customerId());
        Instant now = clock.instant();
        String sku = found.sku().orElse(null);
        OwnedProduct owned = found.ownedProductId().map(agreements::seen).orElse(null);
        Map<Long, CaseLine> others = cases.lines(Stream.of(found.parentId(), found.problemId()).flatMap(Optional::stream).distinct().toList()).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
        List<Watcher> watchers = found.watchers().stream().map(users::get).map(user -> new Watcher(user.id(), user.name("he"), user.name("en"))).sorted(Comparator.comparing(Watcher::englishName)).toList();
        long me = currentUser.get().id();
        return new CaseDetail(cases.line(id), found.description(), owned == null ? sku : owned.sku(), owned == null ? null : owned.name(), found.terms(), found.agreementId().map(agreements::get).map(Agreement::number).orElse(null), clocks(found, now),
                cases.messages(id, MOST_MESSAGES).stream().map(CaseReading::said).toList(),
                cases.notes(id, MOST_NOTES).stream().map(note -> new NoteLine(note.author("he"), note.author("en"), note.at(), note.text())).toList(),
                cases.events(id, MOST_EVENTS).stream().map(event -> new Step(event.kind(), event.at(), event.actor(), event.detail())).toList(), found.parentId().map(others::get).orElse(null), found.problemId().map(others::get).orElse(null), found.problem(),
                cases.below(id, MOST_BELOW), absorbed(id), watchers, found.watchers().contains(me), found.mergedIntoId().isPresent() ? Set.of() : found.state().next(), cases.conversationsOf(id), found.openedBy(), found.firstSolvedAt().orElse(null),
                found.solvedAt().orElse(null));
    }

    private List<Absorbed> absorbed(long id) {
        Map<Long, Long> merges = cases.mergesInto(id).stream().collect(Collectors.toMap(merge -> merge.goneId(), merge -> merge.id()));
        return cases.lines(merges.keySet()).stream().map(gone -> new Absorbed(merges.get(gone.id()), gone)).toList();
    }

    private static Said said(Message message) {
        return new Said(message.id(), message.interaction().id(), message.interaction().channel(), message.direction() == Message.Direction.INBOUND, message.automatic(), message.author(), message.text(), message.at());
    }

    private List<ClockLine> clocks(ServiceCase of, Instant now) {
        return of.clocks().stream().filter(clock -> clock.status() != SlaState.Status.VOID).sorted(Comparator.comparing(SlaClock::metric).thenComparing(SlaClock::run, Comparator.reverseOrder())).map(clock -> {
            SlaState state = clock.state(calendars::first);
            Duration taken = state.countedAt(now);
            return new ClockLine(clock.metric(), clock.run(), clock.status(), clock.startedAt(), clock.target(), clock.dueAt().orElse(null), clock.target().minus(taken), taken, clock.breachedAt().orElse(null), clock.endedAt().orElse(null), clock.met(),
                    !clock.ended() && state.calendar().openAt(now));
        }).toList();
    }

    public CaseLine line(long id) {
        CaseLine line = cases.line(id);
        scope.check(line);
        return line;
    }

    /** @throws NotFoundException {@code casework.unknown} */
    public CaseLine numbered(String number) {
        String written = number == null ? "" : number.strip().toUpperCase(Locale.ROOT);
        return line(cases.findByNumber(written).orElseThrow(() -> new NotFoundException("casework.unknown")).id());
    }

    /** Due first while they are live, else newest first. @param after null for the first page @throws BusinessException {@code access.denied}: everybody's are for supervisors */
    public Page<CaseLine> list(CaseQuery wanted, CaseLine.Cursor after, int size) {
        StaffUser user = currentUser.get();
        if (wanted.whose() == CaseQuery.Whose.ALL && !context.isCallerInRole(Role.SUPERVISOR) && !context.isCallerInRole(Role.INTEGRATION)) {
            throw new BusinessException("access.denied");
        }
        looked(null, null);
        return cases.list(wanted, user.id(), user.team().map(Team::id).orElse(null), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** All of a customer, newest first. */
    public Page<CaseLine> ofCustomer(long customerId, CaseLine.Cursor after, int size) {
        long id = customers.get(customerId).id();
        scope.check(id);
        looked(null, id);
        return cases.ofCustomer(id, after, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** What a customer still waits for, due first. */
    public List<CaseLine> liveOf(long customerId) {
        long id = customers.get(customerId).id();
        scope.check(id);
        return cases.liveOf(id, MOST_OF_CUSTOMER);
    }

    public List<Owned> productsOf(long customerId) {
        return agreements.productsOf(customers.get(customerId).id(), MOST_OF_CUSTOMER).stream().map(product -> new Owned(product.id(), product.sku(), product.name(), product.serial().orElse(null))).toList();
    }

    /** Each look of another system is written to the audit; that of a person is with the card. */
    private void looked(Long id, Long customerId) {
        if (context.isCallerInRole(Role.INTEGRATION)) {
            events.tell(new CasesRead(id, customerId));
        }
    }

    // ---- lists that somebody saved

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public List<CaseFilter> filters() {
        return cases.filters(currentUser.get().id());
    }

    /** One of the same name asks for that from now on. @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code casework.filters}: there are too many */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public void save(String name, CaseQuery query) {
        if (name == null || name.isBlank()) {
            throw new BusinessException("shared.field-missing", "name");
        }
        String kept = name.strip();
        if (kept.length() > CaseFilter.LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", "name", CaseFilter.LONGEST_NAME);
        }
        List<CaseFilter> mine = filters();
        String shown = ShownText.line(kept, CaseFilter.LONGEST_NAME);
        mine.stream().filter(filter -> filter.name().equals(shown)).findFirst().ifPresentOrElse(filter -> filter.asks(query), () -> {
            if (mine.size() >= MOST_FILTERS) {
                throw new BusinessException("casework.filters", MOST_FILTERS);
            }
            cases.add(new CaseFilter(currentUser.get().id(), shown, query));
        });
    }

    @RolesAllowed({Role.AGENT, Role.SUPERVISOR})
    public void forget(long filterId) {
        filters().stream().filter(filter -> filter.id() == filterId).findFirst().ifPresent(cases::remove);
    }
}
