// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Administered;
import il.moked.branch.AppointmentCapacity;
import il.moked.branch.Appointments;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.branch.Counter;
import il.moked.branch.VisitReason;
import il.moked.branch.ejb.CounterWork.CounterLine;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.Segment;
import il.moked.dispatch.GeoPoint;
import il.moked.dispatch.Technicians;
import il.moked.routing.WorkItems;
import il.moked.routing.WorkQueue;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.util.List;
import java.util.Set;

/** Branches and reasons as administrators keep them; counters and what can be booked as the supervisors of each branch keep them too. Nothing is deleted: visits name it. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class BranchKeeping {
    /** Kinds of things in the audit. */
    public static final String BRANCH = "branch";
    public static final String COUNTER = "branch-counter";
    public static final String REASON = "visit-reason";

    @Inject
    CounterFreeing freeing;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    Appointments appointments;
    @Inject
    BranchAccess access;
    @Inject
    StaffUsers users;
    @Inject
    WorkItems workItems;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Technicians technicians;
    @Inject
    DomainEvents events;

    /** @param town code @param location null: the middle of the town @param calendar code, null: the organisation's */
    public record Terms(String hebrewName, String englishName, String address, String town, GeoPoint location, String phone, String calendar, Set<Segment> segments, boolean servesTexts) {
    }

    public record BranchLine(long id, int version, String code, Terms terms, long teamId, boolean active) {
        static BranchLine of(Branch of) {
            return new BranchLine(of.id(), of.version(), of.code(), new Terms(of.name("he"), of.name("en"), of.address(), of.town().code(), of.location(), of.phone().orElse(null), of.calendar().orElse(null), of.segments(), of.servesTexts()), of.teamId(), of.active());
        }

        public String name(String language) {
            return "he".equals(language) ? terms.hebrewName() : terms.englishName();
        }
    }

    /** @param branchId null: at every branch */
    public record ReasonSheet(long id, int version, String code, Long branchId, VisitReason.Terms terms, boolean active) {
        static ReasonSheet of(VisitReason of) {
            return new ReasonSheet(of.id(), of.version(), of.code(), of.branchId().orElse(null), new VisitReason.Terms(of.name("he"), of.name("en"), of.skill().orElse(null), of.letter(), of.minutes(), of.place()), of.active());
        }
    }

    public record Places(long reasonId, DayOfWeek weekday, int hour, int places) {
    }

    @RolesAllowed(Role.ADMINISTRATOR)
    public List<BranchLine> branches() {
        return branches.all().stream().map(BranchLine::of).toList();
    }

    /** With a team, a line and a door of its own. @throws BusinessException {@code shared.code-taken}, {@code shared.field-…} */
    @RolesAllowed(Role.ADMINISTRATOR)
    public long add(String code, Terms terms) {
        Branch.Facts facts = facts(terms);
        if (code != null && (branches.findByCode(code.strip()).isPresent() || users.findTeam("branch-" + code.strip()).isPresent())) {
            throw new BusinessException("shared.code-taken", "code", code.strip());
        }
        Team team = new Team("branch-" + code, facts.hebrewName(), facts.englishName());
        users.add(team);
        WorkQueue queue = new WorkQueue("branch-" + code, facts.hebrewName(), facts.englishName(), team);
        queue.openBy(facts.calendar());
        workItems.add(queue);
        ChannelAccount account = new ChannelAccount("branch-" + code, Channel.BRANCH, facts.hebrewName(), facts.englishName(), null, "he", queue.id());
        account.openBy(facts.calendar());
        accounts.add(account);
        Branch branch = new Branch(code, facts, team.id(), queue.id(), account.id());
        branches.add(branch);
        branches.flush();
        events.tell(new Administered("branch.added", BRANCH, branch.id(), branch.code()));
        return branch.id();
    }

    /** @param seen the version the change is based on @throws BusinessException {@code shared.conflict} when there is a newer version */
    @RolesAllowed(Role.ADMINISTRATOR)
    public void change(long id, int seen, Terms terms, boolean active) {
        Branch branch = branches.get(id);
        branch.expect(seen);
        Branch.Facts facts = facts(terms);
        branch.become(facts);
        branch.open(active);
        workItems.queue(branch.queueId()).openBy(facts.calendar());
        accounts.get(branch.accountId()).openBy(facts.calendar());
        branches.flush();
        events.tell(new Administered("branch.changed", BRANCH, id, branch.code()));
    }

    private Branch.Facts facts(Terms terms) {
        if (terms.town() == null || terms.town().isBlank()) {
            throw new BusinessException("shared.field-missing", "town");
        }
        return new Branch.Facts(terms.hebrewName(), terms.englishName(), terms.address(), technicians.locality(terms.town()), terms.location(), terms.phone(), terms.calendar(), terms.segments(), terms.servesTexts());
    }

    public List<CounterLine> counters(long branchId) {
        return branches.counters(access.managed(branchId).id()).stream().map(CounterLine::of).toList();
    }

    /** @throws BusinessException {@code shared.code-taken} when the branch has a counter of that number */
    public long addCounter(long branchId, int number, String group) {
        Branch branch = access.managed(branchId);
        if (branches.counters(branchId).stream().anyMatch(counter -> counter.number() == number)) {
            throw new BusinessException("shared.code-taken", "number", number);
        }
        Counter counter = new Counter(branch, number, group);
        branches.add(counter);
        branches.flush();
        events.tell(new Administered("branch.counter-added", COUNTER, counter.id(), branch.code() + " " + number + " " + counter.group()));
        return counter.id();
    }

    public void changeCounter(long id, int seen, String group, boolean active) {
        Counter counter = branches.counterLocked(id);
        access.managed(counter.branch().id());
        counter.expect(seen);
        counter.become(group);
        counter.use(active);
        branches.flush();
        events.tell(new Administered("branch.counter-changed", COUNTER, id, counter.branch().code() + " " + counter.number() + " " + counter.group() + (active ? "" : " -")));
    }

    /** Its clerk went home and left it open. @throws BusinessException {@code branch.busy} while somebody is called or served there */
    public void closeCounter(long id) {
        Counter counter = branches.counterLocked(id);
        access.managed(counter.branch().id());
        arrivals.at(id).ifPresent(arrival -> {
            throw new BusinessException("branch.busy", arrival.number().orElse(""));
        });
        freeing.close(counter);
    }

    public List<ReasonSheet> reasons() {
        return branches.allReasons().stream().map(ReasonSheet::of).toList();
    }

    /** @param branchId null: at every branch */
    @RolesAllowed(Role.ADMINISTRATOR)
    public long addReason(String code, Long branchId, VisitReason.Terms terms) {
        VisitReason reason = new VisitReason(code, branchId == null ? null : branches.get(branchId), terms);
        if (branches.findReason(reason.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", reason.code());
        }
        branches.add(reason);
        branches.flush();
        events.tell(new Administered("branch.reason-added", REASON, reason.id(), reason.code() + " " + reason.letter() + " " + reason.minutes()));
        return reason.id();
    }

    @RolesAllowed(Role.ADMINISTRATOR)
    public void changeReason(long id, int seen, VisitReason.Terms terms, boolean active) {
        VisitReason reason = branches.reason(id);
        reason.expect(seen);
        reason.become(terms);
        reason.offered(active);
        branches.flush();
        events.tell(new Administered("branch.reason-changed", REASON, id, reason.code() + " " + reason.letter() + " " + reason.minutes() + (active ? "" : " -")));
    }

    /** How many can be booked when. */
    public List<Places> places(long branchId) {
        return appointments.capacity(access.managed(branchId).id()).stream().map(one -> new Places(one.reasonId(), one.weekday(), one.fromHour(), one.places())).toList();
    }

    public void allow(long branchId, Places places) {
        Branch branch = access.managed(branchId);
        VisitReason reason = branches.reason(places.reasonId());
        appointments.capacityLocked(branchId, reason.id(), places.weekday(), places.hour()).ifPresentOrElse(known -> known.become(places.places()),
                () -> appointments.add(new AppointmentCapacity(branch, reason, places.weekday(), places.hour(), places.places())));
        events.tell(new Administered("branch.places-changed", BRANCH, branchId, branch.code() + " " + reason.code() + " " + places.weekday() + " " + places.hour() + ": " + places.places()));
    }
}
