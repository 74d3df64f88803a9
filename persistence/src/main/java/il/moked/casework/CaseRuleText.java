// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;
import il.moked.shared.OneJson;
import il.moked.shared.OneOf;
import jakarta.json.JsonArray;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonStructure;
import java.io.StringReader;
import java.util.List;
import java.util.function.Function;

/** Rules, macros and what came of them as they are kept: JSON. */
public final class CaseRuleText {
    private CaseRuleText() {
    }

    public static String of(CaseRuleContent content) {
        JsonObjectBuilder all = OneJson.PROVIDER.createObjectBuilder().add("he", content.hebrewName()).add("en", content.englishName()).add("trigger", content.trigger().name()).add("business", content.business());
        if (content.hours() != null) {
            all.add("hours", content.hours());
        }
        return all.add("conditions", array(content.conditions(), CaseRuleText::object)).add("actions", array(content.actions(), CaseRuleText::object)).build().toString();
    }

    public static CaseRuleContent content(String text) {
        JsonObject all = (JsonObject) read(text);
        return new CaseRuleContent(all.getString("he"), all.getString("en"), CaseTrigger.valueOf(all.getString("trigger")), all.containsKey("hours") ? all.getInt("hours") : null, all.getBoolean("business"),
                list(all.getJsonArray("conditions"), CaseRuleText::condition), list(all.getJsonArray("actions"), CaseRuleText::action));
    }

    public static String ofActions(List<CaseAction> actions) {
        return array(actions, CaseRuleText::object).build().toString();
    }

    /** @throws BusinessException {@code shared.bad-request}, and what the parts refuse */
    public static List<CaseAction> actions(String text) {
        return parts(text, CaseRuleText::action);
    }

    /** @throws BusinessException {@code shared.bad-request}, and what the parts refuse */
    public static List<CaseCondition> conditions(String text) {
        return parts(text, CaseRuleText::condition);
    }

    static String ofChecks(List<CaseCondition.Check> checks) {
        return array(checks, check -> object(check.condition()).add("actual", check.actual()).add("holds", check.holds())).build().toString();
    }

    static List<CaseCondition.Check> checks(String text) {
        return list((JsonArray) read(text), check -> new CaseCondition.Check(condition(check), check.getString("actual"), check.getBoolean("holds")));
    }

    static String ofDeeds(List<CaseRuleFiring.Deed> deeds) {
        return array(deeds, deed -> {
            JsonObjectBuilder object = OneJson.PROVIDER.createObjectBuilder().add("kind", deed.kind().name()).add("value", deed.value());
            return deed.refusal() == null ? object : object.add("refusal", deed.refusal());
        }).build().toString();
    }

    static List<CaseRuleFiring.Deed> deeds(String text) {
        return list((JsonArray) read(text), deed -> new CaseRuleFiring.Deed(CaseAction.Kind.valueOf(deed.getString("kind")), deed.getString("value"), deed.getString("refusal", null)));
    }

    private static JsonObjectBuilder object(CaseCondition condition) {
        return OneJson.PROVIDER.createObjectBuilder().add("field", condition.field().name()).add("operator", condition.operator().name()).add("value", condition.value());
    }

    private static CaseCondition condition(JsonObject object) {
        return new CaseCondition(member(CaseCondition.Field.class, object, "field"), member(CaseCondition.Operator.class, object, "operator"), object.getString("value", null));
    }

    private static JsonObjectBuilder object(CaseAction action) {
        JsonObjectBuilder object = OneJson.PROVIDER.createObjectBuilder().add("kind", action.kind().name()).add("value", action.value());
        return action.kind().written() ? object.add("he", action.hebrew()).add("en", action.english()) : object;
    }

    private static CaseAction action(JsonObject object) {
        return new CaseAction(member(CaseAction.Kind.class, object, "kind"), object.getString("value", null), object.getString("he", null), object.getString("en", null));
    }

    private static <E extends Enum<E>> E member(Class<E> type, JsonObject object, String name) {
        return OneOf.named(type, object.getString(name, null)).orElse(null);
    }

    private static <T> JsonArrayBuilder array(List<T> parts, Function<T, JsonObjectBuilder> written) {
        JsonArrayBuilder array = OneJson.PROVIDER.createArrayBuilder();
        parts.forEach(part -> array.add(written.apply(part)));
        return array;
    }

    private static <T> List<T> parts(String text, Function<JsonObject, T> part) {
        try {
            return text == null || text.isBlank() ? List.of() : list((JsonArray) read(text), part);
        } catch (JsonException | ClassCastException notOurs) {
            throw new BusinessException("shared.bad-request");
        }
    }

    private static <T> List<T> list(JsonArray array, Function<JsonObject, T> part) {
        return array.getValuesAs(JsonObject.class).stream().map(part).toList();
    }

    private static JsonStructure read(String text) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(text))) {
            return reader.read();
        }
    }
}
