// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.Skill;
import il.moked.agent.SkillProfile;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** All skills a waiting contact asks for. Equal whatever the order they were named in. */
public record Requirement(List<RequiredSkill> skills) {
    public static final Requirement NONE = new Requirement(List.of());
    private static final int BEST = 100;

    public Requirement {
        skills = skills.stream().sorted(Comparator.comparing((RequiredSkill required) -> required.skill().code()).thenComparing(required -> required.skill().kind())).toList();
        for (int at = 1; at < skills.size(); at++) {
            if (skills.get(at).skill().equals(skills.get(at - 1).skill())) {
                throw new IllegalArgumentException("A skill is asked for once: " + skills.get(at).skill().code());
            }
        }
    }

    public static Requirement of(RequiredSkill... skills) {
        return new Requirement(List.of(skills));
    }

    /** @return as {@link #text} writes it */
    public static Requirement parse(String text) {
        return text.isEmpty() ? NONE : new Requirement(Arrays.stream(text.split(";")).map(RequiredSkill::parse).toList());
    }

    /** One line that means the same requirement always, for example {@code LANGUAGE:en>=3;SUBJECT:loans>=2?}; empty when nothing is asked. */
    public String text() {
        return skills.stream().map(RequiredSkill::text).collect(Collectors.joining(";"));
    }

    /** What of it is asked for however long somebody waits: languages and authorisations. */
    public Requirement whatNeverRelaxes() {
        return new Requirement(skills.stream().filter(required -> !required.skill().relaxes()).toList());
    }

    /** Both together; of a skill both ask for the higher level. */
    public Requirement and(Requirement other) {
        Map<Skill, RequiredSkill> all = new LinkedHashMap<>();
        Stream.concat(skills.stream(), other.skills.stream()).forEach(required -> all.merge(required.skill(), required, (one, two) -> one.minimum() >= two.minimum() ? one : two));
        return new Requirement(List.copyOf(all.values()));
    }

    public boolean metBy(SkillProfile agent) {
        for (RequiredSkill required : skills) {
            if (!required.metBy(agent)) {
                return false;
            }
        }
        return true;
    }

    /** Codes of the skills the agent lacks or has at too low a level, sorted. */
    public Set<String> missing(SkillProfile agent) {
        Set<String> missing = new TreeSet<>();
        skills.stream().filter(required -> !required.metBy(agent)).forEach(required -> missing.add(required.skill().code()));
        return missing;
    }

    /** How well an agent suits: mean of his levels in the skills asked for, 0 (has none) to 100 (level 5 in all, or nothing is asked). */
    public int suits(SkillProfile agent) {
        if (skills.isEmpty()) {
            return BEST;
        }
        int levels = 0;
        for (RequiredSkill required : skills) {
            levels += agent.level(required.skill());
        }
        return BEST * levels / (SkillProfile.HIGHEST * skills.size());
    }
}
