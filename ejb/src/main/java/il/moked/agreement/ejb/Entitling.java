// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementUse;
import il.moked.customer.Customers;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;

/** What a customer has by contract, and using it. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class Entitling {
    private static final int MOST = 50;
    private static final int MOST_AT_ONCE = 1000;
    private static final int LONGEST_NOTE = 200;
    private static final int LONGEST_REFERENCE = 80;

    @Inject
    Agreements agreements;
    @Inject
    Customers customers;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Today today;
    @Inject
    Clock clock;

    /** His contracts: those that hold today first, the newest first. */
    public List<AgreementLine> agreementsOf(long customerId) {
        LocalDate day = today.is();
        List<AgreementLine> all = agreements.ofCustomer(looked(customerId), MOST).stream().map(agreement -> AgreementLine.of(agreement, day)).toList();
        return all.stream().sorted((one, other) -> Boolean.compare(other.valid(), one.valid())).toList();
    }

    public List<OwnedProductLine> productsOf(long customerId) {
        LocalDate day = today.is();
        return agreements.productsOf(looked(customerId), MOST).stream().map(product -> OwnedProductLine.of(product, day)).toList();
    }

    /** Each look of another system is written to the audit; that of a person is with the card. */
    private long looked(long customerId) {
        long id = customers.get(customerId).id();
        if (currentUser.get().has(Role.INTEGRATION)) {
            events.tell(AgreementActed.contract("agreement.read", null, id, null));
        }
        return id;
    }

    /**
     * Uses what he is entitled to.
     *
     * @param amount 1 to 1000
     * @param reference of what it was used for; the same one again uses nothing more; null when there is none
     * @param note null or a few words
     * @return id of the use, to give it back with
     * @throws BusinessException {@code agreement.amount}, {@code agreement.not-valid}, {@code agreement.used-up} with what is left
     */
    public long use(long entitlementId, int amount, String reference, String note) {
        if (amount < 1 || amount > MOST_AT_ONCE) {
            throw new BusinessException("agreement.amount", MOST_AT_ONCE);
        }
        if (reference != null && reference.length() > LONGEST_REFERENCE) {
            throw new BusinessException("shared.field-too-long", "reference", LONGEST_REFERENCE);
        }
        Entitlement entitlement = agreements.entitlement(entitlementId);
        Agreement agreement = entitlement.agreement();
        Optional<EntitlementUse> before = agreements.findUse(entitlementId, reference);
        if (before.isPresent()) {
            return before.get().id();
        }
        LocalDate day = today.is();
        if (!agreement.validOn(day)) {
            throw new BusinessException("agreement.not-valid", agreement.number());
        }
        if (!agreements.use(entitlementId, amount, day, entitlement.stretch(day))) {
            agreements.refresh(entitlement);
            throw new BusinessException("agreement.used-up", entitlement.left(day));
        }
        EntitlementUse use = new EntitlementUse(entitlement, amount, reference, note == null || note.isBlank() ? null : ShownText.line(note, LONGEST_NOTE), currentUser.name(), clock.instant(), day);
        agreements.add(use);
        agreements.flush();
        agreements.refresh(entitlement);
        events.tell(AgreementActed.contract("agreement.used", agreement.id(), agreement.customerId(), entitlement.kind() + " " + amount));
        return use.id();
    }

    /** It was not used after all. A second time changes nothing. */
    public void giveBack(long useId) {
        EntitlementUse use = agreements.useLocked(useId);
        if (!use.givenBack(currentUser.name(), clock.instant())) {
            return;
        }
        Entitlement entitlement = use.entitlement();
        agreements.flush();
        agreements.giveBack(entitlement.id(), use.amount(), use.usedOn());
        Agreement agreement = entitlement.agreement();
        events.tell(AgreementActed.contract("agreement.given-back", agreement.id(), agreement.customerId(), entitlement.kind() + " " + use.amount()));
    }
}
