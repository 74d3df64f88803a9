// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import il.moked.agent.SkillBook;
import il.moked.casework.CaseEscalation;
import il.moked.casework.CaseEscalation.Kind;
import il.moked.casework.CaseEscalation.State;
import il.moked.casework.CaseEscalation.Wish;
import il.moked.casework.CaseEscalations;
import il.moked.casework.CaseLine;
import il.moked.casework.CaseNote;
import il.moked.casework.Cases;
import il.moked.casework.EscalationPath;
import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who can do no more asks somebody who can: the next team, an expert, a swarm. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Escalating {
    public static final int MOST_MEMBERS = 10;
    private static final int MOST_PEOPLE = 500;
    private static final int MOST_A_PAGE = 100;

    @Resource
    SessionContext context;
    @Inject
    Cases cases;
    @Inject
    CaseEscalations escalations;
    @Inject
    EscalationSteps steps;
    @Inject
    CaseChanges changes;
    @Inject
    CaseScope scope;
    @Inject
    CustomerTelling telling;
    @Inject
    Agents agents;
    @Inject
    SkillBook skills;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * Of whom it is asked.
     *
     * @param people user names: one expert, or a swarm of up to {@link #MOST_MEMBERS}; none for the next team
     * @param tell whether the customer is told
     */
    public record NewEscalation(Kind kind, List<String> people, String reason, Instant wishedBy, boolean tell) {
    }

    /** Of whom it can be asked. @param nextHebrew name of the next team, null without one @param skills that experts are looked for by @param handed whether it is asked of somebody already @param swarmed whether a swarm helps already */
    public record Ways(String nextHebrew, String nextEnglish, List<SkillBook.Entry> skills, boolean handed, boolean swarmed) {
        public String next(String language) {
            return "he".equals(language) ? nextHebrew : nextEnglish;
        }
    }

    /** A colleague who has a skill. @param level 1 and more; 0 when no skill was asked for */
    public record Expert(Agents.Colleague person, int level) {
    }

    public record Name(String userName, String hebrew, String english) {
        public String in(String language) {
            return "he".equals(language) ? hebrew : english;
        }
    }

    /** @param whom a team's or a person's name; of a swarm null @param mine whether it is asked of the caller @param ends whether the caller may end it @param toldBy null when the customer was not told */
    public record EscalationLine(long id, long caseId, Kind kind, State state, Name whom, List<Name> members, String reason, Instant wishedBy, Name askedBy, Instant askedAt, Channel toldBy, String answer, boolean mine, boolean ends) {
    }

    /** What is asked, of which case. */
    public record Asked(EscalationLine escalation, CaseLine line) {
    }

    public Ways ways(long caseId) {
        ServiceCase of = cases.get(caseId);
        scope.check(of);
        Optional<Team> next = escalations.pathOf(of.teamId()).map(EscalationPath::nextTeamId).map(users::team);
        return new Ways(next.map(team -> team.name("he")).orElse(null), next.map(team -> team.name("en")).orElse(null), skills.all().stream().filter(SkillBook.Entry::active).toList(), escalations.handed(caseId).isPresent(), escalations.swarm(caseId).isPresent());
    }

    /** Colleagues who have a skill, who knows it best first; all when none is asked for. @param skillId or null */
    public List<Expert> experts(Long skillId) {
        Map<Long, Integer> levels = skillId == null ? Map.of() : skills.levels(skillId);
        return agents.colleagues(currentUser.get().id(), MOST_PEOPLE).stream().filter(person -> skillId == null || levels.containsKey(person.id())).map(person -> new Expert(person, levels.getOrDefault(person.id(), 0)))
                .sorted(Comparator.comparing(Expert::level).reversed().thenComparing(expert -> !expert.person().available())).toList();
    }

    /** What the customer would be told, in his language; empty when there is no way to tell him. */
    public Optional<String> preview(long caseId, Kind kind) {
        ServiceCase of = cases.get(caseId);
        scope.check(of);
        return telling.reaches(of) ? Optional.of(steps.words(of, kind)) : Optional.empty();
    }

    /** @return its id @throws BusinessException {@code casework.no-path}, {@code casework.escalated}: it is asked of somebody already; {@code casework.state}, {@code casework.team}, {@code shared.field-missing} */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
    public long escalate(long caseId, Integer seen, NewEscalation wanted) {
        Instant now = clock.instant();
        StaffUser by = currentUser.get();
        if (wanted.kind() == null) {
            throw new BusinessException("shared.field-missing", "kind");
        }
        Wish wish = new Wish(changes.text("reason", wanted.reason(), CaseEscalation.LONGEST_REASON, true), wanted.wishedBy(), by.userName());
        if (wish.wishedBy() != null && wish.wishedBy().isBefore(now)) {
            throw new BusinessException("casework.wished-by");
        }
        if (wanted.tell()) {
            telling.lockFirst(caseId);
        }
        ServiceCase of = changes.changing(caseId, seen);
        return switch (wanted.kind()) {
            case TIER -> steps.toNextTeam(of, wish, wanted.tell(), now).id();
            case EXPERT -> steps.toExpert(of, people(wanted.people(), 1).get(0), wish, wanted.tell(), now).id();
            case SWARM -> steps.toSwarm(of, people(wanted.people(), MOST_MEMBERS), wish, wanted.tell(), now).id();
        };
    }

    private List<StaffUser> people(List<String> names, int most) {
        if (names.isEmpty()) {
            throw new BusinessException("shared.field-missing", "people");
        }
        List<StaffUser> found = users.named(names).stream().filter(StaffUser::active).filter(user -> user.team().isPresent()).toList();
        if (names.size() > most || found.size() != Set.copyOf(names).size()) {
            throw new BusinessException("casework.team");
        }
        return found;
    }

    /** The caller owns the case from now on. @throws BusinessException {@code casework.not-asked}, {@code casework.escalation-over} */
    public void accept(long escalationId) {
        ServiceCase of = changes.changing(escalations.get(escalationId).caseId(), null);
        steps.accept(of, escalations.getLocked(escalationId), currentUser.get(), clock.instant());
    }

    /** @param answer what was found, or why not; kept as a note @throws BusinessException {@code shared.field-missing}, {@code casework.not-asked}, {@code casework.escalation-over} */
    public void giveBack(long escalationId, String answer) {
        Instant now = clock.instant();
        StaffUser by = currentUser.get();
        String words = changes.text("answer", answer, CaseEscalation.LONGEST_ANSWER, true);
        ServiceCase of = changes.changing(escalations.get(escalationId).caseId(), null);
        cases.add(new CaseNote(of, by, words, now));
        steps.giveBack(of, escalations.getLocked(escalationId), by, words, now);
    }

    /** Taken back by who asked, who owns the case, or a supervisor. @throws BusinessException {@code access.denied}, {@code casework.escalation-over} */
    public void end(long escalationId) {
        ServiceCase of = changes.changing(escalations.get(escalationId).caseId(), null);
        CaseEscalation asked = escalations.getLocked(escalationId);
        if (!ends(asked, of.ownerId().orElse(null), currentUser.get())) {
            throw new BusinessException("access.denied");
        }
        steps.end(of, asked, currentUser.name(), clock.instant());
    }

    private boolean ends(CaseEscalation asked, Long ownerId, StaffUser user) {
        return asked.state().goesOn() && (asked.askedBy().equals(user.userName()) || user.id().equals(ownerId) || context.isCallerInRole(Role.SUPERVISOR));
    }

    /** What goes on and what was, the newest first. */
    @RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
    public List<EscalationLine> ofCase(long caseId) {
        CaseLine line = cases.line(caseId);
        scope.check(line);
        return lines(escalations.ofCase(caseId), Map.of(caseId, line));
    }

    /** What waits for the caller, for his team, and the swarms he is in: the oldest first. @param after id of the last one seen, 0 for the first page */
    public Page<Asked> askedOfMe(long after, int size) {
        StaffUser me = currentUser.get();
        Page<CaseEscalation> page = escalations.askedOf(me.id(), me.team().map(Team::id).orElse(null), after, Math.max(1, Math.min(size, MOST_A_PAGE)));
        Map<Long, CaseLine> cased = cases.lines(page.rows().stream().map(CaseEscalation::caseId).distinct().toList()).stream().collect(Collectors.toMap(CaseLine::id, Function.identity()));
        return new Page<>(lines(page.rows(), cased).stream().map(one -> new Asked(one, cased.get(one.caseId()))).toList(), page.more());
    }

    private List<EscalationLine> lines(Collection<CaseEscalation> all, Map<Long, CaseLine> cased) {
        StaffUser me = currentUser.get();
        Map<String, StaffUser> askers = users.named(all.stream().map(CaseEscalation::askedBy).collect(Collectors.toSet())).stream().collect(Collectors.toMap(StaffUser::userName, Function.identity()));
        return all.stream().map(one -> new EscalationLine(one.id(), one.caseId(), one.kind(), one.state(), whom(one), one.members().stream().map(users::get).map(Escalating::name).toList(), one.reason(), one.wishedBy().orElse(null),
                askers.containsKey(one.askedBy()) ? name(askers.get(one.askedBy())) : new Name(one.askedBy(), one.askedBy(), one.askedBy()), one.askedAt(), one.toldChannel().orElse(null), one.answer().orElse(null), one.state().goesOn() && one.asks(me),
                ends(one, cased.get(one.caseId()).ownerId(), me))).toList();
    }

    private Name whom(CaseEscalation one) {
        return one.toTeamId().map(users::team).map(team -> new Name(team.code(), team.name("he"), team.name("en"))).or(() -> one.toUserId().map(users::get).map(Escalating::name)).orElse(null);
    }

    private static Name name(StaffUser user) {
        return new Name(user.userName(), user.name("he"), user.name("en"));
    }
}
