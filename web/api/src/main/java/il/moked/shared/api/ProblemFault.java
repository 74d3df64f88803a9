// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import jakarta.xml.ws.WebFault;

/** What REST answers as a problem: the fault of every SOAP service. */
@WebFault(name = "Problem", targetNamespace = ProblemDetail.NAMESPACE)
public class ProblemFault extends Exception {
    private final transient ProblemDetail detail;

    ProblemFault(Problem problem) {
        super(problem.title());
        this.detail = ProblemDetail.of(problem);
    }

    /** As the binding asks for it. */
    public ProblemDetail getFaultInfo() {
        return detail;
    }
}
