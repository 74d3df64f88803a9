// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.card.api.CardResource;
import il.moked.customer.api.CustomerKeepingResource;
import il.moked.customer.api.CustomerTiesResource;
import il.moked.customer.api.CustomersResource;
import il.moked.interaction.api.AdministrationResource;
import il.moked.interaction.api.AppSessionsResource;
import il.moked.interaction.api.CallFiguresResource;
import il.moked.interaction.api.ContactsResource;
import il.moked.interaction.api.InteractionsResource;
import il.moked.interaction.api.TelephonyResource;
import il.moked.offer.api.CustomerOffersResource;
import il.moked.offer.api.LeadsResource;
import il.moked.order.api.CustomerOrdersResource;
import il.moked.order.api.InvoicesResource;
import il.moked.order.api.OrdersResource;
import il.moked.order.api.PaymentsResource;
import il.moked.order.api.PurchasesResource;
import il.moked.routing.api.CallbackResource;
import il.moked.routing.api.LinesResource;
import il.moked.routing.api.StatutoryClocksResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first version of the REST interface. */
@ApplicationPath("/v1")
public class BackOffice extends Application {
    static final Set<Class<?>> RESOURCES = Set.of(ContactsResource.class, InteractionsResource.class, TelephonyResource.class, CallFiguresResource.class, CustomersResource.class, CardResource.class, AdministrationResource.class,
            AppSessionsResource.class, LinesResource.class, StatutoryClocksResource.class, CallbackResource.class, CustomerOffersResource.class, LeadsResource.class, CustomerKeepingResource.class, CustomerTiesResource.class,
            OrdersResource.class, CustomerOrdersResource.class, PaymentsResource.class, InvoicesResource.class, PurchasesResource.class, Description.class);
    private static final Set<Class<?>> PROVIDERS = Set.of(OneJsonb.class, Problems.class, InvalidFields.class, IdempotentRequests.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.of(RESOURCES, PROVIDERS).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
