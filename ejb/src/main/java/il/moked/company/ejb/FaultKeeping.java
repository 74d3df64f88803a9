// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.Administered;
import il.moked.company.Companies;
import il.moked.company.CompanyFault;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** What a company chooses from when something is wrong, as administrators keep it. None is deleted: calls name it and reports count by it. A refusal has the field that is wrong as first argument. */
@Stateless
@RolesAllowed(Role.ADMINISTRATOR)
public class FaultKeeping {
    /** Kind of thing in the audit. */
    public static final String FAULT = "company-fault";

    @Inject
    Companies companies;
    @Inject
    DomainEvents events;

    public record FaultLine(long number, int version, String code, Names names, int place, boolean active) {
        static FaultLine of(CompanyFault fault) {
            return new FaultLine(fault.number(), fault.version(), fault.code(), fault.names(), fault.place(), fault.active());
        }
    }

    /** In the order in which they are chosen from. */
    public List<FaultLine> faults() {
        return companies.faults().stream().map(FaultLine::of).toList();
    }

    /** @throws NotFoundException {@code company.unknown-fault} */
    public FaultLine fault(String code) {
        return FaultLine.of(find(code));
    }

    private CompanyFault find(String code) {
        return companies.fault(code).orElseThrow(() -> new NotFoundException("company.unknown-fault"));
    }

    /** @throws BusinessException {@code shared.code}, {@code shared.code-taken} */
    public void add(String code, CompanyFault.Terms terms) {
        CompanyFault fault = new CompanyFault(code, terms);
        if (companies.fault(fault.code()).isPresent()) {
            throw new BusinessException("shared.code-taken", "code", fault.code());
        }
        companies.add(fault);
        events.tell(new Administered("company.fault-added", FAULT, fault.number(), told(fault)));
    }

    /** @param seen the version the change is based on @param active false: it is chosen no more @throws BusinessException {@code company.fault-other}, {@code shared.conflict} when there is a newer version */
    public void change(String code, int seen, CompanyFault.Terms terms, boolean active) {
        CompanyFault fault = find(code);
        fault.expect(seen);
        boolean retired = fault.active() && !active;
        fault.become(terms);
        fault.offered(active);
        events.tell(new Administered(retired ? "company.fault-retired" : "company.fault-changed", FAULT, fault.number(), told(fault)));
    }

    private static String told(CompanyFault fault) {
        return fault.code() + ", " + fault.names().hebrew() + " / " + fault.names().english() + ", " + fault.place();
    }
}
