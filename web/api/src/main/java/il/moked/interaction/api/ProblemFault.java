// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.api;

import il.moked.interaction.api.InteractionMessages.ProblemDetail;
import il.moked.shared.api.Problem;
import jakarta.xml.ws.WebFault;

/** The one fault: what REST answers as a problem. */
@WebFault(name = "Problem", targetNamespace = InteractionMessages.NAMESPACE)
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
