// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.CustomerMerge;
import il.moked.customer.CustomerMerge.Origin;
import il.moked.customer.Customers;
import il.moked.customer.Evidence;
import il.moked.customer.Identifier;
import il.moked.customer.Likeness;
import il.moked.customer.MatchKeys;
import il.moked.customer.Matching;
import il.moked.customer.Merges;
import il.moked.customer.Segment;
import il.moked.customer.Surviving;
import il.moked.shared.BusinessException;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Two customers are looked at side by side, become one, and two again when it was wrong. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
public class Merging {
    private static final int LARGEST_PAGE = 100;

    @Inject
    Customers customers;
    @Inject
    Merges merges;
    @Inject
    Matching matching;
    @Inject
    MatchKeys keys;
    @Inject
    MergeSteps steps;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Resource
    SessionContext context;

    /**
     * Two customers side by side.
     *
     * @param evidence for and against, the weightiest first; empty when one is a guest
     * @param verdict null when one is a guest
     */
    public record Sides(Side one, Side other, double score, Likeness.Verdict verdict, List<Evidence> evidence, List<FieldLine> fields) {
    }

    /** @param moving what would go along if he went @param reached as people write it */
    public record Side(long id, int version, Customer.Kind kind, String name, Segment segment, Instant createdAt, List<String> reached, List<String> identifiers, List<Merges.Moving> moving) {
        static Side of(Customer customer, List<Merges.Moving> moving) {
            return new Side(customer.id(), customer.version(), customer.kind(), customer.displayName(), customer.segment(), customer.createdAt(), customer.contactPoints().stream().map(ContactPoint::shown).toList(),
                    customer.identifiers().stream().map(Identifier::value).map(value -> value.country() + " " + value.masked()).toList(), moving);
        }
    }

    /** A field of both, an identity number masked; null for none. @param same whether there is nothing to choose */
    public record FieldLine(Surviving field, String one, String other, boolean same) {
    }

    /**
     * @param keptVersion that the caller saw, null when he saw none
     * @param taken fields of which the value of the one who goes survives
     * @param left fields that stay empty although the one who goes has a value
     */
    public record NewMerge(long keptId, Integer keptVersion, long goneId, Integer goneVersion, Set<Surviving> taken, Set<Surviving> left) {
    }

    /** @param moved rows that went along; null when it was not noted, which cannot be undone @param replaced fields of the one who goes on that changed @param undoneBy null while it stands */
    public record MergeLine(long id, long keptId, String keptName, long goneId, String goneName, Origin origin, String mergedBy, Instant mergedAt, Integer moved, List<Surviving> replaced, String undoneBy, Instant undoneAt) {
        static MergeLine of(CustomerMerge merge) {
            return new MergeLine(merge.id(), merge.kept().id(), merge.kept().displayName(), merge.gone().id(), merge.gone().displayName(), merge.origin(), merge.mergedBy(), merge.mergedAt(), merge.moved().orElse(null), merge.fields().keySet().stream().sorted().toList(),
                    merge.undoneBy().orElse(null), merge.undoneAt().orElse(null));
        }

        public boolean undoable() {
            return undoneAt == null && moved != null;
        }
    }

    /** Looking at both is written to the audit. @throws BusinessException {@code customer.merged-already}, {@code customer.merge-self} */
    public Sides compare(long oneId, long otherId) {
        if (oneId == otherId) {
            throw new BusinessException("customer.merge-self");
        }
        Customer one = itself(oneId);
        Customer other = itself(otherId);
        events.tell(new CustomerRead(oneId, "customer.compared", Long.toString(otherId)));
        events.tell(new CustomerRead(otherId, "customer.compared", Long.toString(oneId)));
        Map<Long, il.moked.customer.Traits> traits = keys.traitsOf(List.of(oneId, otherId));
        Likeness likeness = traits.size() == 2 ? matching.policy().compare(traits.get(oneId), traits.get(otherId)) : new Likeness(0, null, List.of());
        List<FieldLine> fields = new ArrayList<>();
        for (Surviving field : Surviving.values()) {
            String left = shown(one, field);
            String right = shown(other, field);
            if (field.chosen() && (left != null || right != null)) {
                fields.add(new FieldLine(field, left, right, java.util.Objects.equals(one.written(field), other.written(field))));
            }
        }
        return new Sides(Side.of(one, merges.moving(oneId)), Side.of(other, merges.moving(otherId)), likeness.score(), likeness.verdict(), likeness.evidence(), fields);
    }

    private Customer itself(long id) {
        Customer customer = customers.get(id);
        if (customer.id() != id) {
            throw new BusinessException("customer.merged-already", Long.toString(id), Long.toString(customer.id()));
        }
        return customer;
    }

    private static String shown(Customer customer, Surviving field) {
        return switch (field) {
            case NATIONAL_ID -> customer.nationalId().map(NationalId::masked).orElse(null);
            case ADDRESS -> customer.address().unknown() ? null : customer.address().line();
            case PARENT -> customer.parent().map(Customer::displayName).orElse(null);
            default -> customer.written(field);
        };
    }

    /**
     * One transaction: everything of the one who goes is the other's, and his id leads there from now on.
     *
     * @return the id of the merge
     * @throws BusinessException {@code customer.merge-self}, {@code customer.merged-already}, {@code customer.merge-kinds}, {@code customer.join-into-guest}, {@code customer.merge-company-above}
     * @throws il.moked.shared.StaleVersionException when somebody changed one of them since
     */
    public long merge(NewMerge choice) {
        return steps.merge(new MergeSteps.Choice(choice.keptId(), choice.keptVersion(), choice.goneId(), choice.goneVersion(), choice.taken(), choice.left()), context.isCallerInRole(Role.SUPERVISOR) ? Origin.REVIEW : Origin.SYSTEM, currentUser.name());
    }

    /** @throws BusinessException {@code customer.merge-undone}, {@code customer.merge-not-noted}, {@code customer.merge-later} @throws il.moked.shared.NotFoundException {@code customer.unknown-merge} */
    public void undo(long mergeId) {
        steps.undo(mergeId, currentUser.name());
    }

    /** As {@link #undo(long)}, when it brought something to this customer. */
    public void undo(long customerId, long mergeId) {
        if (!merges.getLocked(mergeId).kept().id().equals(customerId)) {
            throw new NotFoundException("customer.unknown-merge");
        }
        undo(mergeId);
    }

    /** Newest first. @param before id; only older ones, {@link Long#MAX_VALUE} for the first page */
    public Page<MergeLine> newest(long before, int size) {
        Page<CustomerMerge> page = merges.newest(before, Math.max(1, Math.min(size, LARGEST_PAGE)));
        return new Page<>(page.rows().stream().map(MergeLine::of).toList(), page.more());
    }

    /** Those that brought something to the customer and stand, newest first. */
    public List<MergeLine> into(long customerId) {
        return merges.into(customers.get(customerId).id(), LARGEST_PAGE).stream().map(MergeLine::of).toList();
    }
}
