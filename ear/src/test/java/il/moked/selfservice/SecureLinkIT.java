// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.casework.ServiceCase;
import il.moked.casework.ServiceCase.About;
import il.moked.casework.ejb.CaseHandling;
import il.moked.casework.ejb.CaseHandling.NewCase;
import il.moked.catalog.ejb.Pricing;
import il.moked.catalog.ejb.Quoting;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customers;
import il.moked.interaction.AsSystem;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.Ordering;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.State;
import il.moked.selfservice.SecureLink.Way;
import il.moked.selfservice.SignedForm.Difference;
import il.moked.selfservice.ejb.LinkReading;
import il.moked.selfservice.ejb.LinkReading.LinkLine;
import il.moked.selfservice.ejb.LinkSending;
import il.moked.selfservice.ejb.LinkSending.Wish;
import il.moked.selfservice.ejb.UploadSteps;
import jakarta.inject.Inject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
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
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Secure links from sending to what became of them, opened by plain requests as a telephone makes them. */
@ArquillianTest
public class SecureLinkIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final int OFFSET = Integer.getInteger("jboss.socket.binding.port-offset", 0);
    private static final String PORTAL = "http://127.0.0.1:" + (8081 + OFFSET);
    private static final String API = "http://localhost:" + (8080 + OFFSET) + "/moked/api/v1/";
    private static final Pattern LINK = Pattern.compile("/l/([A-Za-z0-9_-]{43})");
    private static final Pattern TOKEN = Pattern.compile("name=\"token\" value=\"([^\"]+)\"");
    private static final Pattern CODE = Pattern.compile("(?:One-time code|קוד חד־פעמי): (\\d{6})");
    private static final Pattern PAY = Pattern.compile("id=\"pay\" href=\"([^\"]+)\"");
    /** Of the demo's catalogue. */
    private static final String PRODUCT = "PHN-ZEKEN-4G";
    private static final String SIGNATURE = "100,200,0 140,150,40 180,240,80 230,160,120 280,250,160;300,120,400 340,260,440 380,140,480 420,240,520 460,200,560";

    @Inject
    AsSystem system;
    @Inject
    CaseHandling handling;
    @Inject
    LinkSending sending;
    @Inject
    LinkReading reading;
    @Inject
    UploadSteps steps;
    @Inject
    Quoting quoting;
    @Inject
    Ordering ordering;
    @Inject
    Customers customers;
    @Inject
    Rows rows;

    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).followRedirects(HttpClient.Redirect.NEVER).build();

    @BeforeEach
    void here() {
        Awaitility.pollInSameThread();
    }

    /** A telephone's browser: it keeps cookies by their path, and nothing else. */
    private final class Telephone {
        private final Map<String, String> cookies = new LinkedHashMap<>(Map.of("moked.lang", "en"));

        private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
            HttpResponse<String> answer = http.send(request.header("Cookie", cookies.entrySet().stream().map(one -> one.getKey() + "=" + one.getValue()).collect(Collectors.joining("; "))).build(), BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(set -> cookies.put(set.substring(0, set.indexOf('=')), set.substring(set.indexOf('=') + 1, set.indexOf(';'))));
            return answer;
        }

        private HttpResponse<String> get(String path) throws Exception {
            return send(HttpRequest.newBuilder(URI.create(PORTAL + path)));
        }

        private HttpResponse<String> post(String path, Map<String, String> form) throws Exception {
            String body = form.entrySet().stream().map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8)).collect(Collectors.joining("&"));
            return send(HttpRequest.newBuilder(URI.create(PORTAL + path)).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString(body)));
        }

        /** @return where it leads */
        private String opens(String token) throws Exception {
            HttpResponse<String> answer = get("/l/" + token);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(303);
            String page = answer.headers().firstValue("Location").orElseThrow();
            assertThat(page).startsWith("/link/").doesNotContain(token);
            assertThat(answer.headers().firstValue("Referrer-Policy")).hasValue("no-referrer");
            return page;
        }

        private HttpResponse<String> signs(String page, String name, String strokes) throws Exception {
            return signs(page, page, name, strokes);
        }

        /** @param from where it has the token of its form from */
        private HttpResponse<String> signs(String from, String page, String name, String strokes) throws Exception {
            Matcher token = TOKEN.matcher(get(from).body());
            assertThat(token.find()).isTrue();
            Map<String, String> form = Map.of("step", "sign", "token", token.group(1), "website", "", "name", name, "strokes", strokes, "agree", "yes");
            return await().atMost(PATIENCE).until(() -> post(page, form), answer -> !answer.body().contains("That was quick"));
        }

        private HttpResponse<String> photographs(String page, String contentType, byte[] content) throws Exception {
            String line = "line" + mark;
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.write(("--" + line + "\r\nContent-Disposition: form-data; name=\"step\"\r\n\r\nupload\r\n--" + line + "\r\nContent-Disposition: form-data; name=\"files\"; filename=\"x.jpg\"\r\nContent-Type: " + contentType + "\r\n\r\n").getBytes(StandardCharsets.UTF_8));
            body.write(content);
            body.write(("\r\n--" + line + "--\r\n").getBytes(StandardCharsets.UTF_8));
            return send(HttpRequest.newBuilder(URI.create(PORTAL + page)).header("Content-Type", "multipart/form-data; boundary=" + line).POST(BodyPublishers.ofByteArray(body.toByteArray())));
        }
    }

    private String played(int number) {
        return String.format("customer%02d@example.co.il", number);
    }

    private long customer(int number) {
        return system.inTransaction(() -> customers.reachedBy(ContactPoint.Kind.EMAIL, played(number)).get(0).id());
    }

    private long matter(long customer) throws Exception {
        return As.user("dana", () -> handling.open(new NewCase(customer, new About(ServiceCase.Kind.REQUEST, null, "קישור " + mark, "טקסט", null, null), null, null)));
    }

    /** Everything the played customer's telephone shows. */
    private String screen(int number) throws Exception {
        return new Telephone().get("/lab/texts?line=SMS&as=" + played(number)).body();
    }

    private Set<String> all(Pattern sought, int number) throws Exception {
        return sought.matcher(screen(number)).results().map(found -> found.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }

    /** One that was not there before. */
    private String next(Pattern sought, int number, Set<String> before) throws Exception {
        return await().atMost(PATIENCE).until(() -> {
            Set<String> now = all(sought, number);
            now.removeAll(before);
            return now;
        }, now -> now.size() == 1).iterator().next();
    }

    private record Sent(String reference, String token, long matter) {
    }

    private Sent send(int number, Kind kind, String form, String digits) throws Exception {
        Set<String> before = all(LINK, number);
        long matter = matter(customer(number));
        String reference = As.user("dana", () -> sending.send(new Wish(kind, null, matter, form, null, Way.SMS, digits, null)));
        return new Sent(reference, next(LINK, number, before), matter);
    }

    private LinkLine line(String reference) throws Exception {
        return As.user("dana", () -> reading.get(reference));
    }

    @Test
    void aFormIsSignedOnceByWhoeverProvesHimselfByACode() throws Exception {
        int who = 11;
        Sent sent = send(who, Kind.FORM, "plan-change", null);
        assertThat(line(sent.reference()).state()).isEqualTo(State.SENT);
        assertThat(rows.count("select count(*) from outbound_message where secret like ?", "%" + sent.token() + "%")).as("forgotten once it left").isZero();
        assertThat(rows.count("select count(*) from message where text like ?", "%" + sent.token() + "%")).isZero();
        assertThat(rows.count("select count(*) from secure_link where token_hash = ?", sent.token())).isZero();

        Telephone telephone = new Telephone();
        String page = telephone.opens(sent.token());
        String asked = telephone.get(page).body();
        assertThat(asked).contains("Send a code").doesNotContain(mark).doesNotContain("{customer}");
        assertThat(line(sent.reference()).state()).isEqualTo(State.OPENED);
        assertThat(telephone.signs("/contact", page, "X Y", SIGNATURE).statusCode()).as("without proof").isEqualTo(404);

        Set<String> codes = all(CODE, who);
        assertThat(telephone.post(page, Map.of("step", "ask")).statusCode()).isEqualTo(303);
        String code = next(CODE, who, codes);
        assertThat(telephone.post(page, Map.of("step", "prove", "code", code.equals("111111") ? "222222" : "111111")).statusCode()).isEqualTo(422);
        assertThat(telephone.post(page, Map.of("step", "prove", "code", code)).statusCode()).isEqualTo(303);
        assertThat(telephone.get(page).body()).contains("קישור " + mark).contains("id=\"pad\"");

        HttpResponse<String> dot = telephone.signs(page, "דנה לוי", "1,1,0");
        assertThat(dot.statusCode()).isEqualTo(422);
        assertThat(dot.body()).contains("value=\"דנה לוי\"").contains("Sign in the box");
        assertThat(telephone.signs(page, "דנה לוי", SIGNATURE).statusCode()).isEqualTo(303);
        assertThat(telephone.get(page).body()).contains("Your signed form").doesNotContain("id=\"pad\"");
        assertThat(telephone.get(page + "/signed.pdf").body()).startsWith("%PDF");
        assertThat(telephone.signs("/contact", page, "דנה לוי", SIGNATURE).statusCode()).as("signed again").isEqualTo(422);
        assertThat(rows.count("select count(*) from signed_form where link_id = (select id from secure_link where reference = ?)", sent.reference())).isEqualTo(1);

        LinkLine done = line(sent.reference());
        assertThat(done.state()).isEqualTo(State.DONE);
        long number = rows.count("select number from signed_form where link_id = (select id from secure_link where reference = ?)", sent.reference());
        byte[] paper = As.user("dana", () -> reading.paper(sent.reference()).pdf());
        assertThat(rows.count("select count(*) from attachment a join message m on m.id = a.message_id where m.interaction_id = ? and a.file_name = ? and a.size = ? and m.direction = 'INBOUND'", done.interactionId(), "plan-change-" + number + ".pdf", paper.length)).isEqualTo(1);
        assertThat(rows.count("select count(*) from outbound_message o join attachment a on a.message_id = o.message_id where o.interaction_id = ? and o.channel = 'EMAIL' and o.recipient = ?", done.interactionId(), played(who))).as("sent to whoever signed").isEqualTo(1);
        assertThat(rows.texts("select kind from case_event where case_id = ? and kind like 'LINK%' order by id", sent.matter())).containsExactly("LINK_SENT", "LINK_OPENED", "LINK_DONE");
        assertThat(rows.texts("select kind from interaction_event where interaction_id = ? and kind like 'LINK%' order by id", done.interactionId())).containsExactly("LINK_SENT", "LINK_OPENED", "LINK_DONE");
        whoeverChangesItIsFound(sent.reference(), number);
    }

    private void whoeverChangesItIsFound(String reference, long number) throws Exception {
        assertThat(As.user("dana", () -> reading.check(reference)).different()).isEmpty();
        String words = rows.text("select words from signed_form where number = ?", number);
        rows.change("update signed_form set words = ? where number = ?", words + " ועוד", number);
        assertThat(As.user("dana", () -> reading.check(reference)).different()).contains(Difference.TEXT, Difference.CONTENT);
        assertThat(As.user("michal", () -> reading.checkAll()).wrong()).anySatisfy(found -> assertThat(found.number()).isEqualTo(number));
        rows.change("update signed_form set words = ? where number = ?", words, number);
        String chain = rows.text("select chain_hash from signed_form where number = ?", number);
        rows.change("update signed_form set chain_hash = ? where number = ?", "0".repeat(64), number);
        assertThat(As.user("dana", () -> reading.check(reference)).different()).contains(Difference.CHAIN);
        rows.change("update signed_form set chain_hash = ? where number = ?", chain, number);
        assertThat(As.user("dana", () -> reading.check(reference)).different()).isEmpty();
        assertThat(As.user("michal", () -> reading.checkAll()).wrong()).noneSatisfy(found -> assertThat(found.number()).isEqualTo(number));
    }

    @Test
    void aLinkOpensNothingForAnybodyElse() throws Exception {
        Sent mine = send(12, Kind.STATUS, null, "4711");
        Sent other = send(12, Kind.CAMERA, null, null);
        Telephone telephone = new Telephone();
        assertThat(telephone.get("/l/" + "A".repeat(43)).statusCode()).isEqualTo(404);
        assertThat(telephone.get("/l/" + mine.token().substring(1)).statusCode()).isEqualTo(404);
        assertThat(telephone.get("/link/" + mine.reference()).statusCode()).as("a reference alone").isEqualTo(404);
        String page = telephone.opens(other.token());
        assertThat(telephone.get("/link/" + mine.reference()).statusCode()).as("with the token of another link").isEqualTo(404);
        assertThat(telephone.get(page).statusCode()).isEqualTo(200);

        Telephone his = new Telephone();
        String matter = his.opens(mine.token());
        assertThat(his.get(matter).body()).doesNotContain(mark);
        assertThat(his.post(matter, Map.of("step", "prove", "code", "0000")).statusCode()).isEqualTo(422);
        assertThat(his.post(matter, Map.of("step", "prove", "code", "4711")).statusCode()).isEqualTo(303);
        assertThat(his.get(matter).body()).contains("קישור " + mark).contains("id=\"matter-state\"");
        Telephone second = new Telephone();
        second.opens(mine.token());
        assertThat(second.get(matter).body()).as("the proof of one browser is not another's").doesNotContain(mark);

        As.run("dana", () -> sending.withdraw(other.reference()));
        assertThat(telephone.get(page).body()).contains("This link was withdrawn");
        assertThat(telephone.photographs(page, "image/jpeg", picture()).statusCode()).isNotEqualTo(303);
        refused("selfservice.link-over", () -> As.run("dana", () -> sending.withdraw(other.reference())));
        rows.change("update secure_link set expires_at = ? where reference = ?", Instant.now().minusSeconds(1), mine.reference());
        assertThat(his.get(matter).body()).contains("This link is over").doesNotContain(mark);
        assertThat(line(mine.reference()).state()).isEqualTo(State.EXPIRED);
    }

    @Test
    void wrongDigitsEndALink() throws Exception {
        Sent sent = send(12, Kind.FORM, "direct-debit", "123456");
        Telephone telephone = new Telephone();
        String page = telephone.opens(sent.token());
        for (int tries = 0; tries < SecureLink.MOST_TRIES; tries++) {
            assertThat(telephone.post(page, Map.of("step", "prove", "code", "000000")).statusCode()).isEqualTo(422);
        }
        assertThat(telephone.post(page, Map.of("step", "prove", "code", "123456")).statusCode()).isEqualTo(422);
        assertThat(line(sent.reference()).state()).isEqualTo(State.LOCKED);
    }

    private static byte[] picture() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB), "jpeg", out);
        byte[] plain = out.toByteArray();
        // a place, as cameras write it, behind the first marker
        byte[] place = "Exif\0\0GPS 32.0853,34.7818".getBytes(StandardCharsets.US_ASCII);
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain, 0, 2);
        with.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (place.length + 2)});
        with.write(place);
        with.write(plain, 2, plain.length - 2);
        return with.toByteArray();
    }

    @Test
    void aPhotoIsInTheConversationAtOnceAndSaysNotWhereItWasTaken() throws Exception {
        Sent sent = send(8, Kind.CAMERA, null, null);
        Telephone telephone = new Telephone();
        String page = telephone.opens(sent.token());
        assertThat(telephone.photographs(page, "image/jpeg", "<script>".getBytes(StandardCharsets.US_ASCII)).statusCode()).isEqualTo(422);
        assertThat(telephone.photographs(page, "image/jpeg", picture()).statusCode()).isEqualTo(303);
        assertThat(telephone.get(page).body()).contains("Files sent so far: 1");
        LinkLine line = await().atMost(PATIENCE).until(() -> line(sent.reference()), now -> now.received() == 1);
        assertThat(line.state()).isEqualTo(State.OPENED);
        String kept = rows.text("select a.content_type from attachment a join message m on m.id = a.message_id where m.interaction_id = ? and a.file_name = 'photo-1.jpg'", line.interactionId());
        assertThat(kept).isEqualTo("image/jpeg");
        assertThat(rows.count("select count(*) from link_upload where link_id = (select id from secure_link where reference = ?) and content is not null", sent.reference())).as("kept once").isZero();
    }

    @Test
    void whatIsNotCheckedIsShownToNobodyAndWhatIsInfectedIsThrownAway() throws Exception {
        Sent sent = send(7, Kind.CAMERA, null, null);
        Telephone telephone = new Telephone();
        String page = telephone.opens(sent.token());
        telephone.photographs(page, "image/jpeg", picture());
        LinkLine first = await().atMost(PATIENCE).until(() -> line(sent.reference()), now -> now.received() == 1);
        long upload = rows.count("select id from link_upload where link_id = (select id from secure_link where reference = ?)", sent.reference());
        // as it is while clamd cannot be reached
        rows.change("update link_upload set state = 'CHECKING', content = ?, next_attempt_at = ? where id = ?", picture(), Instant.now().plusSeconds(3600), upload);
        assertThat(line(sent.reference()).checking()).isEqualTo(1);
        assertThat(telephone.get(page).body()).contains("Being checked: 1");
        system.run(() -> {
            assertThat(steps.begin(upload)).as("somebody is at it").isEmpty();
            steps.notChecked(upload);
        });
        assertThat(line(sent.reference()).checking()).as("it goes on waiting").isEqualTo(1);
        system.run(() -> steps.infected(upload, "Eicar-Test"));
        assertThat(line(sent.reference()).infected()).isEqualTo(1);
        assertThat(telephone.get(page).body()).contains("refused by the check: 1");
        assertThat(rows.count("select count(*) from link_upload where id = ? and content is null and finding = 'Eicar-Test'", upload)).isEqualTo(1);
        system.run(() -> steps.clean(upload));
        assertThat(rows.count("select count(*) from attachment a join message m on m.id = a.message_id where m.interaction_id = ?", first.interactionId())).as("nothing more came").isEqualTo(1);
    }

    @Test
    void anOrderIsPaidAndTheLinkIsDone() throws Exception {
        int who = 6;
        long customer = customer(who);
        long matter = matter(customer);
        String order = As.user("dana", () -> {
            String quote = quoting.offer(Pricing.Basket.of(customer, null, List.of(new Pricing.Item(PRODUCT, 1))), new Quoting.Occasion(null, null, null)).number();
            return ordering.place(new Ordering.NewOrder(quote, customer, SaleOrder.Settlement.CARD, 1, null));
        });
        refused("order.unknown", () -> As.run("dana", () -> sending.send(new Wish(Kind.PAYMENT, null, matter(customer(19)), null, order, null, null, null))));
        Set<String> before = all(LINK, who);
        String reference = As.user("dana", () -> sending.send(new Wish(Kind.PAYMENT, null, matter, null, order, Way.SMS, null, null)));
        Telephone telephone = new Telephone();
        String page = telephone.opens(next(LINK, who, before));
        String bill = await().atMost(PATIENCE).until(() -> telephone.get(page).body(), shown -> PAY.matcher(shown).find());
        Matcher pay = PAY.matcher(bill);
        assertThat(pay.find()).isTrue();
        URI provider = URI.create(pay.group(1).replace("&amp;", "&"));
        Matcher token = TOKEN.matcher(http.send(HttpRequest.newBuilder(provider).build(), BodyHandlers.ofString()).body());
        assertThat(token.find()).isTrue();
        http.send(HttpRequest.newBuilder(provider).header("Content-Type", "application/x-www-form-urlencoded").POST(BodyPublishers.ofString("token=" + URLEncoder.encode(token.group(1), StandardCharsets.UTF_8) + "&act=pay")).build(), BodyHandlers.discarding());
        await().atMost(PATIENCE).until(() -> line(reference).state(), state -> state == State.DONE);
    }

    @Test
    void whatIsPersonalIsNotSentWithoutProofNorToNowhere() throws Exception {
        long customer = customer(15);
        long matter = matter(customer);
        refused("selfservice.link-bound", () -> As.run("dana", () -> sending.send(new Wish(Kind.CAMERA, null, null, null, null, null, null, null))));
        refused("selfservice.link-digits", () -> As.run("dana", () -> sending.send(new Wish(Kind.STATUS, null, matter, null, null, null, "12", null))));
        refused("selfservice.unknown-form", () -> As.run("dana", () -> sending.send(new Wish(Kind.FORM, null, matter, "none-" + mark, null, null, null, null))));
        assertThat(rows.count("select count(*) from secure_link where case_id = ?", matter)).isZero();
    }

    @Test
    void anotherSystemSendsFollowsAndTakesBack() throws Exception {
        long matter = matter(customer(16));
        String body = "{\"kind\": \"FORM\", \"form\": \"direct-debit\", \"caseId\": " + matter + ", \"digits\": \"998877\", \"hours\": 2}";
        HttpResponse<String> sent = call("POST", "secure-links", body);
        assertThat(sent.statusCode()).as(sent.body()).isEqualTo(201);
        assertThat(sent.body()).contains("\"state\":\"SENT\"").doesNotContain("/l/");
        String reference = sent.headers().firstValue("Location").orElseThrow().replaceFirst(".*/", "");
        assertThat(call("GET", "secure-links/" + reference, null).body()).contains("\"kind\":\"FORM\"").contains("\"proof\":\"DIGITS\"");
        assertThat(call("GET", "secure-links/" + reference + "/signed.pdf", null).statusCode()).isEqualTo(404);
        assertThat(call("GET", "secure-links/check", null).statusCode()).isEqualTo(200);
        assertThat(call("DELETE", "secure-links/" + reference, null).statusCode()).isEqualTo(204);
        assertThat(call("GET", "secure-links/" + reference, null).body()).contains("\"state\":\"WITHDRAWN\"");
        assertThat(call("POST", "secure-links", "{\"caseId\": " + matter + "}").statusCode()).isIn(400, 422);
        assertThat(call("GET", "secure-links/" + mark, null).statusCode()).isEqualTo(404);
    }

    private HttpResponse<String> call(String method, String path, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(API + path)).header("Authorization", "Basic " + Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8)));
        if (body != null) {
            request.header("Content-Type", "application/json").header("Idempotency-Key", UUID.randomUUID().toString());
        }
        return http.send(request.method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)).build(), BodyHandlers.ofString());
    }
}
