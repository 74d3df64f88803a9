// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ui;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * The language, direction and theme of the page being made: Hebrew and the system's theme unless this browser chose.
 *
 * <p>Both choices live in cookies and nowhere else, so a public page needs no session, the choice survives sign-in,
 * sign-out and a change of node, and the page is right from its first byte.
 */
@Named
@RequestScoped
public class ActiveLocale {

    /** Cookie with {@code he} or {@code en}; written by {@link LanguageSwitch}. */
    static final String LANGUAGE_COOKIE = "moked.lang";
    /** Cookie with {@code light} or {@code dark}; written by the browser (moked.js). */
    static final String THEME_COOKIE = "moked.theme";

    @Inject
    HttpServletRequest request;

    private Language language;
    private String theme;

    /** @return the locale of texts, numbers and dates */
    public Locale getLocale() {
        return language().locale();
    }

    /** @return value of {@code <html lang>} */
    public String getLang() {
        return language().code();
    }

    /** @return value of {@code <html dir>} and of {@code primefaces.DIR} */
    public String getDir() {
        return language().direction();
    }

    /** @return whether this browser chose a language, rather than being shown the usual one */
    public boolean isChosen() {
        return Language.of(cookie(LANGUAGE_COOKIE)).isPresent();
    }

    /** @return the language that the switch offers */
    public Language getOther() {
        return language() == Language.HEBREW ? Language.ENGLISH : Language.HEBREW;
    }

    /** @return link to this same page in the other language, see {@link LanguageSwitch} */
    public String getSwitchAddress() {
        return LanguageSwitch.addressFor(getOther(), request.getQueryString());
    }

    /** @return {@code light}, {@code dark}, or empty when the system decides */
    public String getTheme() {
        if (theme == null) {
            String chosen = cookie(THEME_COOKIE);
            theme = "dark".equals(chosen) || "light".equals(chosen) ? chosen : "";
        }
        return theme;
    }

    private Language language() {
        if (language == null) {
            language = LanguageSwitch.writtenIn(request.getQueryString()).or(() -> Language.of(cookie(LANGUAGE_COOKIE))).orElse(Language.HEBREW);
        }
        return language;
    }

    private String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
