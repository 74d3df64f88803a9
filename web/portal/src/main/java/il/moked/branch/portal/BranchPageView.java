// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.portal;

import il.moked.branch.ejb.BranchDirectory.Day;
import il.moked.branch.ejb.BranchDirectory.Detail;
import il.moked.branch.ejb.LiveWaits.Listing;
import il.moked.branch.portal.JoinForm.Field;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** A branch as its page shows it, with the form of a number from home. */
@Named
@RequestScoped
public class BranchPageView {
    @Inject
    BranchTexts branchTexts;
    @Inject
    Texts texts;
    @Inject
    ActiveLocale locale;

    private Detail detail;
    private JoinForm form = JoinForm.typed(name -> null);
    private String token = "";
    private final Map<Field, String> problems = new EnumMap<>(Field.class);
    private String notice;
    private boolean sent;

    /** One of a list to choose from. */
    public record Choice(String code, String text, boolean chosen) {
        public String getCode() {
            return code;
        }

        public String getText() {
            return text;
        }

        public boolean isChosen() {
            return chosen;
        }
    }

    void shows(Detail branch, JoinForm typed, String newToken) {
        detail = branch;
        form = typed;
        token = newToken;
    }

    void wrong(Map<Field, String> codes) {
        codes.forEach((field, code) -> problems.put(field, branchTexts.text("wrong." + id(field) + "." + code)));
    }

    /** What only the branch could know is told beside its field. */
    void refused(BusinessException refusal) {
        String text = texts.refusal(refusal, locale.getLocale());
        Object about = refusal.arguments().isEmpty() ? "" : refusal.arguments().get(0);
        for (Field field : Field.values()) {
            if (id(field).equals(about)) {
                problems.put(field, text);
                return;
            }
        }
        notice = text;
    }

    void says(String key, Object... arguments) {
        notice = branchTexts.text(key, arguments);
    }

    void sentToTelephone() {
        sent = true;
    }

    boolean right() {
        return problems.isEmpty();
    }

    public Listing getBranch() {
        return detail.listing();
    }

    public List<Day> getDays() {
        return detail.days();
    }

    public boolean isSent() {
        return sent;
    }

    public String getNotice() {
        return notice;
    }

    public String getToken() {
        return token;
    }

    public JoinForm getForm() {
        return form;
    }

    /** @return what is wrong with a field, null when nothing is */
    public String problem(String field) {
        return problems.get(Field.valueOf(field.toUpperCase(Locale.ROOT)));
    }

    public boolean isTrouble() {
        return !problems.isEmpty();
    }

    public List<Choice> getReasons() {
        return detail.reasons().stream().map(reason -> new Choice(reason.code(), reason.name(locale.getLang()), reason.code().equals(form.reason()))).toList();
    }

    public List<Choice> getMinutes() {
        return JoinForm.MINUTES.stream().map(minutes -> new Choice(minutes.toString(), branchTexts.text("join.minutes", minutes), minutes.toString().equals(form.expected()))).toList();
    }

    private static String id(Field field) {
        return field.name().toLowerCase(Locale.ROOT);
    }
}
