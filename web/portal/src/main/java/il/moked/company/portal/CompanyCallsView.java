// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.casework.ServiceCase;
import il.moked.company.CompanyCases.Line;
import il.moked.company.ejb.CompanyCalls.Site;
import il.moked.shared.Names;
import il.moked.shared.Page;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** A list of calls. */
@Named
@RequestScoped
public class CompanyCallsView {
    private Page<Line> page = new Page<>(List.of(), false);
    private List<Site> sites = List.of();
    private Map<Long, String> names = Map.of();
    private Map<String, Names> faults = Map.of();
    private Long siteId;
    private boolean live = true;

    void shows(Page<Line> rows, List<Site> his, Map<String, Names> known, Long chosen, boolean open) {
        page = rows;
        sites = his;
        names = his.stream().collect(Collectors.toMap(Site::id, Site::name));
        faults = known;
        siteId = chosen;
        live = open;
    }

    public List<Line> getRows() {
        return page.rows();
    }

    /** Id after which the next page begins, or null. */
    public Long getNext() {
        return page.more() ? page.rows().get(page.rows().size() - 1).id() : null;
    }

    public List<Site> getSites() {
        return sites;
    }

    public String place(Long id) {
        return id == null ? "" : names.getOrDefault(id, "");
    }

    /** Null for no fault. */
    public Names fault(Line line) {
        return line.kind() == ServiceCase.Kind.FAULT ? faults.get(line.fault()) : null;
    }

    public Long getSiteId() {
        return siteId;
    }

    public boolean isLive() {
        return live;
    }

    /** How it is marked: late before anything else. */
    public String tone(Line line) {
        return switch (line.state()) {
            case SOLVED, CLOSED -> "good";
            case WAITING_CUSTOMER -> "warn";
            default -> line.late() ? "bad" : "info";
        };
    }
}
