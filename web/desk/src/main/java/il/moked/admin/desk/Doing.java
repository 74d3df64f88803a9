// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.Problems;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What an administrator's form asks for: done and told, or refused beside the field that is wrong, with all that was entered kept. */
@RequestScoped
public class Doing {
    /** Refusals whose first argument is the place of what is wrong. */
    private static final List<String> NAMES_A_FIELD = List.of(
            "shared.field-", "shared.code", "routing.rule-", "routing.rules-note", "calendar.date", "calendar.hours", "calendar.never-open", "channel.setting-", "channel.template-places",
            "channel.template-taken", "shared.day", "agreement.number", "agreement.unknown-template", "agreement.others", "agreement.serial-taken", "agreement.manual", "agreement.warranty", "field",
            "offer.field-", "knowledge.field-", "shared.money-malformed", "catalog.price-", "catalog.until-", "catalog.sku", "catalog.manual-link", "catalog.coupon", "catalog.promotion-scope", "catalog.rate-past",
            "catalog.list-", "complaint.cause-code", "dispatch.technician-role", "dispatch.technician-known", "dispatch.van-taken", "branch.letter", "branch.special-day-past", "selfservice.form-", "ivr.code", "ivr.note");

    @Inject
    Screen screen;
    @Inject
    Words words;
    @Inject
    ActiveLocale locale;

    /** @param done key of what is told afterwards @return what was done, null when it was refused */
    public <T> T told(String done, Supplier<T> act) {
        T result = tried(act);
        if (result != null) {
            screen.tell(words.text(done));
        }
        return result;
    }

    /** @return null when it was refused */
    public <T> T tried(Supplier<T> act) {
        try {
            T result = act.get();
            screen.redraw("body");
            screen.answer("done", true);
            return result;
        } catch (BusinessException refusal) {
            refuse(refusal);
            return null;
        }
    }

    /** Like {@link #tried}, but nothing is drawn again: the page shows already what was done. */
    public <T> T quietly(Supplier<T> act) {
        try {
            return act.get();
        } catch (BusinessException refusal) {
            refuse(refusal);
            return null;
        }
    }

    private void refuse(BusinessException refusal) {
        List<Object> arguments = new ArrayList<>(refusal.arguments());
        if (!arguments.isEmpty() && arguments.get(0) instanceof String place && NAMES_A_FIELD.stream().anyMatch(refusal.code()::startsWith)) {
            screen.answer("field", place);
            arguments.set(0, words.place(place));
        }
        screen.answer("why", Problems.text(new BusinessException(refusal.code(), arguments.toArray()), locale.getLocale()));
        screen.answer("refused", refusal.code());
    }
}
