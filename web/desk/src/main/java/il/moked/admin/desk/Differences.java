// SPDX-License-Identifier: Apache-2.0
package il.moked.admin.desk;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What one version of a content has that another has not, row by row, in words. */
final class Differences {
    /** @param added false: it was taken away */
    public record Change(String section, boolean added, String text) {
    }

    private Differences() {
    }

    static List<Change> between(String older, String newer, Words words) {
        JsonObject before = SheetRow.of(older).json();
        JsonObject after = SheetRow.of(newer).json();
        Set<String> sections = new LinkedHashSet<>(before.keySet());
        sections.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (String section : sections) {
            List<String> was = lines(before.get(section), words);
            List<String> is = lines(after.get(section), words);
            was.stream().filter(line -> !is.contains(line)).forEach(line -> changes.add(new Change(words.field(section), false, line)));
            is.stream().filter(line -> !was.contains(line)).forEach(line -> changes.add(new Change(words.field(section), true, line)));
            if (changes.isEmpty() && !was.equals(is)) {
                changes.add(new Change(words.field(section), true, words.text("rules.order")));
            }
        }
        return changes;
    }

    /** A list row by row, an object field by field. */
    private static List<String> lines(JsonValue section, Words words) {
        if (section instanceof JsonArray rows) {
            return rows.stream().map(row -> row(row, words)).toList();
        }
        if (section instanceof JsonObject fields) {
            return fields.entrySet().stream().map(field -> words.field(field.getKey()) + ": " + row(field.getValue(), words)).toList();
        }
        return List.of();
    }

    private static String row(JsonValue value, Words words) {
        if (value instanceof JsonObject row) {
            return row.entrySet().stream().filter(field -> !row(field.getValue(), words).isEmpty()).map(field -> words.field(field.getKey()) + ": " + row(field.getValue(), words)).collect(Collectors.joining(" · "));
        }
        if (value instanceof JsonArray list) {
            return list.stream().map(each -> row(each, words)).collect(Collectors.joining(", "));
        }
        if (value == JsonValue.TRUE || value == JsonValue.FALSE) {
            return words.text(value == JsonValue.TRUE ? "yes" : "no");
        }
        return words.value(SheetRow.shown(value));
    }
}
