// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.company.Companies;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.Reach;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Who of a company calls, and what he may: looked up again with each act, so that what is taken from him is gone at once. */
@ApplicationScoped
class CompanyAccess {
    @Inject
    Companies companies;

    /** @throws BusinessException {@code company.not-let-in} */
    CompanyUser user(long userId) {
        return companies.find(userId).filter(CompanyUser::active).orElseThrow(() -> new BusinessException("company.not-let-in"));
    }

    /** @throws BusinessException {@code company.not-allowed}: nowhere in his company */
    Reach reach(CompanyUser user, Permission permission) {
        Reach reach = user.reach(permission);
        if (reach.none()) {
            throw new BusinessException("company.not-allowed");
        }
        return reach;
    }

    /** @throws BusinessException {@code company.not-allowed}: not in the whole company */
    CompanyUser everywhere(long userId, Permission permission) {
        CompanyUser user = user(userId);
        if (!user.reach(permission).whole()) {
            throw new BusinessException("company.not-allowed");
        }
        return user;
    }

    /** For the record: who of the company did it. */
    static String who(CompanyUser user) {
        return "company-user " + user.id();
    }
}
