// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.api;

import il.moked.customer.DuplicateWarning;
import il.moked.customer.api.CustomerMessages.Duplicates;
import jakarta.xml.ws.WebFault;
import java.util.List;

/** Nothing was kept: these may be the same. */
@WebFault(name = "Duplicates", targetNamespace = CustomerMessages.NAMESPACE)
public class DuplicatesFault extends Exception {
    private final transient Duplicates detail;

    DuplicatesFault(String title, List<DuplicateWarning> warnings) {
        super(title);
        this.detail = Duplicates.of(warnings);
    }

    /** As the binding asks for it. */
    public Duplicates getFaultInfo() {
        return detail;
    }
}
