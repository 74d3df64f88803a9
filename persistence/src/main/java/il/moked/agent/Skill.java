// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

/**
 * Something an agent can do or is allowed to do: a subject he knows, a language he speaks, an activity the law reserves
 * for licensed people. Only knowledge of a subject may be asked less of when nobody comes (field-study d.4).
 *
 * @param code stable word the administrator chose, for example {@code fault.router}
 */
public record Skill(String code, Kind kind) {
    public enum Kind { SUBJECT, LANGUAGE, AUTHORISATION }

    public Skill {
        if (code == null || code.isBlank() || kind == null) {
            throw new IllegalArgumentException("A skill has a code and a kind");
        }
    }

    /** Whether a waiting contact may ask less of it after a while. A wrong language or a missing licence never becomes right by waiting. */
    public boolean relaxes() {
        return kind == Kind.SUBJECT;
    }
}
