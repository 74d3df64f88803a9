// SPDX-License-Identifier: Apache-2.0
package il.moked.agent;

import java.util.Map;

/**
 * What one agent can do, and how well: 1 (learning) to 5 (others ask him). A skill he lacks has level 0 and is not kept.
 * Scale of Amazon Connect and of the founding demand (field-study 2.5).
 */
public record SkillProfile(Map<Skill, Integer> levels) {
    public static final int LOWEST = 1;
    public static final int HIGHEST = 5;
    public static final SkillProfile NONE = new SkillProfile(Map.of());

    public SkillProfile {
        levels = Map.copyOf(levels);
        levels.values().forEach(SkillProfile::checked);
    }

    /** @return the level as given @throws IllegalArgumentException when it is not 1 to 5 */
    public static int checked(int level) {
        if (level < LOWEST || level > HIGHEST) {
            throw new IllegalArgumentException("A skill level is 1 to 5, not " + level);
        }
        return level;
    }

    /** 0 when he does not have it. */
    public int level(Skill skill) {
        return levels.getOrDefault(skill, 0);
    }
}
