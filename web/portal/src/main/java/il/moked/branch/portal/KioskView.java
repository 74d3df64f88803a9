// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.Greeting.ReasonLine;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** The kiosk: one question a screen, and at last a number. */
@Named("branchKioskView")
@RequestScoped
public class KioskView {
    private static final List<String> DIGITS = List.of("1", "2", "3", "4", "5", "6", "7", "8", "9");
    private static final List<String> LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars().mapToObj(Character::toString).toList();

    @Inject
    Texts texts;
    @Inject
    ActiveLocale locale;

    private Listing branch;
    private String token;
    private String step = "who";
    private String who = "";
    private List<ReasonLine> reasons = List.of();
    private String wrong;

    void shows(Listing where, String newToken) {
        branch = where;
        token = newToken;
    }

    void asksWhy(String typed, List<ReasonLine> choices) {
        step = "why";
        who = typed;
        reasons = choices;
    }

    void done() {
        step = "ticket";
    }

    void refused(String typed, BusinessException why) {
        who = typed;
        wrong = texts.refusal(why, locale.getLocale());
    }

    public Listing getBranch() {
        return branch;
    }

    public String getToken() {
        return token;
    }

    /** {@code who}, {@code why} or {@code ticket}. */
    public String getStep() {
        return step;
    }

    public String getWho() {
        return who;
    }

    public List<ReasonLine> getReasons() {
        return reasons;
    }

    public String getWrong() {
        return wrong;
    }

    public List<String> getDigits() {
        return DIGITS;
    }

    public List<String> getLetters() {
        return LETTERS;
    }
}
