// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;

/** What the demo tells, written in files beside this class. */
final class DemoStories {
    private DemoStories() {
    }

    static JsonObject read(String name) {
        try (JsonReader reader = Json.createReader(new InputStreamReader(DemoStories.class.getResourceAsStream(name), StandardCharsets.UTF_8))) {
            return reader.readObject();
        }
    }
}
