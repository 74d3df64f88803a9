// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.agreement.Agreements;
import il.moked.catalog.Products;
import il.moked.company.Companies;
import il.moked.company.CompanyCases;
import il.moked.company.CompanyFault;
import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.Reach;
import il.moked.company.ReportFigures;
import il.moked.company.ReportFigures.History;
import il.moked.company.ReportPeriod;
import il.moked.company.ReportScope;
import il.moked.customer.Customers;
import il.moked.shared.Names;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Reports of a company's calls, at the sites whose reports he may see who asks. Screen, file, mail and program are given the same figures, because they ask here. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyReporting {
    private static final int MOST_PRODUCTS = 200;

    @Inject
    CompanyAccess access;
    @Inject
    Companies companies;
    @Inject
    CompanyCases cases;
    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    @Inject
    Products products;
    @Inject
    Clock clock;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param period null for the last twelve months @param siteId null for all he may see @param sku null for all */
    public record Wish(ReportPeriod period, Long siteId, String sku) {
        public static final Wish EVERYTHING = new Wish(null, null, null);
    }

    /** @param sites names of those he may see, by id @param faults by code @param products by code: those its calls were about */
    public record Report(String company, ReportPeriod period, Long siteId, String sku, ReportFigures figures, Map<Long, String> sites, Map<String, Names> faults, Map<String, Names> products) {
        /** Empty where it belongs to no site. */
        public String site(Long id) {
            return id == null ? "" : sites.getOrDefault(id, "");
        }

        public String fault(String code, String language) {
            return code == null ? "" : faults.containsKey(code) ? faults.get(code).in(language) : code;
        }

        /** Empty for none. */
        public String product(String code, String language) {
            return products.containsKey(code) ? products.get(code).in(language) : code;
        }
    }

    /** @throws il.moked.shared.BusinessException {@code company.not-allowed} @throws NotFoundException {@code company.unknown-site}: another company's, or one whose reports he may not see */
    public Report of(long userId, Wish wish) {
        CompanyUser user = access.user(userId);
        Reach reach = access.reach(user, Permission.REPORTS);
        if (wish.siteId() != null) {
            companies.site(user.customerId(), wish.siteId());
            reach = reach.at(wish.siteId());
            if (reach.none()) {
                throw new NotFoundException("company.unknown-site");
            }
        }
        ReportPeriod period = wish.period() == null ? ReportPeriod.year(today()) : wish.period();
        String sku = wish.sku() == null || wish.sku().isBlank() ? null : wish.sku().strip();
        ReportFigures figures = cases.figures(new ReportScope(user.customerId(), reach, period, sku));
        Reach all = user.reach(Permission.REPORTS);
        Map<Long, String> sites = companies.sites(user.customerId()).stream().filter(site -> all.covers(site.id())).collect(Collectors.toMap(CompanySite::id, CompanySite::name, (one, other) -> one, LinkedHashMap::new));
        Map<String, Names> faults = companies.faults().stream().collect(Collectors.toMap(CompanyFault::code, CompanyFault::names));
        return new Report(customers.get(user.customerId()).displayName(), period, wish.siteId(), sku, figures, sites, faults, products(user.customerId(), figures));
    }

    public LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), zone);
    }

    /** Those of the report and those it owns, as the catalogue calls them, else as they are called where they are owned. */
    private Map<String, Names> products(long customerId, ReportFigures figures) {
        Map<String, Names> names = new TreeMap<>();
        figures.history().stream().map(History::sku).filter(sku -> !sku.isEmpty()).forEach(sku -> names.put(sku, new Names(sku, sku)));
        agreements.productsOf(customerId, MOST_PRODUCTS).forEach(owned -> names.put(owned.sku(), new Names(owned.name(), owned.name())));
        products.withSkus(names.keySet()).values().forEach(product -> names.put(product.sku(), new Names(product.name("he"), product.name("en"))));
        return names;
    }
}
