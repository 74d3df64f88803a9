// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.ivr.FlowCheck;
import il.moked.ivr.FlowCheck.Finding;
import il.moked.ivr.MenuEdition;
import il.moked.ivr.MenuEditions;
import il.moked.ivr.MenuFlow;
import il.moked.ivr.MenuNode;
import il.moked.ivr.MenuWalks;
import il.moked.routing.ActiveRules;
import il.moked.routing.StatutoryPolicy;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * An administrator changes a menu: writes a draft place by place, sees what is wrong with it, puts it in force, goes back. There is one
 * draft of a flow; whoever saves it names the revision he had before him. What the law or a caller could not live with is refused.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Menus {
    private static final String CODE = "[a-z][a-z0-9-]{0,39}";

    @Inject
    MenuEditions editions;
    @Inject
    MenuWalks walks;
    @Inject
    ActiveRules rules;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** An edition to look at or to go on with. @param revision to be named when the draft is changed */
    public record Edition(String flow, int number, MenuEdition.State state, MenuFlow content, String note, String madeBy, Instant madeAt, String activatedBy, Instant activatedAt, int revision) {
        static Edition of(MenuEdition edition) {
            return new Edition(edition.flow(), edition.number(), edition.state(), edition.content(), edition.note(), edition.madeBy(), edition.madeAt(), edition.activatedBy().orElse(null), edition.activatedAt().orElse(null), edition.revision());
        }
    }

    public List<String> flows() {
        return editions.flows();
    }

    public Optional<Edition> active(String flow) {
        return editions.active(flow).map(Edition::of);
    }

    public Optional<Edition> draft(String flow) {
        return editions.draft(flow).map(Edition::of);
    }

    public Edition edition(String flow, int number) {
        return Edition.of(editions.get(flow, number));
    }

    public Page<MenuEditions.Line> list(String flow, Integer before, int size) {
        return editions.list(flow, before, size);
    }

    public List<Finding> findings(MenuFlow flow) {
        StatutoryPolicy policy = rules.statutory();
        return FlowCheck.of(flow, policy.subjects(), policy.answerWithin());
    }

    /** A place is added or changed. @param seen revision of the draft that was before him, null when there was none @throws BusinessException {@code ivr.code}, {@code ivr.changed} */
    public Edition put(String flow, Integer seen, MenuNode node) {
        if (!node.code().matches(CODE)) {
            throw new BusinessException("ivr.code", "code");
        }
        return change(flow, seen, content -> content.with(node));
    }

    /** @throws BusinessException {@code ivr.needed} for where calls enter and where the key for a human leads */
    public Edition remove(String flow, Integer seen, String node) {
        return change(flow, seen, content -> {
            if (node.equals(content.start()) || node.equals(content.human())) {
                throw new BusinessException("ivr.needed", node);
            }
            return content.without(node);
        });
    }

    /** Where calls enter, and how they get out of it. */
    public Edition frame(String flow, Integer seen, String start, String humanKey, String human) {
        return change(flow, seen, content -> content.with(start, humanKey, human));
    }

    private Edition change(String flow, Integer seen, UnaryOperator<MenuFlow> how) {
        MenuEdition known = editions.draft(flow).orElse(null);
        if (known != null) {
            known.edit(seen == null ? -1 : seen, how.apply(known.content()), currentUser.name(), clock.instant());
        } else if (seen == null) {
            MenuEdition inForce = inForce(flow);
            known = new MenuEdition(flow, editions.next(flow), inForce.number(), how.apply(inForce.content()), "", currentUser.name(), clock.instant());
            editions.add(known);
        } else {
            throw new BusinessException("ivr.changed", inForce(flow).activatedBy().orElse("?"));
        }
        editions.flush();
        tell(known, "ivr.drafted");
        return Edition.of(known);
    }

    public void discard(String flow, int seen) {
        MenuEdition draft = draftOf(flow);
        draft.expect(seen);
        editions.remove(draft);
        tell(draft, "ivr.discarded");
    }

    /**
     * From the next call on; whoever is in the menu goes on in the edition he began with.
     *
     * @throws BusinessException {@code ivr.note}, {@code ivr.faulty} with how many errors, {@code ivr.overtaken}
     */
    public Edition activate(String flow, int seen, String note) {
        MenuEdition before = inForceLocked(flow);
        MenuEdition draft = draftOf(flow);
        draft.expect(seen);
        draft.expectInForce(before.number());
        String why = note == null ? "" : note.strip();
        if (why.isEmpty() || why.length() > MenuEdition.LONGEST_NOTE) {
            throw new BusinessException("ivr.note", "note", MenuEdition.LONGEST_NOTE);
        }
        refuseFaulty(draft.content());
        return inForceInsteadOf(before, draft, why, "ivr.activated");
    }

    /** Makes the content of an older edition the newest and puts it in force at once. */
    public Edition rollBack(String flow, int number) {
        MenuEdition before = inForceLocked(flow);
        MenuEdition older = editions.get(flow, number);
        refuseFaulty(older.content());
        MenuEdition again = new MenuEdition(flow, editions.next(flow), before.number(), older.content(), "", currentUser.name(), clock.instant());
        editions.add(again);
        return inForceInsteadOf(before, again, "↩ " + number, "ivr.rolled-back");
    }

    private Edition inForceInsteadOf(MenuEdition before, MenuEdition now, String why, String action) {
        before.retire();
        editions.flush();
        now.activate(why, currentUser.name(), clock.instant());
        editions.flush();
        tell(now, action);
        return Edition.of(now);
    }

    private void refuseFaulty(MenuFlow flow) {
        long errors = findings(flow).stream().filter(Finding::error).count();
        if (errors > 0) {
            throw new BusinessException("ivr.faulty", errors);
        }
    }

    /** How and where the calls of the last days came out of the menu. */
    public List<MenuWalks.Ending> endings(String flow, int days) {
        Instant now = clock.instant();
        return walks.endings(flow, now.minus(Duration.ofDays(Math.max(1, Math.min(days, 93)))), now);
    }

    private MenuEdition draftOf(String flow) {
        return editions.draft(flow).orElseThrow(() -> new BusinessException("ivr.no-draft"));
    }

    private MenuEdition inForce(String flow) {
        return editions.active(flow).orElseThrow(() -> new BusinessException("ivr.unknown-flow"));
    }

    private MenuEdition inForceLocked(String flow) {
        return editions.activeLocked(flow).orElseThrow(() -> new BusinessException("ivr.unknown-flow"));
    }

    private void tell(MenuEdition edition, String action) {
        events.tell(new MenusChanged(edition.id(), action, edition.flow() + " " + edition.number()));
    }
}
