// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUsers;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.customer.Customer;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.StatedMatter;
import il.moked.interaction.ejb.MatterStated;
import il.moked.shared.ShownText;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Whoever says on a form that it is a fault or a complaint has a case of it at once: in the transaction in which the form is read in, with the team that its conversation goes to. */
@ApplicationScoped
class MattersHeard {
    private static final int MOST_OWNED = 100;
    /** Of the text, what the case is called by in lists. */
    private static final int SUBJECT = 100;

    @Inject
    Cases cases;
    @Inject
    CaseOpening opening;
    @Inject
    Interactions interactions;
    @Inject
    StaffUsers users;
    @Inject
    Products products;
    @Inject
    Agreements agreements;

    void stated(@Observes MatterStated event) {
        Interaction interaction = interactions.getLocked(event.interactionId());
        if (!cases.conversations(interaction.id()).isEmpty()) {
            return;
        }
        Customer customer = interaction.customer().current();
        Message message = interactions.message(event.messageId());
        StatedMatter matter = event.matter();
        Optional<OwnedProduct> owned = owned(customer, matter);
        String sku = owned.map(OwnedProduct::sku).or(() -> sku(matter.product())).orElse(null);
        ServiceCase.Kind kind = matter.kind() == StatedMatter.Kind.COMPLAINT ? ServiceCase.Kind.COMPLAINT : ServiceCase.Kind.FAULT;
        ServiceCase.About about = new ServiceCase.About(kind, null, ShownText.line(message.text(), SUBJECT), cut(message.text()), sku, owned.map(OwnedProduct::id).orElse(null));
        opening.open(customer, about, interaction, users.team(interaction.teamId()), new CaseOpening.Opener(CaseLedger.CLOCK, null));
    }

    private static String cut(String text) {
        return text.length() <= ServiceCase.LONGEST_DESCRIPTION ? text : ShownText.storable(text.substring(0, ServiceCase.LONGEST_DESCRIPTION));
    }

    private Optional<String> sku(String typed) {
        return Optional.ofNullable(typed).map(text -> text.strip().toUpperCase(Locale.ROOT)).filter(text -> Product.SKU.matcher(text).matches()).flatMap(products::findBySku).map(Product::sku);
    }

    /** One of his own with that number; whoever types a number of somebody else's is told nothing of it. */
    private Optional<OwnedProduct> owned(Customer customer, StatedMatter matter) {
        return matter.serial() == null ? Optional.empty()
                : agreements.productsOf(customer.id(), MOST_OWNED).stream().filter(one -> one.serial().filter(serial -> serial.equalsIgnoreCase(matter.serial().strip())).isPresent()).findFirst();
    }
}
