// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.List;

/** Evidence as it is stored with a pair: a JSON array of {@code subject}, {@code level} and {@code weight}. No particulars are in it. */
final class EvidenceText {
    private EvidenceText() {
    }

    static String write(List<Evidence> evidence) {
        JsonArrayBuilder array = OneJson.PROVIDER.createArrayBuilder();
        evidence.forEach(item -> array.add(OneJson.PROVIDER.createObjectBuilder().add("subject", item.subject().name()).add("level", item.level().name()).add("weight", Math.round(item.weight() * 10) / 10.0)));
        return array.build().toString();
    }

    static List<Evidence> read(String text) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(text))) {
            return reader.readArray().getValuesAs(JsonObject.class).stream()
                    .map(item -> new Evidence(Evidence.Subject.valueOf(item.getString("subject")), Evidence.Level.valueOf(item.getString("level")), item.getJsonNumber("weight").doubleValue())).toList();
        }
    }
}
