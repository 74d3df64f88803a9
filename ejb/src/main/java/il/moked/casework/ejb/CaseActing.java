// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseEscalation.Wish;
import il.moked.casework.CaseNote;
import il.moked.casework.CaseRuleContent;
import il.moked.casework.CaseRules;
import il.moked.casework.ServiceCase;
import il.moked.interaction.Draft;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.Drafting;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;

/** Carries out what macros and rules say, one action after the other, in the transaction of whoever calls. */
@ApplicationScoped
class CaseActing {
    @Inject
    CaseDeeds deeds;
    @Inject
    EscalationSteps escalations;
    @Inject
    CustomerTelling telling;
    @Inject
    CaseRules rules;
    @Inject
    Interactions interactions;
    @Inject
    Drafting drafting;
    @Inject
    StaffUsers users;

    /** Who does it: a person, or else a rule. */
    record Doer(StaffUser person, CaseRuleContent rule) {
        String name() {
            return person == null ? CaseLedger.CLOCK : person.userName();
        }
    }

    /** Whether it writes into the conversation, which is locked before the case. */
    static boolean writes(List<CaseAction> actions) {
        return actions.stream().anyMatch(action -> action.kind() == CaseAction.Kind.MESSAGE || action.kind() == CaseAction.Kind.ESCALATE || action.kind() == CaseAction.Kind.MACRO);
    }

    /** @throws BusinessException it cannot be done; then nothing of it is */
    void carryOut(CaseAction action, ServiceCase of, Doer doer, Instant now) {
        switch (action.kind()) {
            case TEAM -> deeds.assign(of, null, team(action.value()), doer.name(), now);
            case ME -> deeds.assign(of, person(doer), person(doer).team().orElseThrow(() -> new BusinessException("casework.team")), doer.name(), now);
            case STATE -> deeds.become(of, ServiceCase.State.valueOf(action.value()), doer.name(), now);
            case CLOSE -> deeds.close(of, ServiceCase.Cause.valueOf(action.value()), null, doer.name(), now);
            case SEVERITY -> deeds.severe(of, ServiceCase.Severity.valueOf(action.value()), doer.name(), now);
            case WATCHER -> deeds.watch(of, action.value().isEmpty() ? person(doer) : user(action.value()), true);
            case NOTE -> {
                String text = telling.filled(action.value(), of, doer.person());
                deeds.note(of, doer.person() == null ? CaseNote.byRule(of, doer.rule(), text, now) : new CaseNote(of, doer.person(), text, now), List.of(), doer.name(), now);
            }
            case ESCALATE -> escalations.toNextTeam(of, new Wish(action.value(), null, doer.name()), true, now);
            case MESSAGE -> telling.tell(of, telling.filled(action.text(telling.language(of)), of, doer.person()), doer.name()).orElseThrow(() -> new BusinessException("casework.not-reachable"));
            case REPLY -> draft(of, person(doer), telling.filled(action.text(telling.language(of)), of, person(doer)));
            case MACRO -> throw new BusinessException("casework.action");
        }
    }

    /** What he wrote already stays before it. */
    private void draft(ServiceCase of, StaffUser person, String text) {
        Interaction interaction = rules.mainConversation(of.id()).map(interactions::get).filter(one -> one.open() && !one.channel().spoken()).orElseThrow(() -> new BusinessException("casework.no-conversation"));
        Drafting.Writing writing = drafting.open(interaction.id());
        String before = writing.mode() == Draft.Mode.REPLY && writing.text() != null && !writing.text().isBlank() ? writing.text().stripTrailing() + "\n\n" : "";
        if (writing.mode() == Draft.Mode.NOTE && writing.text() != null && !writing.text().isBlank()) {
            throw new BusinessException("casework.draft-note");
        }
        drafting.save(interaction.id(), writing.composition(), Draft.Mode.REPLY, before + text);
    }

    private static StaffUser person(Doer doer) {
        if (doer.person() == null) {
            throw new BusinessException("casework.needs-person");
        }
        return doer.person();
    }

    private Team team(String code) {
        return users.findTeam(code).orElseThrow(() -> new BusinessException("casework.team"));
    }

    private StaffUser user(String name) {
        return users.findByName(name).filter(StaffUser::active).orElseThrow(() -> new BusinessException("casework.team"));
    }
}
