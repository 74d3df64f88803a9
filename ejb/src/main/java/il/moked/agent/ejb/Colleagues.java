// SPDX-License-Identifier: Apache-2.0
package il.moked.agent.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.ejb.CurrentUser;
import il.moked.agent.Agents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who else is there: to hand work to, and to tell by name who did something. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Colleagues {
    private static final int MOST = 500;

    @Inject
    Agents agents;
    @Inject
    StaffUsers users;
    @Inject
    CurrentUser currentUser;

    public record TeamLine(long id, String code, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public record Person(String userName, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    /** Active members of teams, other than the caller. */
    public List<Agents.Colleague> others() {
        return agents.colleagues(currentUser.get().id(), MOST);
    }

    public List<TeamLine> teams() {
        return users.teams().stream().map(team -> new TeamLine(team.id(), team.code(), team.name("he"), team.name("en"))).toList();
    }

    /** The people behind user names, those who left included. Names nobody has are left out. */
    public Map<String, Person> named(Set<String> userNames) {
        return users.named(userNames).stream().map(Colleagues::person).collect(Collectors.toMap(Person::userName, Function.identity()));
    }

    private static Person person(StaffUser user) {
        return new Person(user.userName(), user.name("he"), user.name("en"));
    }
}
