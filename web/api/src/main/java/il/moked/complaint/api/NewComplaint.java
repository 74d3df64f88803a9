// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.api;

import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ejb.ComplaintHandling;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A complaint that another system received. @param team code of who deals with it @param remedy what is sought, absent when he did not say */
public record NewComplaint(@NotNull(message = REQUIRED) Long customerId, @NotBlank(message = REQUIRED) @Size(max = ServiceCase.LONGEST_SUBJECT, message = TOO_LONG) String subject, @Size(max = ServiceCase.LONGEST_DESCRIPTION, message = TOO_LONG) String description,
        @Size(max = 40, message = TOO_LONG) String sku, ServiceCase.Severity severity, @NotBlank(message = REQUIRED) @Size(max = 80, message = TOO_LONG) String team, Remedy remedy, @Size(max = Complaint.LONGEST_REMEDY, message = TOO_LONG) String remedyWords) {
    static final String REQUIRED = "shared.required";
    static final String TOO_LONG = "shared.too-long";

    /** @return id of its case */
    long raise(CaseHandling cases, ComplaintHandling complaints) {
        long id = cases.open(new NewCase(customerId, new About(ServiceCase.Kind.COMPLAINT, severity, subject, description, sku, null), null, team));
        if (remedy != null) {
            complaints.seek(id, null, remedy, remedyWords);
        }
        return id;
    }
}
