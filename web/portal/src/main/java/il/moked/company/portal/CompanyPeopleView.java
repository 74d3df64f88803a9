// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.CompanyGrant;
import il.moked.company.Permission;
import il.moked.company.ejb.CompanyAdministering.SiteLine;
import il.moked.company.ejb.CompanyAdministering.UserLine;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** People of a company, and one of them with what he may do where. */
@Named
@RequestScoped
public class CompanyPeopleView {
    @Inject
    CompanyView company;

    private List<UserLine> users = List.of();
    private List<SiteLine> sites = List.of();
    private UserLine chosen;

    void shows(List<UserLine> all, List<SiteLine> places, boolean another, Long id) {
        users = all;
        sites = places.stream().filter(SiteLine::active).toList();
        chosen = another || id == null ? null : of(all, id);
    }

    private static UserLine of(List<UserLine> all, long id) {
        return all.stream().filter(user -> user.id() == id).findFirst().orElseThrow(() -> new NotFoundException("company.unknown-user"));
    }

    /** That by which he signs in, which is not changed. */
    String email(List<UserLine> all, long id) {
        return of(all, id).email();
    }

    public List<UserLine> getUsers() {
        return users;
    }

    public List<SiteLine> getSites() {
        return sites;
    }

    /** Null for a new one. */
    public UserLine getChosen() {
        return chosen;
    }

    public List<Permission> getEverywhere() {
        return List.of(Permission.values());
    }

    public List<Permission> getAtSites() {
        return List.of(Permission.SEE, Permission.OPEN, Permission.REPORTS);
    }

    private boolean again() {
        return !company.typed("name").isEmpty() || !company.typed("email").isEmpty() || company.isTrouble();
    }

    /** @param siteId 0 for the whole company */
    public boolean may(long siteId, Permission permission) {
        return again() ? company.chosen("may", siteId + ":" + permission) : chosen != null && chosen.grants().contains(new CompanyGrant(siteId, permission));
    }

    public String value(String field) {
        if (again()) {
            return company.typed(field);
        }
        return chosen == null ? "" : switch (field) {
            case "name" -> chosen.name();
            case "email" -> chosen.email();
            case "phone" -> chosen.phone() == null ? "" : chosen.phone();
            default -> "";
        };
    }

    public boolean english() {
        return "en".equals(again() ? company.typed("language") : chosen == null ? "" : chosen.language());
    }

    public boolean letIn() {
        return again() ? company.chosen("active", "yes") : chosen == null || chosen.active();
    }
}
