// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;

/**
 * One thing that a macro or a rule does with a case.
 *
 * @param value code, name or internal text, by kind; empty where the kind says all
 * @param hebrew what the customer is written in Hebrew, null for other kinds
 */
public record CaseAction(Kind kind, String value, String hebrew, String english) {
    public enum Kind {
        /** A team owns it: its code. */
        TEAM,
        /** Whoever runs the macro owns it. */
        ME,
        STATE,
        /** With a cause. */
        CLOSE,
        SEVERITY,
        /** A user by name; of a macro whoever runs it when there is none. */
        WATCHER,
        NOTE,
        /** To the next team on the path, with a reason. */
        ESCALATE,
        /** An automatic message to the customer. */
        MESSAGE,
        /** Into the draft of whoever runs the macro. */
        REPLY,
        /** All of a macro, by id. */
        MACRO;

        public boolean ofRules() {
            return this != ME && this != REPLY;
        }

        public boolean ofMacros() {
            return this != MESSAGE && this != MACRO;
        }

        /** Whether the customer reads it. */
        public boolean written() {
            return this == MESSAGE || this == REPLY;
        }
    }

    public static final int LONGEST_TEXT = 1000;

    /** @throws BusinessException {@code casework.action}: not all of it is said; {@code shared.field-too-long} */
    public CaseAction {
        if (kind == null) {
            throw new BusinessException("casework.action");
        }
        value = within(value);
        hebrew = kind.written() ? within(hebrew) : null;
        english = kind.written() ? within(english) : null;
        boolean said = switch (kind) {
            case ME, WATCHER -> true;
            case STATE -> member(ServiceCase.State.class, value) && !value.equals("NEW") && !value.equals("CLOSED");
            case CLOSE -> member(ServiceCase.Cause.class, value);
            case SEVERITY -> member(ServiceCase.Severity.class, value);
            case MACRO -> value.matches("[0-9]{1,18}");
            case TEAM, NOTE, ESCALATE -> !value.isEmpty();
            case MESSAGE, REPLY -> !hebrew.isEmpty() && !english.isEmpty();
        };
        if (!said) {
            throw new BusinessException("casework.action");
        }
    }

    public static CaseAction of(Kind kind, String value) {
        return new CaseAction(kind, value, null, null);
    }

    /** @param language of the customer */
    public String text(String language) {
        return "he".equals(language) ? hebrew : english;
    }

    private static String within(String text) {
        String kept = text == null ? "" : text.strip();
        if (kept.length() > LONGEST_TEXT) {
            throw new BusinessException("shared.field-too-long", "text", LONGEST_TEXT);
        }
        return kept;
    }

    private static <E extends Enum<E>> boolean member(Class<E> type, String name) {
        for (E one : type.getEnumConstants()) {
            if (one.name().equals(name)) {
                return true;
            }
        }
        return false;
    }
}
