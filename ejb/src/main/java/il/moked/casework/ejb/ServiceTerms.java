// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementLevel;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceLevel;
import il.moked.casework.SlaTerms;
import il.moked.casework.SlaTerms.Source;
import il.moked.interaction.Interaction;
import il.moked.promise.ejb.PromiseCalendars;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a customer may expect: what his contract says, else the times of the team, else everybody's (field-study d.1, rule 8). */
@ApplicationScoped
class ServiceTerms {
    @Inject
    Cases cases;
    @Inject
    Agreements agreements;
    @Inject
    PromiseCalendars calendars;
    /** Zone in which days are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param agreementId of the contract he is entitled by, null without one */
    record Found(SlaTerms terms, Long agreementId) {
    }

    Found of(long customerId, Long ownedProductId, Interaction interaction, long teamId, ServiceCase.Severity severity, Instant now) {
        LocalDate day = LocalDate.ofInstant(now, zone);
        Optional<Agreement> contract = contract(customerId, ownedProductId, day);
        Optional<AgreementLevel> level = contract.flatMap(Agreement::level);
        String calendar = level.flatMap(AgreementLevel::calendar).orElseGet(() -> calendars.of(customerId, interaction, teamId, day).code());
        ServiceLevel usual = cases.levels(teamId, severity).stream().max(Comparator.comparing((ServiceLevel each) -> each.teamId().isPresent()).thenComparing(each -> each.severity().isPresent())).orElse(null);
        Integer answer = level.flatMap(AgreementLevel::answerMinutes).orElse(null);
        Integer repair = level.flatMap(AgreementLevel::repairMinutes).orElse(null);
        Source source = answer != null || repair != null ? Source.AGREEMENT : usual != null && usual.teamId().isPresent() ? Source.TEAM : Source.DEFAULT;
        return new Found(new SlaTerms(source, first(answer, usual == null ? null : usual.firstMinutes()), first(answer, usual == null ? null : usual.nextMinutes()), first(repair, usual == null ? null : usual.solveMinutes()), calendar),
                contract.map(Agreement::id).orElse(null));
    }

    private static Integer first(Integer contract, Integer usual) {
        return contract != null ? contract : usual;
    }

    /** That of the product it is about when it holds, else the newest of his that promises times, else any. */
    private Optional<Agreement> contract(long customerId, Long ownedProductId, LocalDate day) {
        Optional<Agreement> ofProduct = Optional.ofNullable(ownedProductId).map(agreements::seen).flatMap(OwnedProduct::agreement).filter(agreement -> agreement.validOn(day));
        List<Agreement> all = agreements.holding(customerId, day);
        return ofProduct.or(() -> all.stream().filter(agreement -> agreement.level().filter(level -> level.answerMinutes().isPresent() || level.repairMinutes().isPresent()).isPresent()).findFirst())
                .or(() -> all.stream().findFirst());
    }
}
