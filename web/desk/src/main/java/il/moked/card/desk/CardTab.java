// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import java.util.Locale;

/**
 * The sections of the full card, in their order. Each has a text {@code tab.<name>}, a key (its number), and its part in
 * {@code parts/card/section.xhtml}.
 */
public enum CardTab {
    TIMELINE("clock"),
    PROMISES("check-double"),
    CASES("file"),
    PURCHASES("case"),
    AGREEMENTS("note"),
    OFFERS("bolt"),
    IDENTITY("id");

    private final String sign;

    CardTab(String sign) {
        this.sign = sign;
    }

    /** Its name in an address. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public String sign() {
        return sign;
    }

    /** The number key that opens it. */
    public int key() {
        return ordinal() + 1;
    }

    /** The first for a name nobody knows, or none. */
    static CardTab named(String code) {
        for (CardTab tab : values()) {
            if (tab.code().equals(code)) {
                return tab;
            }
        }
        return TIMELINE;
    }
}
