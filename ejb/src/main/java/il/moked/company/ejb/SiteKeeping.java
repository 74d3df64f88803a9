// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.branch.Branch;
import il.moked.branch.Branches;
import il.moked.company.Companies;
import il.moked.company.CompanySite;
import il.moked.company.ejb.CompanyAdministering.SiteLine;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The sites of a company, kept by its administrator or by staff: in the transaction of whoever calls, who checked that he may. */
@ApplicationScoped
class SiteKeeping {
    @Inject
    Companies companies;
    @Inject
    Branches branches;
    @Inject
    DomainEvents events;

    List<SiteLine> of(long customerId) {
        Map<Long, Branch> known = branches.open().stream().collect(Collectors.toMap(Branch::id, Function.identity()));
        return companies.sites(customerId).stream().map(site -> new SiteLine(site.id(), site.version(), site.name(), site.address(), site.branchId().orElse(null), site.branchId().map(known::get).map(SiteKeeping::names).orElse(null), site.externalNumber().orElse(null), site.active()))
                .toList();
    }

    static Names names(Branch branch) {
        return new Names(branch.name("he"), branch.name("en"));
    }

    long save(long customerId, Long siteId, int seen, CompanySite.Facts facts, boolean active, String who) {
        if (facts.branchId() != null && branches.open().stream().noneMatch(branch -> branch.id().equals(facts.branchId()))) {
            throw new BusinessException("company.branch", "branch");
        }
        if (facts.externalNumber() != null && companies.siteNumbered(customerId, facts.externalNumber()).filter(other -> !other.id().equals(siteId)).isPresent()) {
            throw new BusinessException("company.number-taken", "number");
        }
        CompanySite site;
        if (siteId == null) {
            if (companies.sites(customerId).size() >= Companies.MOST_SITES) {
                throw new BusinessException("company.many", Companies.MOST_SITES);
            }
            site = new CompanySite(customerId, facts);
            companies.add(site);
        } else {
            site = companies.site(customerId, siteId);
            if (site.version() != seen) {
                throw new StaleVersionException();
            }
            site.become(facts);
        }
        site.used(active);
        companies.flush();
        events.tell(new CompanyActed(siteId == null ? "company.site-made" : "company.site-changed", CompanyActed.SITE, site.id(), customerId, who));
        return site.id();
    }
}
