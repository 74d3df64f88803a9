// SPDX-License-Identifier: Apache-2.0
package il.moked.order.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.catalog.Product;
import il.moked.catalog.Products;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.order.OrderLine;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.shared.BusinessException;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What an agent puts together for a customer. It is kept as he goes: a closed tab loses nothing. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class Baskets {
    @Inject
    Orders orders;
    @Inject
    Products products;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /** So many of a product. */
    public record Item(String sku, int quantity) {
    }

    public List<Item> of(long customerId) {
        return orders.draft(customers.get(customerId).id(), currentUser.get().id()).map(SaleOrder::lines).orElse(List.of()).stream().map((OrderLine line) -> new Item(line.sku(), line.quantity())).toList();
    }

    /** That many from now on; none takes it out. @param interactionId conversation in which it is sold, or null @throws BusinessException {@code order.pieces}, {@code order.most-lines}, {@code order.guest} */
    public void put(long customerId, Long interactionId, String sku, int quantity) {
        Customer customer = customers.getLocked(customerId);
        if (customer.guest()) {
            throw new BusinessException("order.guest");
        }
        Product product = products.withSku(sku);
        StaffUser agent = currentUser.get();
        SaleOrder basket = orders.draft(customer.id(), agent.id()).orElseGet(() -> begun(customer, agent, interactionId));
        basket.put(product.sku(), new Names(product.name("he"), product.name("en")), quantity);
    }

    private SaleOrder begun(Customer customer, StaffUser agent, Long interactionId) {
        Optional<Interaction> conversation = Optional.ofNullable(interactionId).map(interactions::get);
        SaleOrder basket = new SaleOrder(customer.id(), new SaleOrder.Seller(conversation.map(Interaction::channel).orElse(null), interactionId, agent.id(), agent.userName()), Money.SHEKEL, clock.instant());
        orders.add(basket);
        return basket;
    }
}
