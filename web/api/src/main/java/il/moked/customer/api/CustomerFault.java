// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.api.CustomerMessages.ProblemDetail;
import il.moked.shared.api.Problem;
import jakarta.xml.ws.WebFault;

/** What REST answers as a problem. */
@WebFault(name = "Problem", targetNamespace = CustomerMessages.NAMESPACE)
public class CustomerFault extends Exception {
    private final transient ProblemDetail detail;

    CustomerFault(Problem problem) {
        super(problem.title());
        this.detail = ProblemDetail.of(problem);
    }

    /** As the binding asks for it. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
