// SPDX-License-Identifier: Apache-2.0
package il.moked.shared;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import jakarta.json.stream.JsonParsingException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Supplier;

/**
 * A JSON object that a person wrote, read field by field. Whatever is wrong is refused with the place where it stands,
 * such as {@code lines[2].queue}: the first argument of every refusal here. A field that is absent, null or an empty
 * text is not given.
 */
public final class Fields {
    private final JsonObject json;
    private final String path;
    private final Set<String> asked = new TreeSet<>();

    private Fields(JsonObject json, String path) {
        this.json = json;
        this.path = path;
    }

    /** @throws BusinessException {@code shared.not-json-at} with line and column */
    public static Fields of(String text) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(text))) {
            return new Fields(reader.readObject(), "");
        } catch (JsonParsingException broken) {
            throw new BusinessException("shared.not-json-at", broken.getLocation().getLineNumber(), broken.getLocation().getColumnNumber());
        } catch (JsonException | ClassCastException other) {
            throw new BusinessException("shared.not-json-at", 1, 1);
        }
    }

    /** Where this object stands. */
    public String path() {
        return path;
    }

    private String path(String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private Optional<JsonValue> given(String name) {
        asked.add(name);
        JsonValue value = json.get(name);
        boolean empty = value == null || value == JsonValue.NULL || value instanceof JsonString text && text.getString().isBlank();
        return empty ? Optional.empty() : Optional.of(value);
    }

    /** Whether the field is there at all, if only as null: in a change that takes away what was known. */
    public boolean has(String name) {
        asked.add(name);
        return json.containsKey(name);
    }

    private BusinessException missing(String name) {
        return new BusinessException("shared.field-missing", path(name));
    }

    private BusinessException malformed(String name) {
        return new BusinessException("shared.field-malformed", path(name));
    }

    public Optional<String> findText(String name, int longest) {
        return given(name).map(value -> {
            if (!(value instanceof JsonString text)) {
                throw malformed(name);
            }
            String stripped = text.getString().strip();
            if (stripped.length() > longest) {
                throw new BusinessException("shared.field-too-long", path(name), longest);
            }
            return stripped;
        });
    }

    public String text(String name, int longest) {
        return findText(name, longest).orElseThrow(() -> missing(name));
    }

    public Optional<Long> findWhole(String name, long least, long most) {
        return given(name).map(value -> {
            if (!(value instanceof JsonNumber number) || !number.isIntegral()) {
                throw new BusinessException("shared.field-not-whole", path(name));
            }
            long whole = number.bigIntegerValue().bitLength() > 62 ? Long.MAX_VALUE : number.longValue();
            if (whole < least || whole > most) {
                throw new BusinessException("shared.field-range", path(name), least, most);
            }
            return whole;
        });
    }

    /** @param least inclusive @param most inclusive */
    public long whole(String name, long least, long most) {
        return findWhole(name, least, most).orElseThrow(() -> missing(name));
    }

    public double decimal(String name, double least, double most) {
        JsonValue value = given(name).orElseThrow(() -> missing(name));
        if (!(value instanceof JsonNumber number)) {
            throw malformed(name);
        }
        double decimal = number.doubleValue();
        if (decimal < least || decimal > most) {
            throw new BusinessException("shared.field-range", path(name), least, most);
        }
        return decimal;
    }

    /** Absent is false. */
    public boolean flag(String name) {
        JsonValue value = given(name).orElse(JsonValue.FALSE);
        if (value != JsonValue.TRUE && value != JsonValue.FALSE) {
            throw malformed(name);
        }
        return value == JsonValue.TRUE;
    }

    public <E extends Enum<E>> Optional<E> findOne(String name, Class<E> type) {
        return findText(name, 80).map(text -> member(name, text, type));
    }

    public <E extends Enum<E>> E one(String name, Class<E> type) {
        return findOne(name, type).orElseThrow(() -> missing(name));
    }

    private <E extends Enum<E>> E member(String name, String text, Class<E> type) {
        return OneOf.named(type, text)
                .orElseThrow(() -> new BusinessException("shared.field-unknown-value", path(name), text));
    }

    /** Absent is none. */
    public <E extends Enum<E>> Set<E> several(String name, Class<E> type) {
        Set<E> members = EnumSet.noneOf(type);
        texts(name, 80).forEach(text -> members.add(member(name, text, type)));
        return members;
    }

    /** Absent is none. */
    public List<String> texts(String name, int longest) {
        List<String> texts = new ArrayList<>();
        for (JsonValue value : array(name)) {
            if (!(value instanceof JsonString text) || text.getString().isBlank()) {
                throw malformed(name + "[" + texts.size() + "]");
            }
            if (text.getString().strip().length() > longest) {
                throw new BusinessException("shared.field-too-long", path(name), longest);
            }
            texts.add(text.getString().strip());
        }
        return texts;
    }

    /** Absent is none. */
    public List<Fields> rows(String name) {
        List<Fields> rows = new ArrayList<>();
        for (JsonValue value : array(name)) {
            String place = name + "[" + rows.size() + "]";
            if (!(value instanceof JsonObject row)) {
                throw malformed(place);
            }
            rows.add(new Fields(row, path(place)));
        }
        return rows;
    }

    private List<JsonValue> array(String name) {
        return given(name).map(value -> {
            if (value.getValueType() != JsonValue.ValueType.ARRAY) {
                throw malformed(name);
            }
            return List.copyOf(value.asJsonArray());
        }).orElse(List.of());
    }

    public Fields part(String name) {
        JsonValue value = given(name).orElseThrow(() -> missing(name));
        if (!(value instanceof JsonObject part)) {
            throw malformed(name);
        }
        return new Fields(part, path(name));
    }

    /** @throws BusinessException when there is a field nobody asked for: what is misspelt is not silently left out */
    public void nothingElse() {
        json.keySet().stream().filter(name -> !asked.contains(name)).findFirst().ifPresent(name -> {
            throw new BusinessException("shared.field-unknown", path(name));
        });
    }

    /** Makes a value of what was read. @throws BusinessException with that code and the place, when the value refuses to be made */
    public <T> T made(String refusal, Supplier<T> value) {
        try {
            return value.get();
        } catch (IllegalArgumentException refused) {
            throw new BusinessException(refusal, path);
        }
    }
}
