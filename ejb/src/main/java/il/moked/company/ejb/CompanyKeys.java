// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.company.Companies;
import il.moked.company.CompanyKey;
import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;

/** Whose program calls, by the key it shows. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyKeys {
    @Inject
    Companies companies;
    @Inject
    Clock clock;

    public record Caller(long keyId, long userId) {
    }

    /** @throws BusinessException {@code company.key}: it never was one, was revoked, or whose it is is not let in any more: nobody learns which */
    public Caller caller(String shown) {
        CompanyKey key = companies.key(new Secret(shown).hash()).filter(CompanyKey::good).orElseThrow(() -> new BusinessException("company.key"));
        key.used(LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
        return new Caller(key.id(), key.user().id());
    }
}
