// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.customer.ejb.DuplicateReview;
import il.moked.customer.ejb.DuplicateReview.Beside;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;

/** parts/customer/duplicates.xhtml: who may be the same as the customer of a card. */
@Named
@RequestScoped
public class CardDuplicatesView {
    @Inject
    DuplicateReview review;
    @Inject
    Screen screen;

    private List<Beside> alike;

    public List<Beside> of(Long customer) {
        if (alike == null) {
            alike = customer == null ? List.of() : review.of(customer);
        }
        return alike;
    }

    /** An agent thinks they are one; a supervisor will look. */
    public void propose() {
        review.propose(screen.number("pair"));
        screen.answer("done", true);
    }
}
