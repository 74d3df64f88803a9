// SPDX-License-Identifier: Apache-2.0
package il.moked.catalog.api;

import il.moked.catalog.api.SaleMessages.ProblemDetail;
import il.moked.shared.api.Problem;
import jakarta.xml.ws.WebFault;

/** What REST answers as a problem. */
@WebFault(name = "Problem", targetNamespace = SaleMessages.NAMESPACE)
public class SaleFault extends Exception {
    private final transient ProblemDetail detail;

    SaleFault(Problem problem) {
        super(problem.title());
        this.detail = ProblemDetail.of(problem);
    }

    /** As the binding asks for it. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
