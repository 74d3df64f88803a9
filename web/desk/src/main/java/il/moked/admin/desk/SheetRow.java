// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import il.moked.shared.OneJson;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** One object of a rule's JSON as a form shows it. */
public record SheetRow(JsonObject json) {
    public static final SheetRow EMPTY = new SheetRow(JsonValue.EMPTY_JSON_OBJECT);

    public static SheetRow of(String text) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(text))) {
            return new SheetRow(reader.readObject());
        }
    }

    static SheetRow of(Map<String, Object> fields) {
        return new SheetRow(OneJson.PROVIDER.createObjectBuilder(fields).build());
    }

    public List<SheetRow> rows(String name) {
        JsonArray rows = json.getJsonArray(name);
        return rows == null ? List.of() : rows.getValuesAs(JsonObject.class).stream().map(SheetRow::new).toList();
    }

    public SheetRow part(String name) {
        return json.get(name) instanceof JsonObject part ? new SheetRow(part) : EMPTY;
    }

    /** The row at a place of a list, an empty one when there are fewer. */
    public SheetRow at(String name, int place) {
        List<SheetRow> rows = rows(name);
        return place < rows.size() ? rows.get(place) : EMPTY;
    }

    public String text(String name) {
        return shown(json.get(name));
    }

    static String shown(JsonValue value) {
        if (value instanceof JsonString text) {
            return text.getString();
        }
        if (value instanceof JsonNumber number) {
            return number.bigDecimalValue().stripTrailingZeros().toPlainString();
        }
        if (value instanceof JsonArray array) {
            return array.stream().map(SheetRow::shown).collect(Collectors.joining(", "));
        }
        return value == null || value == JsonValue.NULL || value instanceof JsonObject ? "" : value.toString();
    }

    public boolean flag(String name) {
        return json.getBoolean(name, false);
    }

    /** Whether a list of words has that one. */
    public boolean has(String name, String word) {
        JsonArray words = json.getJsonArray(name);
        return words != null && words.getValuesAs(JsonString.class).stream().anyMatch(each -> each.getString().equals(word));
    }

    public boolean is(String name, String value) {
        return text(name).equals(value);
    }

    /** Skills as they are typed: {@code fault 3, hebrew 1, sales 2?}, the question mark for one that is good to have. */
    public String skills() {
        return rows("skills").stream().map(skill -> skill.text("skill") + " " + skill.text("minimum") + (skill.flag("additional") ? "?" : "")).collect(Collectors.joining(", "));
    }
}
