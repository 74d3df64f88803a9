// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.casework.CaseClocks;
import il.moked.casework.CaseEscalation;
import il.moked.casework.CaseEscalation.Kind;
import il.moked.casework.CaseEscalation.State;
import il.moked.casework.CaseEscalation.Wish;
import il.moked.casework.CaseEscalations;
import il.moked.casework.CaseEvent;
import il.moked.casework.Cases;
import il.moked.casework.EscalationPath;
import il.moked.casework.ServiceCase;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What becomes of a case that is locked when it is asked of somebody, and what of the asking when something else becomes of the
 * case. By which times it is measured stays as it was: whom we ask is not the customer's affair.
 */
@ApplicationScoped
class EscalationSteps {
    private static final Set<String> OVER = Set.of("casework.closed", "casework.solved", "casework.merged");

    @Inject
    Cases cases;
    @Inject
    CaseEscalations escalations;
    @Inject
    StaffUsers users;
    @Inject
    CaseLedger ledger;
    @Inject
    CustomerTelling telling;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @throws BusinessException {@code casework.no-path}: nobody said which team helps that one */
    Team next(ServiceCase of) {
        return escalations.pathOf(of.teamId()).map(EscalationPath::nextTeamId).map(users::team).orElseThrow(() -> new BusinessException("casework.no-path"));
    }

    /** The team owns it from now on. */
    CaseEscalation toNextTeam(ServiceCase of, Wish wish, boolean tell, Instant now) {
        Team next = next(of);
        refuse(of, Kind.TIER);
        CaseEscalation asked = CaseEscalation.toTeam(of, next.id(), wish, now);
        escalations.add(asked);
        CaseClocks its = ledger.clocks(of);
        of.ownerId().ifPresent(owner -> of.watchedBy(owner, true));
        of.ownedBy(null, next, its, now);
        asked(of, its, asked, next.code(), tell, now);
        events.tell(new HelpAsked(of.id(), List.of("team:" + next.id())));
        return asked;
    }

    /** He owns it once he accepts. */
    CaseEscalation toExpert(ServiceCase of, StaffUser expert, Wish wish, boolean tell, Instant now) {
        refuse(of, Kind.EXPERT);
        CaseEscalation asked = CaseEscalation.toExpert(of, expert, wish, now);
        escalations.add(asked);
        of.watchedBy(expert.id(), true);
        asked(of, ledger.clocks(of), asked, expert.userName(), tell, now);
        events.tell(new HelpAsked(of.id(), List.of("agent:" + expert.id())));
        return asked;
    }

    CaseEscalation toSwarm(ServiceCase of, List<StaffUser> people, Wish wish, boolean tell, Instant now) {
        refuse(of, Kind.SWARM);
        CaseEscalation asked = CaseEscalation.toSwarm(of, people.stream().map(StaffUser::id).collect(Collectors.toSet()), wish, now);
        escalations.add(asked);
        people.forEach(one -> of.watchedBy(one.id(), true));
        asked(of, ledger.clocks(of), asked, people.stream().map(StaffUser::userName).collect(Collectors.joining(",")), tell, now);
        events.tell(new HelpAsked(of.id(), people.stream().map(one -> "agent:" + one.id()).toList()));
        return asked;
    }

    private void refuse(ServiceCase of, Kind kind) {
        of.refuseIfMerged();
        if (!of.state().live()) {
            throw new BusinessException("casework.state");
        }
        if ((kind == Kind.SWARM ? escalations.swarm(of.id()) : escalations.handed(of.id())).isPresent()) {
            throw new BusinessException("casework.escalated");
        }
    }

    private void asked(ServiceCase of, CaseClocks its, CaseEscalation asked, String whom, boolean tell, Instant now) {
        ledger.write(of, CaseEvent.Kind.ESCALATED, asked.askedBy(), asked.kind() + " " + whom, now);
        if (tell) {
            telling.tell(of, words(of, asked.kind()), asked.askedBy()).ifPresent(asked::told);
        }
        ledger.tell(of, its, "escalated", null, asked.kind() + " " + whom);
    }

