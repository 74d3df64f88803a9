// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.desk;

import il.moked.selfservice.SecureLink;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.text.MessageFormat;
import java.util.ResourceBundle;

/** Secure links in words, signs and kinds of colour. */
@Named
@RequestScoped
public class LinkWords {
    @Inject
    ActiveLocale locale;

    public String text(String key, Object... arguments) {
        String text = ResourceBundle.getBundle("il.moked.selfservice.desk.selfservice", locale.getLocale()).getString(key);
        return arguments.length == 0 ? text : new MessageFormat(text, locale.getLocale()).format(arguments);
    }

    /** A sign of the sprite. */
    public String mark(SecureLink.Kind kind) {
        return switch (kind) {
            case FORM -> "form";
            case CAMERA -> "image";
            case PAYMENT -> "case";
            case STATUS -> "clock";
        };
    }

    /** {@code info}, {@code warn}, {@code good}, {@code bad} or {@code off}. */
    public String sign(SecureLink.State state) {
        return switch (state) {
            case SENT -> "info";
            case OPENED -> "warn";
            case DONE -> "good";
            case LOCKED -> "bad";
            case WITHDRAWN, EXPIRED -> "off";
        };
    }

    /** A form is signed, an order paid. */
    public String state(SecureLink.Kind kind, SecureLink.State state) {
        return text(state == SecureLink.State.DONE ? "state.DONE." + kind : "state." + state);
    }
}
