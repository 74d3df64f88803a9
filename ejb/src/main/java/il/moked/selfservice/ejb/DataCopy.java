// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.agreement.Agreements;
import il.moked.branch.Appointments;
import il.moked.casework.CaseLine;
import il.moked.casework.Cases;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.Orders;
import il.moked.order.Orders.OrderSummary;
import il.moked.order.Purchases;
import il.moked.promise.PromiseLine;
import il.moked.promise.Promises;
import il.moked.shared.OneJson;
import il.moked.shared.Page;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All that is kept of a customer and is his to know, as one JSON file a subject in a ZIP file: what other software can read, and he can, too. */
@ApplicationScoped
class DataCopy {
    private static final int SIZE = 200;
    private static final int MOST = 1000;
    /** Pages of one list: whoever has more asks a person. */
    private static final int MOST_PAGES = 250;

    @Inject
    Customers customers;
    @Inject
    Consents consents;
    @Inject
    Interactions interactions;
    @Inject
    Promises promises;
    @Inject
    Cases cases;
    @Inject
    Orders orders;
    @Inject
    Invoices invoices;
    @Inject
    Agreements agreements;
    @Inject
    Appointments appointments;

    byte[] zip(long customerId, String language, Instant now) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes, StandardCharsets.UTF_8)) {
            put(zip, "customer.json", customer(customers.get(customerId), now).build().toString());
            put(zip, "consents.json", all(array -> pages((Consents.Cursor after) -> consents.history(customerId, after, SIZE), said -> new Consents.Cursor(said.saidAt(), said.id()), said -> array.add(consent(said)))));
            put(zip, "contacts.json", all(array -> pages((InteractionLine.Cursor after) -> interactions.ofCustomer(customerId, after, SIZE), InteractionLine::cursor, line -> array.add(contact(line)))));
            put(zip, "promises.json", all(array -> pages((PromiseLine.Cursor after) -> promises.ofCustomer(customerId, after, SIZE), PromiseLine::given, line -> array.add(promise(line)))));
            put(zip, "cases.json", all(array -> pages((CaseLine.Cursor after) -> cases.ofCustomer(customerId, after, SIZE), CaseLine::byOpening, line -> array.add(matter(line)))));
            put(zip, "orders.json", all(array -> pages((Purchases.Cursor after) -> orders.ofCustomer(customerId, after, SIZE), OrderSummary::cursor, order -> array.add(order(order)))));
            put(zip, "invoices.json", all(array -> pages((Purchases.Cursor after) -> invoices.ofCustomer(customerId, after, SIZE), invoice -> new Purchases.Cursor(invoice.issuedAt(), invoice.id()), invoice -> array.add(invoice(invoice)))));
            put(zip, "products.json", all(array -> agreements.productsOf(customerId, MOST).forEach(product -> array.add(object("sku", product.sku(), "name", product.name(), "serial", product.serial().orElse(null), "boughtOn", product.boughtOn().orElse(null), "warrantyUntil", product.warrantyUntil().orElse(null))))));
            put(zip, "appointments.json", all(array -> appointments.ofCustomer(customerId, MOST).forEach(one -> array.add(object("code", one.code(), "startsAt", one.startsAt(), "state", one.state(), "branch", one.branch().name(language), "reason", one.reason().name(language))))));
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /** One after the other until there is no more. */
    private static <T, C> void pages(Function<C, Page<T>> page, Function<T, C> cursor, Consumer<T> each) {
        C after = null;
        for (int count = 0; count < MOST_PAGES; count++) {
            Page<T> found = page.apply(after);
            found.rows().forEach(row -> each.accept(row));
            if (!found.more()) {
                return;
            }
            after = cursor.apply(found.rows().get(found.rows().size() - 1));
        }
    }

    private static String all(Consumer<JsonArrayBuilder> filling) {
        JsonArrayBuilder array = OneJson.PROVIDER.createArrayBuilder();
        filling.accept(array);
        return array.build().toString();
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    /** Names and values by turns; what is not known is left out. */
    private static JsonObjectBuilder object(Object... namesAndValues) {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            if (namesAndValues[at + 1] != null) {
                json.add(namesAndValues[at].toString(), namesAndValues[at + 1].toString());
            }
        }
        return json;
    }

    private JsonObjectBuilder customer(Customer customer, Instant now) {
        JsonArrayBuilder reached = OneJson.PROVIDER.createArrayBuilder();
        for (ContactPoint point : customer.contactPoints()) {
            reached.add(object("kind", point.kind(), "address", point.address(), "verified", point.verified()));
        }
        JsonArrayBuilder numbers = OneJson.PROVIDER.createArrayBuilder();
        customer.identifiers().forEach(identifier -> numbers.add(object("kind", identifier.value().kind(), "number", identifier.value().number())));
        return object("madeAt", now, "customerNumber", customer.id(), "kind", customer.kind(), "name", customer.displayName(), "nationalId", customer.nationalId().map(number -> number.digits()).orElse(null), "birthDate", customer.birthDate().orElse(null), "language", customer.language(),
                "customerSince", customer.createdAt()).add("reachedAt", reached).add("identifiers", numbers);
    }

    private static JsonObjectBuilder consent(Consent said) {
        return object("channel", said.channel(), "purpose", said.purpose(), "given", said.given(), "manner", said.manner(), "wording", said.wording(), "saidAt", said.saidAt());
    }

    private JsonObjectBuilder contact(InteractionLine line) {
        JsonArrayBuilder said = OneJson.PROVIDER.createArrayBuilder();
        for (Message message : interactions.messagesAfter(line.id(), 0, MOST)) {
            said.add(object("at", message.at(), "direction", message.direction(), "author", message.author(), "text", message.text()));
        }
        return object("reference", line.reference(), "channel", line.channel(), "subject", line.subject(), "openedAt", line.openedAt(), "state", line.state()).add("messages", said);
    }

    private static JsonObjectBuilder promise(PromiseLine line) {
        return object("text", line.text(), "kind", line.kind(), "state", line.state(), "dueAt", line.dueAt(), "givenAt", line.givenAt());
    }

    private static JsonObjectBuilder matter(CaseLine line) {
        return object("number", line.number(), "kind", line.kind(), "subject", line.subject(), "state", line.state(), "openedAt", line.openedAt(), "closedAt", line.closedAt());
    }

    private static JsonObjectBuilder order(OrderSummary order) {
        return object("number", order.number(), "state", order.state(), "gross", order.gross().decimal(), "currency", order.gross().currency(), "open", order.open().decimal(), "createdAt", order.createdAt());
    }

    private static JsonObjectBuilder invoice(Invoice invoice) {
        return object("number", invoice.number(), "kind", invoice.kind(), "issuedAt", invoice.issuedAt(), "net", invoice.net().decimal(), "vat", invoice.vat().decimal(), "gross", invoice.gross().decimal(), "currency", invoice.gross().currency());
    }
}
