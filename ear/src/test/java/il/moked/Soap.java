// SPDX-License-Identifier: Apache-2.0
package il.moked;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What is written to the SOAP ports, and read from their answers. */
public final class Soap {
    private Soap() {
    }

    public static String message(String namespace, String operation, String fields) {
        return "<Envelope xmlns=\"http://schemas.xmlsoap.org/soap/envelope/\"><Body><" + operation + " xmlns=\"" + namespace + "\">" + fields + "</" + operation + "></Body></Envelope>";
    }

    /** @param namesAndValues a name, its value, the next name, ... */
    public static String fields(String... namesAndValues) {
        StringBuilder written = new StringBuilder();
        for (int at = 0; at < namesAndValues.length; at += 2) {
            written.append(field(namesAndValues[at], namesAndValues[at + 1]));
        }
        return written.toString();
    }

    public static String field(String name, Object value) {
        return "<" + name + ">" + value + "</" + name + ">";
    }

    /** The text of the first element of this name. */
    public static String element(HttpResponse<String> answer, String name) {
        Matcher found = Pattern.compile("<(?:[a-z0-9]+:)?" + name + ">([^<]*)<").matcher(answer.body());
        assertThat(found.find()).as(answer.body()).isTrue();
        return found.group(1);
    }

    public static void assertRefused(String code, HttpResponse<String> answer) {
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
        assertThat(answer.body()).contains("urn:moked:problem:1").contains("code>" + code + "<");
    }
}
