// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.channel.ejb.LookKeeping;
import il.moked.channel.ejb.PublicLook.Look;
import il.moked.shared.BusinessException;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import il.moked.shared.ui.Problems;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;

/** admin/look.xhtml: how the organisation looks outside; and what came of the logo that was sent ({@link LogoUpload}). */
@Named
@RequestScoped
public class LookView {
    @Inject
    LookKeeping keeping;
    @Inject
    Screen screen;
    @Inject
    Entered entered;
    @Inject
    Doing doing;
    @Inject
    ActiveLocale locale;

    private Look look;
    private String refused;
    private boolean sent;

    public Look look() {
        return look = look == null ? keeping.current() : look;
    }

    public void save() {
        Object saved = doing.told("saved", () -> {
            keeping.change((int) screen.number("version"), entered.text("hebrewName"), entered.text("englishName"), entered.text("accent"));
            return true;
        });
        if (saved != null) {
            screen.answer("go", "look.xhtml");
        }
    }

    public void dropLogo() {
        Object saved = doing.told("saved", () -> {
            keeping.logo(new byte[0]);
            return true;
        });
        if (saved != null) {
            screen.answer("go", "look.xhtml");
        }
    }

    void taken() {
        sent = true;
    }

    /** Whether a logo was taken just now. */
    public boolean sent() {
        return sent;
    }

    /** Why the logo was not taken, null when it was. */
    public String refused() {
        return refused;
    }

    void refuse(BusinessException refusal) {
        refused = Problems.text(refusal, locale.getLocale());
    }
}
