// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A skill a waiting contact asks for, and how well at least.
 *
 * @param minimum 1 to 5
 * @param additional good to have: given up before the others; only a subject can be that
 */
public record RequiredSkill(Skill skill, int minimum, boolean additional) {
    private static final Pattern WRITTEN = Pattern.compile("(?<kind>[A-Z]+):(?<code>[^:;>]+)>=(?<minimum>[1-5])(?<additional>\\??)");

    public RequiredSkill {
        SkillProfile.checked(minimum);
        if (additional && !skill.relaxes()) {
            throw new IllegalArgumentException("A language or an authorisation is never merely good to have: " + skill.code());
        }
    }

    public static RequiredSkill atLeast(int minimum, Skill skill) {
        return new RequiredSkill(skill, minimum, false);
    }

    public static RequiredSkill ifPossible(int minimum, Skill skill) {
        return new RequiredSkill(skill, minimum, true);
    }

    /** @throws IllegalArgumentException when {@link #text} did not write it */
    static RequiredSkill parse(String text) {
        Matcher parts = WRITTEN.matcher(text);
        if (!parts.matches()) {
            throw new IllegalArgumentException("Not a required skill: " + text);
        }
        return new RequiredSkill(new Skill(parts.group("code"), Skill.Kind.valueOf(parts.group("kind"))), Integer.parseInt(parts.group("minimum")), !parts.group("additional").isEmpty());
    }

    String text() {
        return skill.kind() + ":" + skill.code() + ">=" + minimum + (additional ? "?" : "");
    }

    public boolean metBy(SkillProfile agent) {
        return agent.level(skill) >= minimum;
    }

    /** Asks some levels less, but never less than having the skill; a language or an authorisation stays as it is. */
    RequiredSkill lower(int levels) {
        return skill.relaxes() ? new RequiredSkill(skill, Math.max(SkillProfile.LOWEST, minimum - levels), additional) : this;
    }
}
