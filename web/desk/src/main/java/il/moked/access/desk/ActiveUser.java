// SPDX-License-Identifier: Apache-2.0
package il.moked.access.desk;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.Team;
import il.moked.access.ejb.CurrentUser;
import il.moked.shared.desk.PushEndpoint;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.SessionScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.io.Serializable;
import java.util.Arrays;
import java.util.stream.Collectors;

/** Who sits before the page. Read once a session: what he may do is decided by the server's roles and by every EJB, never by this. */
@Named
@SessionScoped
public class ActiveUser implements Serializable {
    private static final long serialVersionUID = 1;

    @Inject
    CurrentUser currentUser;
    @Inject
    ActiveLocale locale;
    @Inject
    HttpServletRequest request;

    private long id;
    private String userName;
    private String hebrewName;
    private String englishName;
    private String hebrewTeam = "";
    private String englishTeam = "";

    private void read() {
        if (userName != null) {
            return;
        }
        StaffUser user = currentUser.get();
        id = user.id();
        hebrewName = user.name("he");
        englishName = user.name("en");
        user.team().ifPresent(team -> named(team));
        userName = user.userName();
        request.getSession().setAttribute(PushEndpoint.Who.ATTRIBUTE, new PushEndpoint.Who(id, user.team().map(Team::id).orElse(null), request.isUserInRole(Role.SUPERVISOR)));
    }

    private void named(Team team) {
        hebrewTeam = team.name("he");
        englishTeam = team.name("en");
    }

    public long getId() {
        read();
        return id;
    }

    public String getName() {
        read();
        return hebrew() ? hebrewName : englishName;
    }

    public String getTeam() {
        read();
        return hebrew() ? hebrewTeam : englishTeam;
    }

    public String getInitials() {
        return initials(getName());
    }

    /** The first letters of the first and the last word. */
    public static String initials(String name) {
        String[] words = Arrays.stream(name.split("[\\s\\p{Pd}־]+")).filter(word -> !word.isEmpty() && Character.isLetterOrDigit(word.codePointAt(0))).toArray(String[]::new);
        if (words.length == 0) {
            return "";
        }
        String first = letter(words[0]);
        return words.length == 1 ? first : first + letter(words[words.length - 1]);
    }

    private static String letter(String word) {
        return word.codePoints().limit(1).mapToObj(Character::toString).collect(Collectors.joining());
    }

    private boolean hebrew() {
        return "he".equals(locale.getLang());
    }
}
