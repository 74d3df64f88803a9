// SPDX-License-Identifier: Apache-2.0
package il.moked.promise.api;

import il.moked.promise.api.PromiseMessages.ProblemDetail;
import il.moked.shared.api.Problem;
import jakarta.xml.ws.WebFault;

/** The one fault: what REST answers as a problem. */
@WebFault(name = "Problem", targetNamespace = PromiseMessages.NAMESPACE)
public class PromiseFault extends Exception {
    private final transient ProblemDetail detail;

    PromiseFault(Problem problem) {
        super(problem.title());
        this.detail = ProblemDetail.of(problem);
    }

    /** As the binding asks for it. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
