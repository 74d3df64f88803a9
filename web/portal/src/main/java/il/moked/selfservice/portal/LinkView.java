// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.ejb.OwnLink.View;
import il.moked.selfservice.ejb.OwnLink.VisitLine;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** WEB-INF/site/selfservice/link.xhtml: what a link shows and asks for. */
@Named
@RequestScoped
public class LinkView {
    static final String BUNDLE = "il.moked.selfservice.portal.secure";
    private static final int LONGEST_NAME = 120;
    private static final int LONGEST_STROKES = 100_000;

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    private View link;
    private String token = "";
    private boolean codeAsked;
    private String name = "";
    private String strokes = "";
    private boolean agreed;
    private String notice;
    private String wrong;
    private String field = "";
    private String came = "";

    void shows(View what, String formToken, boolean asked) {
        link = what;
        token = formToken;
        codeAsked = asked;
    }

    void typed(String who, String drawn, boolean yes) {
        name = who == null ? "" : who.length() > LONGEST_NAME ? who.substring(0, LONGEST_NAME) : who;
        strokes = drawn == null || drawn.length() > LONGEST_STROKES ? "" : drawn;
        agreed = yes;
    }

    void came(String query) {
        came = query == null ? "" : query;
    }

    void says(String key) {
        notice = texts.text(BUNDLE, key, activeLocale.getLocale());
    }

    void wrong(String key) {
        wrong = texts.text(BUNDLE, key, activeLocale.getLocale());
    }

    /** What is wrong with a field is told beside it, all else above. */
    void refused(BusinessException why) {
        String text = texts.refusal(why, activeLocale.getLocale());
        field = switch (why.code()) {
            case "selfservice.sign-name" -> "name";
            case "selfservice.sign-agree" -> "agree";
            case "selfservice.sign-short", "selfservice.sign-unreadable" -> "strokes";
            case "selfservice.upload-kind", "selfservice.upload-many", "selfservice.upload-none" -> "files";
            default -> "";
        };
        if (field.isEmpty()) {
            notice = text;
        } else {
            wrong = text;
        }
    }

    /** Null where nothing is wrong with it. */
    public String wrongIn(String asked) {
        return field.equals(asked) ? wrong : null;
    }

    public View getLink() {
        return link;
    }

    public String getToken() {
        return token;
    }

    public boolean isCodeAsked() {
        return codeAsked;
    }

    public boolean isProved() {
        return link.asks() == Proof.NONE;
    }

    public String getName() {
        return name;
    }

    public String getStrokes() {
        return strokes;
    }

    public boolean isAgreed() {
        return agreed;
    }

    public String getNotice() {
        return notice;
    }

    /** What is wrong with the code. */
    public String getWrong() {
        return field.isEmpty() ? wrong : null;
    }

    public boolean isSent() {
        return came.equals("sent");
    }

    public String until() {
        return text("until", moment(link.expiresAt()));
    }

    public String text(String key, Object... arguments) {
        return texts.text(BUNDLE, key, activeLocale.getLocale(), arguments);
    }

    /** Direction of what is to be signed, which keeps its language. */
    public String getDirection() {
        return "he".equals(link.language()) ? "rtl" : "ltr";
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm").format(at.atZone(zone));
    }

    public String day(VisitLine visit) {
        return DateTimeFormatter.ofPattern("EEEE dd.MM.yyyy", activeLocale.getLocale()).format(visit.day());
    }

    public String window(VisitLine visit) {
        DateTimeFormatter clock = DateTimeFormatter.ofPattern("HH:mm");
        return clock.format(visit.from().atZone(zone)) + "–" + clock.format(visit.to().atZone(zone));
    }
}
