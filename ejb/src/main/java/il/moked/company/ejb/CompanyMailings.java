// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.company.Companies;
import il.moked.company.CompanyMailing;
import il.moked.company.CompanyMailing.Format;
import il.moked.company.CompanyMailing.Rhythm;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.Reach;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Reports that somebody of a company gets by mail, as he wishes them. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyMailings {
    private static final int LONGEST_SKU = 40;

    @Inject
    CompanyAccess access;
    @Inject
    Companies companies;
    @Inject
    CompanyReporting reporting;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param siteId null for all @param sku null for all @param next day on which it is sent next */
    public record MailingLine(long id, Rhythm rhythm, Format format, Long siteId, String sku, LocalDate next) {
    }

    public List<MailingLine> of(long userId) {
        access.reach(access.user(userId), Permission.REPORTS);
        return companies.mailings(userId).stream().map(each -> new MailingLine(each.id(), each.rhythm(), each.format(), each.siteId().orElse(null), each.sku().orElse(null), each.dueOn())).toList();
    }

    /** From the end of this week or month on. @throws BusinessException {@code shared.field-missing}, {@code company.site}, {@code company.many} */
    public void add(long userId, Rhythm rhythm, Format format, Long siteId, String sku) {
        CompanyUser user = access.user(userId);
        Reach reach = access.reach(user, Permission.REPORTS);
        if (rhythm == null || format == null) {
            throw new BusinessException("shared.field-missing", rhythm == null ? "rhythm" : "format");
        }
        if (siteId != null && (!reach.covers(siteId) || companies.site(user.customerId(), siteId) == null)) {
            throw new BusinessException("company.site", "site");
        }
        if (sku != null && sku.length() > LONGEST_SKU) {
            throw new BusinessException("shared.field-too-long", "sku", LONGEST_SKU);
        }
        if (companies.mailings(userId).size() >= Companies.MOST_MAILINGS) {
            throw new BusinessException("company.many", Companies.MOST_MAILINGS);
        }
        CompanyMailing mailing = new CompanyMailing(user, rhythm, format, siteId, sku == null || sku.isBlank() ? null : sku.strip(), reporting.today());
        companies.add(mailing);
        events.tell(new CompanyActed("company.mailing-wished", CompanyActed.MAILING, mailing.id(), user.customerId(), CompanyAccess.who(user) + " " + rhythm + " " + format));
    }

    /** No more of it. @throws il.moked.shared.NotFoundException {@code company.unknown-mailing} also when it is another's */
    public void end(long userId, long mailingId) {
        CompanyUser user = access.user(userId);
        companies.mailing(userId, mailingId).ended(clock.instant());
        events.tell(new CompanyActed("company.mailing-ended", CompanyActed.MAILING, mailingId, user.customerId(), CompanyAccess.who(user)));
    }
}
