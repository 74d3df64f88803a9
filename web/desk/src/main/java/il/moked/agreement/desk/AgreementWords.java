// SPDX-License-Identifier: Apache-2.0
package il.moked.agreement.desk;

import il.moked.agreement.ejb.AgreementLine;
import il.moked.agreement.ejb.OwnedProductLine;
import il.moked.shared.desk.Times;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Contracts and products in words. */
@Named
@RequestScoped
public class AgreementWords {
    private static final int HOUR = 60;

    @Inject
    Times times;
    @Inject
    ActiveLocale locale;

    private String text(String key, Object... arguments) {
        return new MessageFormat(ResourceBundle.getBundle("il.moked.agreement.desk.agreement", locale.getLocale()).getString(key), locale.getLocale()).format(arguments);
    }

    public String left(AgreementLine.Left left) {
        return text("left", left.left(), left.quantity());
    }

    public String renews(AgreementLine.Left left) {
        return left.until() == null ? "" : text("renews", times.date(left.until()));
    }

    public String warranty(OwnedProductLine product) {
        return text("warranty." + product.warranty(), product.warrantyUntil() == null ? "" : times.date(product.warrantyUntil()));
    }

    public String bought(OwnedProductLine product) {
        return product.boughtOn() == null ? "" : text("bought", times.date(product.boughtOn()));
    }

    /** What a level promises; empty when it promises no times. */
    public String targets(AgreementLine.Level level) {
        String answer = level.answerMinutes() == null ? "" : text("answer", time(level.answerMinutes()));
        String repair = level.repairMinutes() == null ? "" : text("repair", time(level.repairMinutes()));
        return answer.isEmpty() || repair.isEmpty() ? answer + repair : answer + " · " + repair;
    }

    /** @param minutes whole hours are said in hours */
    public String time(int minutes) {
        return minutes % HOUR == 0 ? text("hours", minutes / HOUR) : text("minutes", minutes);
    }
}
