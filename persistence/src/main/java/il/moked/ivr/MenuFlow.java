// SPDX-License-Identifier: Apache-2.0
package il.moked.ivr;

import il.moked.ivr.MenuNode.Choice;
import il.moked.ivr.MenuNode.Kind;
import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One edition of a menu, whole.
 *
 * @param start code of the place where a call enters
 * @param humanKey the key that leads to a human from every place
 * @param human code of the place it leads to
 */
public record MenuFlow(String start, String humanKey, String human, List<MenuNode> nodes) {
    public static final int MOST_NODES = 60;
    public static final int LONGEST_WORDS = 300;

    public MenuFlow {
        nodes = List.copyOf(nodes);
    }

    public Optional<MenuNode> find(String code) {
        return nodes.stream().filter(node -> node.code().equals(code)).findFirst();
    }

    /** @throws BusinessException {@code ivr.unknown-node} */
    public MenuNode get(String code) {
        return find(code).orElseThrow(() -> new BusinessException("ivr.unknown-node", code == null ? "" : code));
    }

    /** Everywhere one may come to from there; the human's place by his key is not counted. */
    public static List<String> ways(MenuNode node) {
        return Stream.concat(Stream.of(node.next() == null ? "" : node.next(), node.otherwise() == null ? "" : node.otherwise()), node.choices().stream().map(Choice::next)).filter(code -> code != null && !code.isEmpty()).distinct().toList();
    }

    /** The same with another place of that name, or with one more. */
    public MenuFlow with(MenuNode changed) {
        List<MenuNode> all = new ArrayList<>(nodes);
        int at = nodes.indexOf(find(changed.code()).orElse(null));
        if (at < 0) {
            all.add(changed);
        } else {
            all.set(at, changed);
        }
        return new MenuFlow(start, humanKey, human, all);
    }

    public MenuFlow without(String code) {
        return new MenuFlow(start, humanKey, human, nodes.stream().filter(node -> !node.code().equals(code)).toList());
    }

    public MenuFlow with(String newStart, String newHumanKey, String newHuman) {
        return new MenuFlow(newStart, newHumanKey, newHuman, nodes);
    }

    /** JSON, as editions keep it. */
    public String write() {
        JsonArrayBuilder places = OneJson.PROVIDER.createArrayBuilder();
        for (MenuNode node : nodes) {
            JsonArrayBuilder keys = OneJson.PROVIDER.createArrayBuilder();
            node.choices().forEach(choice -> {
                JsonObjectBuilder key = OneJson.PROVIDER.createObjectBuilder().add("key", choice.key());
                put(key, "next", choice.next());
                put(key, "language", choice.language());
                keys.add(key);
            });
            JsonObjectBuilder place = OneJson.PROVIDER.createObjectBuilder().add("code", node.code()).add("kind", node.kind().name());
            put(place, "he", node.he());
            put(place, "en", node.en());
            put(place, "sound", node.sound());
            put(place, "next", node.next());
            put(place, "otherwise", node.otherwise());
            put(place, "subject", node.subject());
            put(place, "branch", node.branch());
            places.add(place.add("choices", keys));
        }
        return OneJson.PROVIDER.createObjectBuilder().add("start", start).add("humanKey", humanKey).add("human", human).add("nodes", places).build().toString();
    }

    private static void put(JsonObjectBuilder json, String name, String value) {
        if (value != null && !value.isEmpty()) {
            json.add(name, value);
        }
    }

    /** @throws BusinessException {@code ivr.unreadable} */
    public static MenuFlow read(String content) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(content))) {
            JsonObject json = reader.readObject();
            return new MenuFlow(json.getString("start"), json.getString("humanKey"), json.getString("human"), json.getJsonArray("nodes").getValuesAs(JsonObject.class).stream().map(MenuFlow::node).toList());
        } catch (RuntimeException unreadable) {
            throw new BusinessException("ivr.unreadable");
        }
    }

    private static MenuNode node(JsonObject json) {
        List<Choice> choices = json.containsKey("choices") ? json.getJsonArray("choices").getValuesAs(JsonObject.class).stream().map(choice -> new Choice(choice.getString("key"), choice.getString("next", null), choice.getString("language", null))).toList() : List.of();
        return new MenuNode(json.getString("code"), Kind.valueOf(json.getString("kind")), json.getString("he", null), json.getString("en", null), json.getString("sound", null), json.getString("next", null), json.getString("otherwise", null),
                json.getString("subject", null), json.getString("branch", null), choices);
    }
}
