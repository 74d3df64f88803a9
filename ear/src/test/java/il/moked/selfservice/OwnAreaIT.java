// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseHandling;
import il.moked.catalog.Taxed;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Segment;
import il.moked.interaction.AsSystem;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Reference;
import il.moked.order.Invoice;
import il.moked.order.Invoices;
import il.moked.order.OrderLine;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.selfservice.PortalSession.Kind;
import il.moked.selfservice.ejb.OwnContacts;
import il.moked.selfservice.ejb.OwnData;
import il.moked.selfservice.ejb.OwnDetails;
import il.moked.selfservice.ejb.OwnPurchases;
import il.moked.shared.Money;
import il.moked.shared.Names;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The customer's own area by plain requests: what is his he sees and does, what is another's is not there for him, by whatever door. */
@ArquillianTest
public class OwnAreaIT {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final int IMAP = Integer.getInteger("moked.lab.imap-port", 3143);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + OFFSET);
    private static final Pattern FORM = Pattern.compile("name=\"form\" value=\"([^\"]+)\"");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");

    @Inject
    AsSystem system;
    @Inject
    Customers customers;
    @Inject
    PortalSessions sessions;
    @Inject
    OwnContacts contacts;
    @Inject
    OwnData data;
    @Inject
    OwnDetails details;
    @Inject
    OwnPurchases purchases;
    @Inject
    Orders orders;
    @Inject
    Invoices invoices;
    @Inject
    CaseHandling cases;
    @Inject
    Rows rows;

    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();
    private String mark;
    private Owner one;
    private Owner other;

    /** A customer and what the browser he is signed in with holds. */
    private record Owner(long id, String mail, String token) {
    }

    @BeforeEach
    void begin() {
        mark = UUID.randomUUID().toString().substring(0, 8);
        one = owner("a");
        other = owner("b");
    }

    @AfterEach
    void nobodyIsLeftWaiting() throws Exception {
        for (Owner owner : List.of(one, other)) {
            rows.change("update work_item set state = 'DONE' where state = 'WAITING' and interaction_id in (select id from interaction where customer_id = ?)", owner.id());
        }
    }

    private Owner owner(String which) {
        String mail = which + mark + "@example.co.il";
        Secret token = Secret.next();
        long id = system.inTransaction(() -> {
            Customer customer = Customer.person("נועה", which + mark, null, Segment.PRIVATE, "en", Instant.now());
            customers.add(customer);
            customer.reachableBy(ContactPoint.Kind.EMAIL, mail, mail, true, Instant.now());
            customers.flush();
            sessions.add(new PortalSession(token, Kind.CUSTOMER, customer.id(), PortalSession.Way.CODE, "Firefox", "192.0.2.9", Instant.now()));
            return customer.id();
        });
        return new Owner(id, mail, token.shown());
    }

    private HttpResponse<String> get(Owner who, String path) throws Exception {
        return http.send(HttpRequest.newBuilder(URI.create(PORTAL + path)).header("Cookie", cookies(who)).build(), BodyHandlers.ofString());
    }

    private static String cookies(Owner who) {
        return "moked.lang=en" + (who == null ? "" : "; moked.my=" + who.token());
    }

    private HttpResponse<String> post(Owner who, String path, Map<String, String> form) throws Exception {
        return post(cookies(who), path, form);
    }

    private HttpResponse<String> post(String cookies, String path, Map<String, String> form) throws Exception {
        String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
        return http.send(HttpRequest.newBuilder(URI.create(PORTAL + path)).header("Cookie", cookies).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }

    private static String found(Pattern pattern, HttpResponse<String> page) {
        Matcher matcher = pattern.matcher(page.body());
        assertThat(matcher.find()).as(page.body()).isTrue();
        return matcher.group(1);
    }

    private String formToken(Owner who) throws Exception {
        return found(FORM, get(who, "/my"));
    }

    /** A contact of his that is read in. @return its reference */
    private String contact(Owner who, String text) throws Exception {
        String reference = Reference.next();
        contacts.write(who.id(), reference, "matter " + mark, text, List.of(new FormSubmission.File("letter.txt", "text/plain", "content".getBytes(StandardCharsets.UTF_8))));
        await().atMost(PATIENCE).until(() -> !rows.texts("select reference from interaction where reference = ?", reference).isEmpty());
        return reference;
    }

    /** @return number of an order of his and of its invoice */
    private List<String> order(Owner who) {
        return system.inTransaction(() -> {
            SaleOrder.Seller seller = new SaleOrder.Seller(null, null, null, "it");
            SaleOrder order = new SaleOrder(who.id(), seller, Money.SHEKEL, Instant.now());
            Taxed amounts = new Taxed(Money.agorot(10_000), Money.agorot(1_800), Money.agorot(11_800));
            order.put("IT-1", new Names("נתב", "Router"), 1);
            order.place(orders.nextNumber(), null, List.of(new OrderLine.Priced("IT-1", new Names("נתב", "Router"), 1, amounts)), SaleOrder.Settlement.CARD, seller, Instant.now().plus(Duration.ofHours(2)), Instant.now());
            orders.add(order);
            orders.flush();
            Invoice invoice = new Invoice(Invoice.Kind.INVOICE, invoices.next(Invoice.Kind.INVOICE), order, new Invoice.Payer("N", "1"), amounts, Invoice.allOf(order), null, null, Instant.now());
            invoices.add(invoice);
            return List.of(order.number(), invoice.number());
        });
    }

    @Test
    void whoIsNotSignedInIsSentToSignInAndBack() throws Exception {
        HttpResponse<String> answer = get(null, "/my/orders?after=1.2-3");
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.headers().firstValue("Location")).hasValue("/sign-in?to=%2Fmy%2Forders%3Fafter%3D1.2-3");
        assertThat(get(null, "/business/anything").headers().firstValue("Location").orElseThrow()).startsWith("/business/sign-in");
        assertThat(get(one, "/business/anything").statusCode()).as("a customer is nobody of a company").isEqualTo(303);
        assertThat(get(null, "/sign-in?to=https://example.org/").body()).contains("name=\"to\" value=\"/my\"");
        HttpResponse<String> page = get(one, "/my");
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.headers().firstValue("Cache-Control")).hasValue("no-store");
        assertThat(get(one, "/my/nothing").statusCode()).isEqualTo(404);
    }

    @Test
    void whatIsPostedMustComeFromAPageOfTheSameSession() throws Exception {
        String theirs = formToken(other);
        assertThat(post(one, "/my/sign-out", Map.of()).statusCode()).isEqualTo(403);
        assertThat(post(one, "/my/sign-out", Map.of("form", theirs)).statusCode()).isEqualTo(403);
        assertThat(get(one, "/my").statusCode()).isEqualTo(200);
        assertThat(post(one, "/my/sign-out", Map.of("form", formToken(one))).statusCode()).isEqualTo(303);
        assertThat(get(one, "/my").statusCode()).as("signed out").isEqualTo(303);
        assertThat(get(other, "/my").statusCode()).isEqualTo(200);
    }

    @Test
    void signingInSetsACookieNoScriptReads() throws Exception {
        String token = found(TOKEN, get(null, "/sign-in"));
        HttpResponse<String> asked = await().atMost(PATIENCE).until(() -> post("moked.lang=en", "/sign-in", Map.of("step", "address", "token", token, "website", "", "address", one.mail())), answer -> !answer.body().contains("That was quick"));
        assertThat(asked.statusCode()).as(asked.body()).isEqualTo(303);
        String handle = asked.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("moked.code=")).findFirst().orElseThrow();
        assertThat(handle).contains("HttpOnly", "SameSite=Lax");
        String sent = "moked.lang=en; " + handle.replaceFirst(";.*$", "");
        String digits = CodeMail.code(one.mail(), IMAP);
        HttpResponse<String> wrong = post(sent, "/sign-in", Map.of("step", "code", "code", digits.equals("111111") ? "111112" : "111111"));
        assertThat(wrong.statusCode()).isEqualTo(422);
        assertThat(wrong.body()).contains("The code is wrong or too old");
        HttpResponse<String> in = post(sent, "/sign-in", Map.of("step", "code", "code", digits, "to", "/my/orders"));
        assertThat(in.headers().firstValue("Location")).hasValue("/my/orders");
        String session = in.headers().allValues("Set-Cookie").stream().filter(cookie -> cookie.startsWith("moked.my=")).findFirst().orElseThrow();
        assertThat(session).contains("HttpOnly", "SameSite=Lax");
        Owner signedIn = new Owner(one.id(), one.mail(), session.replaceFirst("^moked.my=", "").replaceFirst(";.*$", ""));
        assertThat(get(signedIn, "/my").body()).contains("Hello נועה");
        assertThat(rows.texts("select subject from interaction where customer_id = ?", one.id())).containsExactly("One-time code");
        assertThat(get(signedIn, "/my/contacts").body()).as("the code he came in by is no contact of his").doesNotContain("One-time code");
    }

    @Test
    void whatIsAnothersIsNotThereByWhateverDoor() throws Exception {
        String reference = contact(other, "secret " + mark);
        List<String> bought = order(other);
        data.askForErasure(other.id(), "en");
        data.askForCopy(other.id(), "en");
        String number = data.list(other.id()).stream().map(OwnData.Asked::number).filter(found -> found != null).findFirst().orElseThrow();
        long fileId = rows.count("select a.id from attachment a join message m on m.id = a.message_id join interaction i on i.id = m.interaction_id where i.reference = ?", reference);
        long point = rows.count("select id from contact_point where customer_id = ?", other.id());
        List<String> doors = List.of("/my/contacts/" + reference, "/my/contacts/" + reference + "/file/" + fileId, "/my/matters/" + number, "/my/orders/" + bought.get(0), "/my/orders/invoice/" + bought.get(1));
        for (String door : doors) {
            assertThat(get(other, door).statusCode()).as("his own " + door).isEqualTo(200);
            assertThat(get(one, door).statusCode()).as(door).isEqualTo(404);
        }
        String mine = contact(one, "mine");
        assertThat(get(one, "/my/contacts/" + mine + "/file/" + fileId).statusCode()).as("by a conversation of his own").isEqualTo(404);
        for (String list : List.of("/my", "/my/contacts", "/my/matters", "/my/orders", "/my/products", "/my/promises", "/my/appointments", "/my/details", "/my/data")) {
            HttpResponse<String> page = get(one, list);
            assertThat(page.statusCode()).as(list).isEqualTo(200);
            assertThat(page.body()).as(list).doesNotContain(reference, "secret " + mark, number, bought.get(0), bought.get(1), other.mail());
        }
        String form = formToken(one);
        String token = found(TOKEN, get(one, "/my/contacts/new"));
        assertThat(post(one, "/my/contacts/" + reference, Map.of("form", form, "token", token, "text", "intruder")).statusCode()).isEqualTo(404);
        assertThat(post(one, "/my/contacts/" + reference + "/callback", Map.of("form", form, "phone", "0521234567")).statusCode()).isEqualTo(404);
        assertThat(post(one, "/my/orders/" + bought.get(0) + "/pay", Map.of("form", form)).statusCode()).isEqualTo(404);
        assertThat(post(one, "/my/details", Map.of("form", form, "act", "remove", "point", Long.toString(point))).statusCode()).isEqualTo(404);
        for (OwnData.Asked asked : data.list(other.id())) {
            for (String act : List.of("withdraw", "fetch")) {
                assertThat(post(one, "/my/data", Map.of("form", form, "act", act, "request", Long.toString(asked.id()), "code", "123456")).statusCode()).as(act + " " + asked.kind()).isEqualTo(404);
            }
        }
        assertThat(data.list(other.id())).filteredOn(asked -> asked.kind() == DataRequest.Kind.ERASURE).extracting(OwnData.Asked::state).containsExactly(DataRequest.State.WAITING);
        assertThat(rows.count("select count(*) from message m join interaction i on i.id = m.interaction_id where i.reference = ? and m.direction = 'INBOUND'", reference)).isEqualTo(1);
        data.withdrawErasure(other.id(), data.list(other.id()).stream().filter(asked -> asked.kind() == DataRequest.Kind.ERASURE).findFirst().orElseThrow().id());
    }

    @Test
    void heReadsWhatWasSaidAndWritesOnWithoutSayingWhoHeIs() throws Exception {
        String reference = contact(one, "first words " + mark);
        rows.change("insert into internal_note (id, interaction_id, after_position, author_user_id, text, at) select nextval('internal_note_seq'), i.id, 1, u.id, ?, ? from interaction i, staff_user u where i.reference = ? and u.user_name = 'dana'", "inside " + mark, Instant.now(), reference);
        assertThat(rows.text("select identification from interaction where reference = ?", reference)).isEqualTo("SIGNED_IN");
        HttpResponse<String> page = get(one, "/my/contacts/" + reference);
        assertThat(page.body()).contains("first words " + mark, "letter.txt").doesNotContain("inside " + mark);
        HttpResponse<String> sent = post(one, "/my/contacts/" + reference, Map.of("form", found(FORM, page), "token", found(TOKEN, page), "text", "and more " + mark));
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(303);
        await().atMost(PATIENCE).until(() -> get(one, "/my/contacts/" + reference).body().contains("and more " + mark));
        assertThat(rows.count("select count(*) from interaction where customer_id = ?", one.id())).as("one conversation").isEqualTo(1);
        HttpResponse<String> again = post(one, "/my/contacts/" + reference, Map.of("form", found(FORM, page), "token", found(TOKEN, page), "text", "  "));
        assertThat(again.statusCode()).isEqualTo(422);
        assertThat(get(one, "/my/contacts").body()).contains("matter " + mark);
    }

    @Test
    void whoIsSignedInIsKnownInTheChat() throws Exception {
        HttpResponse<String> opened = http.send(HttpRequest.newBuilder(URI.create(PORTAL + "/chat/sessions")).header("Cookie", cookies(one)).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"account\":\"chat\",\"language\":\"en\"}")).build(), BodyHandlers.ofString());
        assertThat(opened.statusCode()).as(opened.body()).isEqualTo(201);
        String secret = opened.body().replaceFirst("(?s).*\"secret\":\"([^\"]+)\".*", "$1");
        http.send(HttpRequest.newBuilder(URI.create(PORTAL + "/chat/sessions/lines")).header("X-Chat-Secret", secret).header("Content-Type", "application/json").POST(BodyPublishers.ofString("{\"id\":\"1\",\"text\":\"hello " + mark + "\"}")).build(), BodyHandlers.ofString());
        await().atMost(PATIENCE).until(() -> rows.texts("select identification from interaction where customer_id = ? and channel = 'CHAT'", one.id()), List.of("SIGNED_IN")::equals);
    }

    @Test
    void aConversationOfACustomerWhoWasMergedIsStillHis() throws Exception {
        String reference = contact(other, "before the merge " + mark);
        rows.change("update customer set joined_into_id = ? where id = ?", one.id(), other.id());
        assertThat(get(one, "/my/contacts/" + reference).statusCode()).isEqualTo(200);
        assertThat(get(other, "/my/contacts/" + reference).statusCode()).as("he is the other now").isEqualTo(200);
    }

    @Test
    void anAddressIsAddedWhenItsCodeComesBackAndTheLastOneStays() throws Exception {
        String fresh = "new" + mark + "@example.co.il";
        long first = details.of(one.id()).reaches().get(0).id();
        refused("selfservice.last-address", () -> details.removeAddress(one.id(), first));
        refused("customer.reach-twice", () -> details.askForAddress(one.id(), one.mail(), "en", "v" + mark));
        String handle = details.askForAddress(one.id(), fresh, "en", "v" + mark);
        String digits = CodeMail.code(fresh, IMAP);
        assertThat(details.addAddress(other.id(), handle, digits)).as("for another customer").isFalse();
        String second = details.askForAddress(one.id(), fresh, "en", "v" + mark);
        assertThat(details.addAddress(one.id(), second, CodeMail.code(fresh, IMAP))).isTrue();
        assertThat(details.of(one.id()).reaches()).hasSize(2).filteredOn(reach -> reach.verified() && reach.preferred()).hasSize(1);
        assertThat(details.of(one.id()).reaches()).extracting(OwnDetails.Reach::masked).noneMatch(masked -> masked.contains(mark));
        details.removeAddress(one.id(), first);
        assertThat(details.of(one.id()).reaches()).hasSize(1);
    }

    @Test
    void whatHeAllowsIsKeptWithItsWords() throws Exception {
        String form = formToken(one);
        assertThat(post(one, "/my/details", Map.of("form", form, "act", "allow", "channel", "SMS", "given", "yes")).statusCode()).isEqualTo(303);
        assertThat(post(one, "/my/details", Map.of("form", form, "act", "allow", "channel", "SMS", "given", "no")).statusCode()).isEqualTo(303);
        assertThat(post(one, "/my/details", Map.of("form", form, "act", "allow", "channel", "BRANCH", "given", "yes")).statusCode()).isEqualTo(422);
        assertThat(rows.texts("select wording from consent where customer_id = ? and manner = 'WEB_SITE' order by id", one.id())).hasSize(2).allMatch(words -> words.contains("Text message"));
        assertThat(details.of(one.id()).allowed()).filteredOn(allowed -> allowed.channel() == Channel.SMS).allMatch(allowed -> allowed.said() && !allowed.given());
    }

    @Test
    void theCopyOfHisDataIsGivenOutAgainstAFreshCode() throws Exception {
        contact(one, "for the copy " + mark);
        data.askForCopy(one.id(), "en");
        refused("selfservice.asked-already", () -> data.askForCopy(one.id(), "en"));
        OwnData.Asked ready = await().atMost(PATIENCE).until(() -> data.list(one.id()).get(0), asked -> asked.state() == DataRequest.State.READY);
        assertThat(data.file(one.id(), ready.id(), "", "123456")).isEmpty();
        String handle = data.askForFile(one.id(), "en", "v" + mark);
        byte[] zip = data.file(one.id(), ready.id(), handle, CodeMail.code(one.mail(), IMAP)).orElseThrow();
        List<String> names = new ArrayList<>();
        StringBuilder all = new StringBuilder();
        try (ZipInputStream entries = new ZipInputStream(new ByteArrayInputStream(zip), StandardCharsets.UTF_8)) {
            for (ZipEntry entry = entries.getNextEntry(); entry != null; entry = entries.getNextEntry()) {
                names.add(entry.getName());
                all.append(new String(entries.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        assertThat(names).contains("customer.json", "contacts.json", "consents.json", "orders.json", "promises.json", "cases.json");
        assertThat(all.toString()).contains("for the copy " + mark, one.mail()).doesNotContain(other.mail());
        rows.change("update data_request set due_at = ? where id = ?", Instant.now().minusSeconds(1), ready.id());
        data.forget();
        assertThat(data.list(one.id()).get(0).state()).isEqualTo(DataRequest.State.OVER);
        assertThat(rows.count("select count(*) from data_request where id = ? and content is not null", ready.id())).isZero();
    }

    @Test
    void whereNoClockRunsNoTimeIsPromised() throws Exception {
        As.run("dana", () -> cases.open(new CaseHandling.NewCase(one.id(), new ServiceCase.About(ServiceCase.Kind.REQUEST, null, "waits " + mark, "", null, null), null, null)));
        // answered, and waiting for somebody else
        assertThat(rows.change("update service_case set state = 'WAITING_THIRD_PARTY', due_metric = null, due_at = ? where subject = ?", Instant.parse("9999-12-31T00:00:00Z"), "waits " + mark)).isEqualTo(1);
        for (String page : List.of("/my", "/my/matters")) {
            assertThat(get(one, page).body()).contains("waits " + mark).doesNotContain("9999");
        }
    }

    @Test
    void anErasureIsACaseAndCanBeTakenBack() throws Exception {
        data.askForErasure(one.id(), "en");
        refused("selfservice.asked-already", () -> data.askForErasure(one.id(), "en"));
        OwnData.Asked asked = data.list(one.id()).get(0);
        assertThat(asked.dueAt()).isBetween(Instant.now().plus(Duration.ofDays(29)), Instant.now().plus(Duration.ofDays(31)));
        assertThat(get(one, "/my/matters/" + asked.number()).body()).contains("Request to erase personal data");
        assertThat(rows.text("select opened_by from service_case where number = ?", asked.number())).isEqualTo("customer");
        data.withdrawErasure(one.id(), asked.id());
        assertThat(rows.text("select state from service_case where number = ?", asked.number())).isEqualTo("CLOSED");
        refused("selfservice.erasure-over", () -> data.withdrawErasure(one.id(), asked.id()));
    }

    @Test
    void heAsksForThePageToPayOn() throws Exception {
        String number = order(one).get(0);
        assertThat(get(one, "/my/orders/" + number).body()).contains("118.00", "id=\"pay\"");
        assertThat(post(one, "/my/orders/" + number + "/pay", Map.of("form", formToken(one))).statusCode()).isEqualTo(303);
        assertThat(purchases.order(one.id(), number)).matches(order -> order.preparing() || order.link() != null);
        await().atMost(PATIENCE).until(() -> get(one, "/my/orders/" + number).body().contains("id=\"to-pay\""));
    }
}
