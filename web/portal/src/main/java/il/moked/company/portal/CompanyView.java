// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanySigningIn.Person;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What every page of the business portal shows: who is there, what was refused, and how moments and times are written. */
@Named
@RequestScoped
public class CompanyView {
    static final String BUNDLE = "il.moked.company.portal.company";
    private static final Set<String> FIELDS = Set.of("subject", "description", "site", "kind", "fault", "product", "text", "name", "address", "number", "branch", "email", "phone", "may", "password", "rhythm", "format", "sku", "from", "until");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final long HOUR = 3600;
    private static final BigDecimal HOURS = BigDecimal.valueOf(HOUR);

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private Person person;
    private String token;
    private String form;
    private String here = "";
    private String notice;
    private String done;
    private final Map<String, String> problems = new HashMap<>();
    private Map<String, String[]> typed = Map.of();

    /** @param formToken of this form @param sessionToken of his session: no other site can know it */
    void is(Person who, String formToken, String sessionToken, HttpServletRequest request) {
        person = who;
        token = formToken;
        form = sessionToken;
        here = request.getRequestURI();
        done = request.getParameter("done") != null && request.getParameter("done").matches("[a-z-]{1,30}") ? request.getParameter("done") : null;
        typed = "POST".equals(request.getMethod()) ? request.getParameterMap() : Map.of();
    }

    void types(Map<String, String[]> parameters) {
        typed = parameters;
    }

    void says(String key, Object... arguments) {
        notice = texts.text(BUNDLE, key, locale(), arguments);
    }

    void wrong(String field, String text) {
        problems.put(field, text);
    }

    /** Beside its field where it names one, else above. */
    void refused(BusinessException why) {
        String field = why.arguments().isEmpty() || !(why.arguments().get(0) instanceof String first) || !FIELDS.contains(first) ? null : first;
        String text = switch (why.code()) {
            case "shared.field-missing" -> texts.text(BUNDLE, "wrong.missing", locale());
            case "shared.field-too-long" -> texts.text(BUNDLE, "wrong.long", locale());
            case "shared.field-malformed" -> texts.text(BUNDLE, "wrong.malformed", locale());
            default -> texts.refusal(why, locale());
        };
        if (field == null) {
            notice = text;
        } else {
            problems.put(field, text);
        }
    }

    String refusal(BusinessException why) {
        return texts.refusal(why, locale());
    }

    Locale locale() {
        return activeLocale.getLocale();
    }

    String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, locale(), arguments);
    }

    public Person getPerson() {
        return person;
    }

    public String getToken() {
        return token;
    }

    public String getForm() {
        return form;
    }

    public boolean isHome() {
        return here.endsWith("/business");
    }

    public String getNotice() {
        return notice;
    }

    /** Key of what was done just now, or null. */
    public String getDone() {
        return done;
    }

    public boolean isTrouble() {
        return !problems.isEmpty();
    }

    /** Empty when the field is right. */
    public String problem(String field) {
        return problems.getOrDefault(field, "");
    }

    /** What he typed there; empty for nothing. */
    public String typed(String field) {
        String[] values = typed.get(field);
        return values == null || values.length == 0 ? "" : values[0];
    }

    public boolean chosen(String field, String value) {
        String[] values = typed.get(field);
        return values != null && Arrays.asList(values).contains(value);
    }

    /** Whether the page is at or below that path of the portal. */
    public boolean at(String path) {
        return here.endsWith(path) || here.contains(path + "/");
    }

    public String in(Names names) {
        return names == null ? "" : names.in(locale().getLanguage());
    }

    public String moment(Instant at) {
        return at == null ? "" : MOMENT.format(at.atZone(zone));
    }

    public String day(LocalDate on) {
        return on == null ? "" : DAY.format(on);
    }

    /** Hours and minutes, as {@code 7:05}. */
    public String span(Duration time) {
        long minutes = time.abs().toMinutes();
        return (time.isNegative() && minutes > 0 ? "-" : "") + minutes / 60 + ":" + String.format(Locale.ROOT, "%02d", minutes % 60);
    }

    /** Hours with one decimal, a dash for none. */
    public String hours(Long seconds) {
        return seconds == null ? "–" : BigDecimal.valueOf(seconds).divide(HOURS, 1, RoundingMode.HALF_UP).toPlainString();
    }

    public String percent(Integer share) {
        return share == null ? "–" : share + "%";
    }

    public String share(BigDecimal percent) {
        return percent.stripTrailingZeros().toPlainString() + "%";
    }

    public String money(BigDecimal amount) {
        return amount == null ? "–" : "₪" + amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
