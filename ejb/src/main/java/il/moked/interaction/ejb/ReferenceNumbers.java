// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.customer.ejb.NumberSource;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** A customer is found by the reference of any of his conversations. */
@ApplicationScoped
public class ReferenceNumbers implements NumberSource {
    @Inject
    Interactions interactions;

    @Override
    public List<Long> customersOf(String written) {
        return Reference.possible(written) ? interactions.findByReference(Reference.normal(written)).map(interaction -> interaction.customer().id()).stream().toList() : List.of();
    }
}
