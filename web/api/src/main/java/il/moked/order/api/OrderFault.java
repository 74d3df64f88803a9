// SPDX-License-Identifier: Apache-2.0
package il.moked.order.api;

import il.moked.order.api.OrderMessages.ProblemDetail;
import il.moked.shared.api.Problem;
import jakarta.xml.ws.WebFault;

/** What REST answers as a problem. */
@WebFault(name = "Problem", targetNamespace = OrderMessages.NAMESPACE)
public class OrderFault extends Exception {
    private final transient ProblemDetail detail;

    OrderFault(Problem problem) {
        super(problem.title());
        this.detail = ProblemDetail.of(problem);
    }

    /** As the binding asks for it. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
