// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.io.StringReader;
import java.util.Map;
import java.util.TreeMap;

/** Settings of a channel account as one JSON object of texts. */
@Converter
public class Settings implements AttributeConverter<Map<String, String>, String> {
    @Override
    public String convertToDatabaseColumn(Map<String, String> settings) {
        JsonObjectBuilder json = Json.createObjectBuilder();
        new TreeMap<>(settings).forEach(json::add);
        return json.build().toString();
    }

    @Override
    public Map<String, String> convertToEntityAttribute(String stored) {
        try (JsonReader reader = Json.createReader(new StringReader(stored))) {
            JsonObject json = reader.readObject();
            Map<String, String> settings = new TreeMap<>();
            json.keySet().forEach(name -> settings.put(name, json.getString(name)));
            return Map.copyOf(settings);
        }
    }
}
