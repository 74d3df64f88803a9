// SPDX-License-Identifier: Apache-2.0
package il.moked.card.desk;

import il.moked.card.ejb.CustomerSearch;
import il.moked.customer.SoughtCustomer;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** agent/customers.xhtml: all customers who fit what was typed, one page after the other. */
@Named
@RequestScoped
public class CustomersView {
    private static final int PAGE = 40;

    @Inject
    CustomerSearch search;
    @Inject
    Screen screen;

    private CustomerSearch.FoundPage found;

    public String getWanted() {
        String typed = screen.text("q");
        return typed == null ? "" : typed.strip();
    }

    /** The same for an address. */
    public String getQuery() {
        return URLEncoder.encode(getWanted(), StandardCharsets.UTF_8);
    }

    /** Whether there is enough to look for, and not too much. */
    public boolean isAsked() {
        return getWanted().length() >= SoughtCustomer.SHORTEST && getWanted().length() <= SoughtCustomer.LONGEST;
    }

    public List<CustomerSearch.Found> rows() {
        return found().rows();
    }

    /** Where the next page begins; null when this is the last. */
    public String getNext() {
        return found().next();
    }

    private CustomerSearch.FoundPage found() {
        if (found == null) {
            found = isAsked() ? search.find(getWanted(), screen.text("after"), PAGE) : new CustomerSearch.FoundPage(List.of(), null);
        }
        return found;
    }
}
