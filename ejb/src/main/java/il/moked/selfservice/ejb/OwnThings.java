// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.branch.Appointment;
import il.moked.branch.Appointments;
import il.moked.customer.Customers;
import il.moked.knowledge.Articles;
import il.moked.knowledge.Audience;
import il.moked.promise.Promise;
import il.moked.promise.PromiseLine;
import il.moked.promise.Promises;
import il.moked.shared.Page;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What a customer has and what he was promised: products with their manuals, promises, appointments. */
@Stateless
@PermitAll
public class OwnThings {
    private static final int MOST = 50;
    private static final int MOST_MANUALS = 3;

    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    @Inject
    Articles articles;
    @Inject
    Promises promises;
    @Inject
    Appointments appointments;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param moved what was promised before another time was agreed upon, or null @param kept null while it is open */
    public record OwnPromise(Promise.Kind kind, String text, Instant dueAt, Instant moved, Promise.State state, boolean late, Instant givenAt, PromiseLine.Cursor cursor) {
        static OwnPromise of(PromiseLine line, Instant now) {
            return new OwnPromise(line.kind(), line.text(), line.dueAt(), line.firstDueAt(), line.state(), line.broken(now), line.givenAt(), line.given());
        }
    }

    /** An article about a product. */
    public record Manual(long id, String title) {
    }

    /** @param link https address of its maker's manual, or null @param agreement number of the contract that covers it, or null */
    public record OwnProduct(String sku, String name, String serial, LocalDate boughtOn, LocalDate warrantyUntil, OwnedProduct.Warranty warranty, String link, String agreement, List<Manual> manuals) {
    }

    /** @param code as good as a password: its page */
    public record OwnAppointment(String code, Instant startsAt, Appointment.State state, String hebrewBranch, String englishBranch, String hebrewReason, String englishReason) {
        static OwnAppointment of(Appointment appointment) {
            return new OwnAppointment(appointment.code(), appointment.startsAt(), appointment.state(), appointment.branch().name("he"), appointment.branch().name("en"), appointment.reason().name("he"), appointment.reason().name("en"));
        }

        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }

        public String reason(String language) {
            return "he".equals(language) ? hebrewReason : englishReason;
        }
    }

    /** What is still to be kept, due first. */
    public List<OwnPromise> pendingPromises(long customerId) {
        Instant now = clock.instant();
        return promises.pendingOf(customers.get(customerId).id(), MOST).stream().map(line -> OwnPromise.of(line, now)).toList();
    }

    /** All, newest first. */
    public Page<OwnPromise> promises(long customerId, PromiseLine.Cursor after, int size) {
        Instant now = clock.instant();
        Page<PromiseLine> page = promises.ofCustomer(customers.get(customerId).id(), after, Math.max(1, Math.min(size, MOST)));
        return new Page<>(page.rows().stream().map(line -> OwnPromise.of(line, now)).toList(), page.more());
    }

    /** With what everybody may read of each: two questions, however many he has. */
    public List<OwnProduct> products(long customerId, String language) {
        LocalDate today = LocalDate.ofInstant(clock.instant(), zone);
        List<OwnedProduct> owned = agreements.productsOf(customers.get(customerId).id(), MOST);
        Map<String, List<Manual>> manuals = articles.publishedAbout(owned.stream().map(OwnedProduct::sku).distinct().toList(), EnumSet.of(Audience.PUBLIC), MOST * MOST_MANUALS).stream().collect(Collectors.groupingBy(version -> version.sheet().sku(), Collectors.mapping(version -> new Manual(version.articleId(), version.sheet().in(language).title()), Collectors.toList())));
        return owned.stream().map(product -> new OwnProduct(product.sku(), product.name(), product.serial().orElse(null), product.boughtOn().orElse(null), product.warrantyUntil().orElse(null), product.warranty(today),
                product.manual().orElse(null), product.agreement().map(Agreement::number).orElse(null), manuals.getOrDefault(product.sku(), List.of()).stream().limit(MOST_MANUALS).toList())).toList();
    }

    /** Still to come, the nearest first. */
    public List<OwnAppointment> appointmentsAhead(long customerId) {
        return appointments.aheadOf(customers.get(customerId).id(), clock.instant(), MOST).stream().map(OwnAppointment::of).toList();
    }

    /** The latest hour first. */
    public List<OwnAppointment> appointments(long customerId) {
        return appointments.ofCustomer(customers.get(customerId).id(), MOST).stream().map(OwnAppointment::of).toList();
    }
}
