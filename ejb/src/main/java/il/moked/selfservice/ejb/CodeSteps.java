// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.selfservice.OneTimeCode;
import il.moked.selfservice.OneTimeCode.Asked;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.OneTimeCodes;
import il.moked.selfservice.Secret;
import il.moked.selfservice.ejb.CodeSending.Proved;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The steps of a code that each commit by themselves: a wrong try counts whatever becomes of the rest. */
@Stateless
@PermitAll
@TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
public class CodeSteps {
    private static final Duration KEPT = Duration.ofDays(2);

    @Inject
    OneTimeCodes codes;
    @Inject
    CodeCosts costs;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @return id of the code */
    public long begin(Asked asked, Secret handle, String digits) {
        Instant now = clock.instant();
        costs.asked(asked, now);
        OneTimeCode code = new OneTimeCode(asked, handle, digits, now);
        codes.add(code);
        events.tell(new CodeActed(code.id(), asked.customerId(), "selfservice.code-asked", asked.purpose() + " " + asked.kind()));
        return code.id();
    }

    public Optional<Proved> confirm(Purpose purpose, Secret handle, String digits) {
        Instant now = clock.instant();
        Optional<OneTimeCode> code = codes.of(handle).filter(found -> found.purpose() == purpose);
        boolean right = code.filter(found -> found.prove(handle, digits, now)).isPresent();
        code.filter(found -> right).ifPresent(found -> found.use(now));
        told(code, right);
        return code.filter(found -> right).map(found -> new Proved(purpose, found.kind(), found.address(), found.customerId().orElse(null)));
    }

    private void told(Optional<OneTimeCode> code, boolean right) {
        code.ifPresent(found -> events.tell(new CodeActed(found.id(), found.customerId().orElse(null), right ? "selfservice.code-proved" : "selfservice.code-wrong", found.purpose().name())));
    }

    /** Codes and counts that say nothing any more. */
    public void forget() {
        codes.forget(clock.instant().minus(KEPT));
    }
}
