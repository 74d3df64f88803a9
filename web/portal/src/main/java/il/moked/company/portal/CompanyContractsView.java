// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.company.ejb.CompanyContracts;
import il.moked.company.ejb.CompanyContracts.Contract;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;

/** A company's contracts. */
@Named
@RequestScoped
public class CompanyContractsView {
    private static final int ALL = 100;
    private List<Contract> contracts = List.of();

    void shows(List<Contract> all) {
        contracts = all;
    }

    public List<Contract> getContracts() {
        return contracts;
    }

    public int getMonths() {
        return CompanyContracts.MONTHS;
    }

    /** Percent of the times that were kept, null when none was measured. */
    public Integer kept(long met, long missed) {
        return met + missed == 0 ? null : (int) Math.round(met * (double) ALL / (met + missed));
    }
}
