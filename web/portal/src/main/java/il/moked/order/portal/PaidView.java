// SPDX-License-Identifier: Apache-2.0
package il.moked.order.portal;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;

/** Whether the customer came back having paid, as he says, or without. */
@Named
@RequestScoped
public class PaidView {
    @Inject
    HttpServletRequest request;

    public boolean isDone() {
        return request.getParameter("done") != null;
    }

    /** Address of the order he went to pay from this browser, or null. */
    public String getOwnOrder() {
        return OrderCookie.read(request).orElse(null);
    }
}