    /** What the customer is told, in his language. */
    String words(ServiceCase of, Kind kind) {
        return texts.text("case-escalated-" + kind.name().toLowerCase(Locale.ROOT), telling.language(of), of.number());
    }

    void accept(ServiceCase of, CaseEscalation asked, StaffUser by, Instant now) {
        asked.accept(by, now);
        CaseClocks its = ledger.clocks(of);
        of.ownedBy(by, by.team().orElseThrow(() -> new BusinessException("casework.team")), its, now);
        ledger.write(of, CaseEvent.Kind.ESCALATION_ACCEPTED, by.userName(), asked.kind().name(), now);
        ledger.tell(of, its, "escalation-accepted", null, asked.kind().name());
    }

    /** Whoever owned it before owns it again. */
    void giveBack(ServiceCase of, CaseEscalation asked, StaffUser by, String answer, Instant now) {
        boolean handed = asked.kind() == Kind.TIER || asked.kind() == Kind.EXPERT && asked.state() == State.ACCEPTED;
        asked.giveBack(by, answer, now);
        CaseClocks its = ledger.clocks(of);
        if (handed) {
            backToAsker(of, asked, its, now);
        }
        ledger.write(of, CaseEvent.Kind.ESCALATION_RETURNED, by.userName(), asked.kind().name(), now);
        ledger.tell(of, its, "escalation-returned", null, asked.kind().name());
    }

    /** It is not asked any more. Who accepted keeps it. */
    void end(ServiceCase of, CaseEscalation asked, String by, Instant now) {
        boolean handed = asked.kind() == Kind.TIER && asked.state() == State.ASKED;
        asked.end(by, now);
        CaseClocks its = ledger.clocks(of);
        if (handed) {
            backToAsker(of, asked, its, now);
        }
        ledger.write(of, CaseEvent.Kind.ESCALATION_ENDED, by, asked.kind().name(), now);
        ledger.tell(of, its, "escalation-ended", null, asked.kind().name());
    }

    private void backToAsker(ServiceCase of, CaseEscalation asked, CaseClocks its, Instant now) {
        of.ownedBy(asked.fromOwnerId().map(users::get).filter(StaffUser::active).orElse(null), users.team(asked.fromTeamId()), its, now);
    }

    /** What is over, or was given to somebody else, is asked of nobody any more; who took what was asked of his team has accepted. */
    void acted(@Observes CaseActed event) {
        if (OVER.contains(event.action())) {
            ServiceCase of = cases.get(event.subjectId());
            if (!of.state().live()) {
                Instant now = clock.instant();
                escalations.handed(of.id()).ifPresent(asked -> over(of, asked, now));
                escalations.swarm(of.id()).ifPresent(asked -> over(of, asked, now));
            }
        } else if (event.action().equals("casework.assigned")) {
            ServiceCase of = cases.get(event.subjectId());
            escalations.handed(of.id()).ifPresent(asked -> assigned(of, asked, clock.instant()));
        }
    }

    private void assigned(ServiceCase of, CaseEscalation asked, Instant now) {
        Long owner = of.ownerId().orElse(null);
        boolean his = owner != null && (asked.kind() == Kind.EXPERT ? asked.toUserId().filter(owner::equals).isPresent() : asked.toTeamId().filter(team -> team == of.teamId()).isPresent());
        if (his && asked.state() == State.ASKED) {
            asked.accepted(owner, now);
            ledger.write(of, CaseEvent.Kind.ESCALATION_ACCEPTED, users.get(owner).userName(), asked.kind().name(), now);
            ledger.tell(of, ledger.clocks(of), "escalation-accepted", null, asked.kind().name());
        } else if (!his && (asked.kind() == Kind.TIER || asked.state() == State.ACCEPTED)) {
            over(of, asked, now);
        }
    }

    private void over(ServiceCase of, CaseEscalation asked, Instant now) {
        asked.end(CaseLedger.CLOCK, now);
        ledger.write(of, CaseEvent.Kind.ESCALATION_ENDED, CaseLedger.CLOCK, asked.kind().name(), now);
        ledger.tell(of, ledger.clocks(of), "escalation-ended", null, asked.kind().name());
    }
}
