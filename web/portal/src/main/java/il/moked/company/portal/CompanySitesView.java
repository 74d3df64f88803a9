// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyAdministering.BranchChoice;
import il.moked.company.ejb.CompanyAdministering.SiteLine;
import il.moked.shared.NotFoundException;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** Sites of a company, and one of them. */
@Named
@RequestScoped
public class CompanySitesView {
    @Inject
    CompanyView company;

    private List<SiteLine> sites = List.of();
    private List<BranchChoice> branches = List.of();
    private SiteLine chosen;

    void shows(List<SiteLine> all, List<BranchChoice> serving, Long id) {
        sites = all;
        branches = serving;
        chosen = id == null ? null : all.stream().filter(each -> each.id() == id).findFirst().orElseThrow(() -> new NotFoundException("company.unknown-site"));
    }

    public List<SiteLine> getSites() {
        return sites;
    }

    public List<BranchChoice> getBranches() {
        return branches;
    }

    /** Null for a new one. */
    public SiteLine getChosen() {
        return chosen;
    }

    public String value(String field) {
        if (company.isTrouble() || company.getNotice() != null || chosen == null) {
            return company.typed(field);
        }
        return switch (field) {
            case "name" -> chosen.name();
            case "address" -> chosen.address();
            case "number" -> chosen.number() == null ? "" : chosen.number();
            case "branch" -> chosen.branchId() == null ? "" : chosen.branchId().toString();
            default -> "";
        };
    }
}
