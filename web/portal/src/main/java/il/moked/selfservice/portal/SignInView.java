// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import il.moked.selfservice.PortalSession.Kind;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Signing in, step by step. */
@Named
@RequestScoped
public class SignInView {
    static final String BUNDLE = "il.moked.selfservice.portal.my";
    private static final int LONGEST = 254;

    @Inject
    Texts texts;
    @Inject
    ActiveLocale activeLocale;

    private Kind kind = Kind.CUSTOMER;
    private String to = "";
    private String step = "address";
    private String token = "";
    private String address = "";
    private String notice;
    private String wrong;

    /** @param asked which step; anything else is the first */
    void shows(Kind who, String back, String asked, String formToken) {
        kind = who;
        to = back;
        step = List.of("code", "who", "password").contains(String.valueOf(asked)) ? asked : "address";
        token = formToken;
    }

    void typed(String given) {
        address = given == null ? "" : given.length() > LONGEST ? given.substring(0, LONGEST) : given;
    }

    void says(String key) {
        notice = texts.text(BUNDLE, key, activeLocale.getLocale());
    }

    void wrong(String key) {
        wrong = texts.text(BUNDLE, key, activeLocale.getLocale());
    }

    void refused(BusinessException why) {
        wrong = texts.refusal(why, activeLocale.getLocale());
    }

    String language() {
        return activeLocale.getLang();
    }

    public boolean isCompany() {
        return kind == Kind.COMPANY;
    }

    public String getPath() {
        return WayBack.signIn(kind);
    }

    public String getTo() {
        return to;
    }

    public String getStep() {
        return step;
    }

    public String getToken() {
        return token;
    }

    public String getAddress() {
        return address;
    }

    public String getNotice() {
        return notice;
    }

    /** What is wrong with the field of this step. */
    public String getWrong() {
        return wrong;
    }
}
