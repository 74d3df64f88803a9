// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import java.util.regex.Pattern;

/**
 * Something an agent can do or is allowed to do: a subject he knows, a language he speaks, an activity the law reserves
 * for licensed people. Only knowledge of a subject may be asked less of when nobody comes (field-study d.4).
 *
 * @param code stable word the administrator chose, for example {@code fault.router}
 */
public record Skill(String code, Kind kind) {
    public enum Kind { SUBJECT, LANGUAGE, AUTHORISATION }

    private static final Pattern CODE = Pattern.compile("[a-z0-9][a-z0-9.-]{0,39}");

    public Skill {
        if (code == null || !CODE.matcher(code).matches() || kind == null) {
            throw new IllegalArgumentException("A skill has a code of a-z, 0-9, dot and dash, at most 40, and a kind");
        }
    }

    /** Whether a waiting contact may ask less of it after a while. A wrong language or a missing licence never becomes right by waiting. */
    public boolean relaxes() {
        return kind == Kind.SUBJECT;
    }
}
