// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementLevel;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementPeriod;
import java.time.LocalDate;
import java.util.List;

/**
 * A contract as it is shown.
 *
 * @param until the last day, null for without an end @param valid whether it holds today @param level null when it has none
 */
public record AgreementLine(long id, String number, Agreement.Kind kind, String hebrewName, String englishName, LocalDate from, LocalDate until, boolean valid, Level level, String priceList, List<Left> entitlements, int version) {
    /** @param calendar code or null @param answerMinutes of business time, null for none @param repairMinutes the same */
    public record Level(String code, String hebrewName, String englishName, String calendar, Integer answerMinutes, Integer repairMinutes) {
        static Level of(AgreementLevel level) {
            return new Level(level.code(), level.name("he"), level.name("en"), level.calendar().orElse(null), level.answerMinutes().orElse(null), level.repairMinutes().orElse(null));
        }

        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param until the first day of the next period, null when there is none */
    public record Left(long id, Entitlement.Kind kind, EntitlementPeriod period, int quantity, int left, LocalDate until) {
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public static AgreementLine of(Agreement agreement, LocalDate today) {
        return new AgreementLine(agreement.id(), agreement.number(), agreement.kind(), agreement.name("he"), agreement.name("en"), agreement.from(), agreement.until().orElse(null), agreement.validOn(today), agreement.level().map(Level::of).orElse(null),
                agreement.priceList().orElse(null), agreement.entitlements().stream().map(each -> new Left(each.id(), each.kind(), each.period(), each.quantity(), each.left(today), each.stretch(today).until())).toList(), agreement.version());
    }
}
