// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import il.moked.agreement.api.AgreementsResource;
import il.moked.agreement.api.OwnedProductsResource;
import il.moked.branch.api.BranchAppointmentsResource;
import il.moked.branch.api.BranchReportsResource;
import il.moked.branch.api.BranchTicketsResource;
import il.moked.branch.api.BranchesResource;
import il.moked.card.api.CardResource;
import il.moked.casework.api.CaseHelpResource;
import il.moked.casework.api.CasesResource;
import il.moked.catalog.api.PricesResource;
import il.moked.catalog.api.ProductsResource;
import il.moked.catalog.api.QuotesResource;
import il.moked.catalog.api.StockResource;
import il.moked.complaint.api.ComplaintFeedsResource;
import il.moked.complaint.api.ComplaintsResource;
import il.moked.customer.api.CustomerImportsResource;
import il.moked.customer.api.CustomerKeepingResource;
import il.moked.customer.api.CustomerMergesResource;
import il.moked.customer.api.CustomerTiesResource;
import il.moked.customer.api.CustomersResource;
import il.moked.customer.api.DuplicatesResource;
import il.moked.interaction.api.AdministrationResource;
import il.moked.interaction.api.AppSessionsResource;
import il.moked.dispatch.api.VisitsResource;
import il.moked.interaction.api.CallFiguresResource;
import il.moked.interaction.api.ContactsResource;
import il.moked.interaction.api.InteractionsResource;
import il.moked.interaction.api.TelephonyResource;
import il.moked.knowledge.api.ArticlesResource;
import il.moked.offer.api.CustomerOffersResource;
import il.moked.offer.api.LeadsResource;
import il.moked.promise.api.CustomerPromisesResource;
import il.moked.promise.api.PromisesResource;
import il.moked.order.api.CustomerOrdersResource;
import il.moked.order.api.InvoicesResource;
import il.moked.order.api.OrdersResource;
import il.moked.order.api.PaymentsResource;
import il.moked.order.api.PurchasesResource;
import il.moked.routing.api.CallbackResource;
import il.moked.routing.api.LinesResource;
import il.moked.routing.api.StatutoryClocksResource;
import il.moked.selfservice.api.SecureLinksResource;
import il.moked.survey.api.SatisfactionResource;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The first version of the REST interface. */
@ApplicationPath("/v1")
public class BackOffice extends Application {
    static final Set<Class<?>> RESOURCES = Set.of(
            AdministrationResource.class, AgreementsResource.class, AppSessionsResource.class, ArticlesResource.class, BranchAppointmentsResource.class, BranchReportsResource.class, BranchTicketsResource.class, BranchesResource.class, CallFiguresResource.class, CallbackResource.class, CardResource.class, CaseHelpResource.class, CasesResource.class, ComplaintFeedsResource.class, ComplaintsResource.class, ContactsResource.class,
            CustomerImportsResource.class, CustomerKeepingResource.class, CustomerMergesResource.class, CustomerOffersResource.class, CustomerOrdersResource.class, CustomerPromisesResource.class, CustomerTiesResource.class,
            CustomersResource.class, DuplicatesResource.class, InteractionsResource.class, InvoicesResource.class, LeadsResource.class, LinesResource.class, OrdersResource.class, OwnedProductsResource.class,
            PaymentsResource.class, PricesResource.class, ProductsResource.class, PromisesResource.class, PurchasesResource.class, QuotesResource.class, SatisfactionResource.class, SecureLinksResource.class, StatutoryClocksResource.class, StockResource.class,
            TelephonyResource.class, VisitsResource.class, Description.class);
    private static final Set<Class<?>> PROVIDERS = Set.of(
            IdempotentRequests.class, InvalidFields.class, OneJsonb.class, Problems.class);

    @Override
    public Set<Class<?>> getClasses() {
        return Stream.of(RESOURCES, PROVIDERS).flatMap(Set::stream).collect(Collectors.toSet());
    }
}
