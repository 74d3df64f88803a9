// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.SegmentPass;
import il.moked.customer.SegmentPasses;
import il.moked.customer.SegmentRulesText;
import il.moked.routing.BranchRules;
import il.moked.routing.BranchRulesText;
import il.moked.routing.RoutingRules;
import il.moked.routing.RoutingRulesText;
import il.moked.routing.RuleNames;
import il.moked.routing.RuleVersion;
import il.moked.routing.RuleVersion.Kind;
import il.moked.routing.RuleVersions;
import il.moked.routing.StatutoryPolicyText;
import il.moked.shared.BusinessException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/**
 * An administrator changes the rules: writes a draft, tries it ({@link RuleTrial}), puts it in force, goes back. There is
 * one draft of a kind; whoever saves it names the revision he had before him, so that nobody overwrites what he has not
 * seen. What is put in force was read whole first: rules that name what does not exist are refused with the place.
 */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class Rules {
    @Inject
    RuleVersions versions;
    @Inject
    RuleNames names;
    @Inject
    SegmentPasses passes;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** One version to look at or to go on with. @param revision to be named when a draft is saved */
    public record Edition(Kind kind, int number, RuleVersion.State state, String content, String note, String madeBy, Instant madeAt, String activatedBy, Instant activatedAt, int revision) {
        static Edition of(RuleVersion version) {
            return new Edition(version.kind(), version.number(), version.state(), version.content(), version.note(), version.madeBy(), version.madeAt(), version.activatedBy().orElse(null),
                    version.activatedAt().orElse(null), version.revision());
        }
    }

    public Edition active(Kind kind) {
        return Edition.of(inForce(kind));
    }

    public Optional<Edition> draft(Kind kind) {
        return versions.findDraft(kind).map(Edition::of);
    }

    public Edition version(Kind kind, int number) {
        return Edition.of(versions.get(kind, number));
    }

    public Page<RuleVersions.Line> list(Kind kind, Integer before, int size) {
        return versions.list(kind, before, size);
    }

    /**
     * Writes the draft, or begins one.
     *
     * @param seen the revision of the draft that was edited, null when there was none
     * @param seenInForce number of the version in force that was shown beside it
     * @return the draft as stored
     */
    public Edition save(Kind kind, Integer seen, int seenInForce, String content, String note) {
        String why = note == null ? "" : note.strip();
        if (why.length() > RuleVersion.LONGEST_NOTE) {
            throw new BusinessException("routing.rules-note", "note", RuleVersion.LONGEST_NOTE);
        }
        String normal = checked(kind, content);
        Optional<RuleVersion> known = versions.findDraft(kind);
        RuleVersion draft;
        if (known.isPresent()) {
            draft = known.get();
            draft.edit(seen == null ? -1 : seen, seenInForce, normal, why, currentUser.name(), clock.instant());
        } else if (seen == null) {
            draft = new RuleVersion(kind, versions.next(kind), seenInForce, normal, why, currentUser.name(), clock.instant());
            versions.add(draft);
        } else {
            throw new BusinessException("routing.rules-changed", inForce(kind).activatedBy().orElse("?"));
        }
        versions.flush();
        events.tell(new RulesChanged(draft.id(), "routing.rules-drafted", kind + " " + draft.number()));
        return Edition.of(draft);
    }

    /** @return what was thrown away, so that it can be had back */
    public Edition discard(Kind kind, int seen) {
        RuleVersion draft = versions.findDraft(kind).orElseThrow(() -> new BusinessException("routing.rules-no-draft"));
        draft.expect(seen);
        Edition thrown = Edition.of(draft);
        versions.remove(draft);
        events.tell(new RulesChanged(draft.id(), "routing.rules-discarded", kind + " " + draft.number()));
        return thrown;
    }

    /**
     * From now on, for what waits already too. A note says why.
     *
     * @throws BusinessException {@code routing.rules-overtaken} when another version came in force since the draft was written
     */
    public Edition activate(Kind kind, int seen) {
        RuleVersion before = inForce(kind);
        RuleVersion draft = versions.findDraft(kind).orElseThrow(() -> new BusinessException("routing.rules-no-draft"));
        draft.expect(seen);
        draft.expectInForce(before);
        if (draft.note().isBlank()) {
            throw new BusinessException("routing.rules-note", "note", RuleVersion.LONGEST_NOTE);
        }
        checked(kind, draft.content());
        return inForceInsteadOf(before, draft, "routing.rules-activated");
    }

    /** Makes the content of an older version the newest and puts it in force at once. */
    public Edition rollBack(Kind kind, int number, String note) {
        RuleVersion before = inForce(kind);
        RuleVersion older = versions.get(kind, number);
        String content = checked(kind, older.content());
        RuleVersion again = new RuleVersion(kind, versions.next(kind), before.number(), content, note == null || note.isBlank() ? "↩ " + number : note.strip(), currentUser.name(), clock.instant());
        versions.add(again);
        return inForceInsteadOf(before, again, "routing.rules-rolled-back");
    }

    private Edition inForceInsteadOf(RuleVersion before, RuleVersion now, String action) {
        before.retire();
        versions.flush();
        now.activate(currentUser.name(), clock.instant());
        versions.flush();
        if (now.kind() == Kind.SEGMENT) {
            passes.begin(SegmentPass.Cause.RULES, now.number(), clock.instant());
        }
        events.tell(new RulesChanged(now.id(), action, now.kind() + " " + before.number() + " → " + now.number()));
        return Edition.of(now);
    }

    private RuleVersion inForce(Kind kind) {
        return versions.activeLocked(kind).orElseThrow(() -> new BusinessException("routing.unknown-rules"));
    }

    /** @return the content as Moked writes it */
    private String checked(Kind kind, String content) {
        return switch (kind) {
            case ROUTING -> {
                RoutingRules rules = RoutingRulesText.read(1, content);
                names.check(rules);
                yield RoutingRulesText.write(rules);
            }
            case SEGMENT -> SegmentRulesText.write(SegmentRulesText.read(1, content));
            case BRANCH -> {
                BranchRules rules = BranchRulesText.read(1, content);
                names.check(rules);
                yield BranchRulesText.write(rules);
            }
            case STATUTORY -> StatutoryPolicyText.write(StatutoryPolicyText.read(1, content));
        };
    }
}
