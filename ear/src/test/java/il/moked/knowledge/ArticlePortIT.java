// SPDX-License-Identifier: Apache-2.0
package il.moked.knowledge;

import static il.moked.Soap.element;
import static org.assertj.core.api.Assertions.assertThat;

import il.moked.As;
import il.moked.Soap;
import il.moked.TestPeers;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jboss.arquillian.container.test.api.RunAsClient;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.Test;

/** The demo's articles as other systems find, read and list them by SOAP. */
@ArquillianTest
@RunAsClient
public class ArticlePortIT {
    private static final URI PORT = URI.create("http://localhost:" + (8080 + TestPeers.offset()) + "/moked/api/soap/article");

    private static HttpResponse<String> send(String user, HttpRequest.Builder request) throws Exception {
        request.header("Authorization", "Basic " + Base64.getEncoder().encodeToString((user + ":" + As.PASSWORD).getBytes(StandardCharsets.UTF_8))).header("Accept-Language", "en");
        return HttpClient.newHttpClient().send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpResponse<String> soap(String user, String operation, String... fields) throws Exception {
        return send(user, HttpRequest.newBuilder(PORT).header("Content-Type", "text/xml; charset=UTF-8").POST(HttpRequest.BodyPublishers.ofString(Soap.message("urn:moked:article:1", operation, Soap.fields(fields)))));
    }

    private static HttpResponse<String> answered(String operation, String... fields) throws Exception {
        HttpResponse<String> answer = soap("crm", operation, fields);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return answer;
    }

    private static void refused(String code, String operation, String... fields) throws Exception {
        Soap.assertRefused(code, soap("crm", operation, fields));
    }

    @Test
    void anotherSystemFindsReadsAndLists() throws Exception {
        HttpResponse<String> found = answered("FindArticles", "words", "יש לי נורית אדומה בנתב");
        assertThat(element(found, "title")).isEqualTo("הנתב לא מתחבר: מה בודקים קודם");
        String id = element(found, "id");
        assertThat(element(answered("GetArticle", "id", id), "title")).as("Hebrew when no language is said").isEqualTo("הנתב לא מתחבר: מה בודקים קודם");
        HttpResponse<String> read = answered("GetArticle", "id", id, "language", "en");
        assertThat(element(read, "title")).isEqualTo("The router does not connect: what to check first");
        assertThat(element(read, "text")).contains("1. ");
        assertThat(read.body()).contains("writtenIn>he<").contains("writtenIn>en<");

        HttpResponse<String> page = answered("ListArticles", "size", "1");
        HttpResponse<String> next = answered("ListArticles", "cursor", element(page, "cursor"), "size", "1");
        assertThat(element(next, "id")).isNotEqualTo(element(page, "id"));
        HttpResponse<String> manual = answered("ListArticles", "kind", "MANUAL", "sku", "RTR-AX3000");
        assertThat(element(manual, "sku")).isEqualTo("RTR-AX3000");
        assertThat(manual.body()).doesNotContain("cursor>");
        assertThat(send("crm", HttpRequest.newBuilder(URI.create(PORT + "?wsdl"))).body()).contains("ArticleService").contains("FindArticles");
    }

    @Test
    void whatIsNotUnderstoodOrNotThereIsAFault() throws Exception {
        refused("knowledge.unknown", "GetArticle", "id", "999999999");
        refused("shared.field-missing", "GetArticle");
        refused("shared.bad-request", "GetArticle", "id", "1", "language", "fr");
        refused("shared.field-missing", "FindArticles", "words", " ");
        refused("shared.field-too-long", "FindArticles", "words", "a".repeat(2001));
        refused("shared.bad-request", "ListArticles", "kind", "BOOK");
        refused("shared.bad-request", "ListArticles", "cursor", "!");
    }

    @Test
    void whoIsNoOtherSystemIsKeptOut() throws Exception {
        Soap.assertRefused("access.denied", soap("dana", "ListArticles"));
    }
}
