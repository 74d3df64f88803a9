// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.ejb.AgreementLine;
import il.moked.company.CompanyCases;
import il.moked.company.CompanyCases.Kept;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** A company's contracts: what is left of what they entitle to, which times were kept, and what is due to it for those that were not. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyContracts {
    /** So many months back, this one among them. */
    public static final int MONTHS = 12;
    private static final int MOST = 50;

    @Inject
    CompanyAccess access;
    @Inject
    Agreements agreements;
    @Inject
    CompanyCases cases;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param month year and month, as {@code 2026-11} @param credit due for what was missed, null where the contract gives none */
    public record Month(String month, long met, long missed, BigDecimal credit) {
    }

    /** @param months newest first; those without calls are not there @param due altogether, null where the contract gives none */
    public record Contract(AgreementLine line, BigDecimal fee, BigDecimal creditEach, BigDecimal creditMost, long met, long missed, BigDecimal due, List<Month> months) {
    }

    /** @throws il.moked.shared.BusinessException {@code company.not-allowed} to who may not see the whole company */
    public List<Contract> of(long userId) {
        CompanyUser user = access.everywhere(userId, Permission.SEE);
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        Map<Long, List<Kept>> kept = cases.kept(user.customerId(), today.withDayOfMonth(1).minusMonths(MONTHS - 1L)).stream().collect(Collectors.groupingBy(Kept::agreementId));
        return agreements.ofCustomer(user.customerId(), MOST).stream().map(agreement -> contract(agreement, today, kept.getOrDefault(agreement.id(), List.of()))).toList();
    }

    private static Contract contract(Agreement agreement, LocalDate today, List<Kept> kept) {
        List<Month> months = kept.stream().map(row -> new Month("%04d-%02d".formatted(row.month() / 100, row.month() % 100), row.met(), row.missed(), agreement.creditFor(row.missed()).orElse(null))).toList();
        BigDecimal due = agreement.creditFor(0).map(none -> months.stream().map(Month::credit).reduce(none, BigDecimal::add)).orElse(null);
        return new Contract(AgreementLine.of(agreement, today), agreement.monthlyFee().orElse(null), agreement.level().flatMap(level -> level.credit()).map(credit -> credit.each()).orElse(null),
                agreement.level().flatMap(level -> level.credit()).map(credit -> credit.most()).orElse(null), months.stream().mapToLong(Month::met).sum(), months.stream().mapToLong(Month::missed).sum(), due, months);
    }
}
