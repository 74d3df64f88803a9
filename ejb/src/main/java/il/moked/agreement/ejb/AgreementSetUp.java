// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.agreement.Agreement;
import il.moked.agreement.AgreementLevel;
import il.moked.agreement.AgreementTemplate;
import il.moked.agreement.AgreementTemplate.Granted;
import il.moked.agreement.Agreements;
import il.moked.agreement.Entitlement;
import il.moked.agreement.EntitlementPeriod;
import il.moked.calendar.Calendars;
import il.moked.shared.BusinessException;
import il.moked.shared.Fields;
import il.moked.shared.NotFoundException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Levels of service and the contracts that are sold. What is changed here changes no contract that was made, but for the targets and hours of its level. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class AgreementSetUp {
    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LONGEST_NAME = 120;
    private static final int MOST_MINUTES = 525_600;
    private static final int ALL = 100;
    private static final int MOST_MONTHS = 600;
    private static final int MOST_GRANTED = 100_000;

    @Inject
    Agreements agreements;
    @Inject
    Calendars calendars;
    @Inject
    DomainEvents events;

    /** @param calendar code, null for none of its own @param answerMinutes of business time, null for none @param creditPercent of the monthly fee for each time that is not kept, null for nothing @param creditMost percent of it at most in a month */
    public record Level(String code, String hebrewName, String englishName, String calendar, Integer answerMinutes, Integer repairMinutes, Integer creditPercent, Integer creditMost, boolean active, int version) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** @param level code, null for none @param months null for without an end */
    public record Template(String code, String hebrewName, String englishName, Agreement.Kind kind, String level, Integer months, String priceList, boolean active, List<Grant> entitlements, int version) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** So many of that in each period. */
    public record Grant(Entitlement.Kind kind, EntitlementPeriod period, int quantity) {
    }

    public List<Level> levels() {
        return agreements.levels().stream().map(AgreementSetUp::level).toList();
    }

    private static Level level(AgreementLevel level) {
        return new Level(level.code(), level.name("he"), level.name("en"), level.calendar().orElse(null), level.answerMinutes().orElse(null), level.repairMinutes().orElse(null), level.credit().map(credit -> credit.each().intValue()).orElse(null), level.credit().flatMap(credit -> Optional.ofNullable(credit.most())).map(BigDecimal::intValue).orElse(null),
                level.active(), level.version());
    }

    public Level level(String code) {
        return agreements.findLevel(code).map(AgreementSetUp::level).orElseThrow(() -> new NotFoundException("agreement.unknown-level"));
    }

    public List<Template> templates() {
        return agreements.templates().stream().map(AgreementSetUp::template).toList();
    }

    private static Template template(AgreementTemplate template) {
        return new Template(template.code(), template.name("he"), template.name("en"), template.kind(), template.level().map(AgreementLevel::code).orElse(null), template.months().orElse(null), template.priceList().orElse(null), template.active(),
                template.entitlements().stream().map(granted -> new Grant(granted.kind(), granted.period(), granted.quantity())).toList(), template.version());
    }

    public Template template(String code) {
        return agreements.findTemplate(code).map(AgreementSetUp::template).orElseThrow(() -> new NotFoundException("agreement.unknown-template"));
    }

    /**
     * Makes a level, or changes one.
     *
     * @param seen version the change is based on, -1 for a new one
     * @param content JSON: hebrewName, englishName, calendar, answerMinutes, repairMinutes, creditPercent, creditMost, active
     * @throws BusinessException {@code shared.code}, {@code shared.code-taken}, {@link StaleVersionException}, {@code agreement.unknown-calendar}, or with the field that is wrong
     */
    public Level saveLevel(String code, int seen, String content) {
        Fields given = Fields.of(content).part("level");
        AgreementLevel level = seen < 0 ? new AgreementLevel(free(code, agreements.findLevel(code).map(AgreementLevel::code))) : unchanged(agreements.findLevel(code), seen);
        String calendar = given.findText("calendar", AgreementKeeping.LONGEST_CODE).orElse(null);
        if (calendar != null && calendars.findCurrent(calendar).isEmpty()) {
            throw new BusinessException("shared.field-unknown-value", given.path() + ".calendar", calendar);
        }
        level.named(given.text("hebrewName", LONGEST_NAME), given.text("englishName", LONGEST_NAME)).promising(calendar, minutes(given, "answerMinutes"), minutes(given, "repairMinutes")).crediting(percent(given, "creditPercent"), percent(given, "creditMost"));
        level.offered(given.flag("active"));
        if (seen < 0) {
            agreements.add(level);
        }
        agreements.flush();
        events.tell(new Administered(seen < 0 ? "agreement.level-made" : "agreement.level-changed", "agreement-level", level.id(), level.code()));
        return level(level);
    }

    private static BigDecimal percent(Fields given, String name) {
        return given.findWhole(name, 0, ALL).map(BigDecimal::valueOf).orElse(null);
    }

    private static Integer minutes(Fields given, String name) {
        return given.findWhole(name, 1, MOST_MINUTES).map(Long::intValue).orElse(null);
    }

    private static String free(String code, Optional<String> taken) {
        if (code == null || !CODE.matcher(code).matches()) {
            throw new BusinessException("shared.code", "code");
        }
        if (taken.isPresent()) {
            throw new BusinessException("shared.code-taken", "code", code);
        }
        return code;
    }

    private static AgreementLevel unchanged(Optional<AgreementLevel> found, int seen) {
        AgreementLevel level = found.orElseThrow(() -> new NotFoundException("agreement.unknown-level"));
        if (level.version() != seen) {
            throw new StaleVersionException();
        }
        return level;
    }

    /**
     * Makes a template, or changes one.
     *
     * @param seen version the change is based on, -1 for a new one
     * @param content JSON: template {hebrewName, englishName, kind, level, months, priceList, active}, entitlements [{kind, period, quantity}]
     * @throws BusinessException as {@link #saveLevel}; {@code agreement.granted-twice}
     */
    public Template saveTemplate(String code, int seen, String content) {
        Fields all = Fields.of(content);
        Fields given = all.part("template");
        AgreementTemplate template = seen < 0 ? new AgreementTemplate(free(code, agreements.findTemplate(code).map(AgreementTemplate::code)))
                : agreements.findTemplate(code).orElseThrow(() -> new NotFoundException("agreement.unknown-template"));
        if (seen >= 0 && template.version() != seen) {
            throw new StaleVersionException();
        }
        AgreementLevel level = given.findText("level", AgreementKeeping.LONGEST_CODE).map(wanted -> agreements.findLevel(wanted).orElseThrow(() -> new BusinessException("shared.field-unknown-value", given.path() + ".level", wanted))).orElse(null);
        template.named(given.text("hebrewName", LONGEST_NAME), given.text("englishName", LONGEST_NAME))
                .selling(given.one("kind", Agreement.Kind.class), level, given.findWhole("months", 1, MOST_MONTHS).map(Long::intValue).orElse(null), given.findText("priceList", AgreementKeeping.LONGEST_CODE).orElse(null));
        template.offered(given.flag("active"));
        List<Granted> granted = all.rows("entitlements").stream().map(row -> new Granted(row.one("kind", Entitlement.Kind.class), row.one("period", EntitlementPeriod.class), (int) row.whole("quantity", 1, MOST_GRANTED))).toList();
        if (granted.stream().map(Granted::kind).distinct().count() < granted.size()) {
            throw new BusinessException("agreement.granted-twice");
        }
        template.granting(granted);
        if (seen < 0) {
            agreements.add(template);
        }
        agreements.flush();
        events.tell(new Administered(seen < 0 ? "agreement.template-made" : "agreement.template-changed", "agreement-template", template.id(), template.code()));
        return template(template);
    }
}
