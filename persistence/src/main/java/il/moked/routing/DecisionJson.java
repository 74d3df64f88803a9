// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import il.moked.agent.WorkWeight;
import il.moked.channel.Channel;
import il.moked.routing.Decision.Candidate;
import il.moked.routing.Decision.Reason;
import il.moked.routing.Decision.Refusal;
import il.moked.routing.Decision.Why;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import jakarta.json.JsonString;
import java.io.StringReader;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** A decision as one JSON object. What agents declined an item before is not kept in it: the decisions before this one tell. */
final class DecisionJson {
    private DecisionJson() {
    }

    static String write(Decision decision) {
        WaitingItem item = decision.item();
        JsonObjectBuilder json = Json.createObjectBuilder().add("item", item.id()).add("queue", item.queueId()).add("channel", item.channel().name()).add("units", item.weight().units()).add("interruptible", item.weight().interruptible())
                .add("asked", item.requirement().text()).add("since", item.waitingSince().toString()).add("due", item.dueAt().toString()).add("target", item.target().toMillis());
        if (item.preferredAgentId() != null) {
            json.add("preferred", item.preferredAgentId());
        }
        if (decision.somebody()) {
            json.add("agent", decision.agentId());
        }
        if (decision.kept() != null) {
            json.add("kept", decision.kept());
        }
        json.add("why", decision.why().name()).add("floor", decision.floorShare()).add("rules", decision.ruleVersion()).add("at", decision.at().toString()).add("waited", decision.waited().toMillis()).add("step", decision.step())
                .add("dropped", codes(decision.dropped())).add("able", decision.able());
        JsonArrayBuilder candidates = Json.createArrayBuilder();
        decision.candidates().forEach(candidate -> candidates.add(Json.createObjectBuilder().add("agent", candidate.agentId()).add("suits", candidate.suits()).add("idle", candidate.idleSeconds()).add("score", candidate.score())));
        JsonObjectBuilder refused = Json.createObjectBuilder();
        decision.refused().forEach((reason, count) -> refused.add(reason.name(), count));
        JsonArrayBuilder examples = Json.createArrayBuilder();
        decision.examples().forEach(example -> examples.add(Json.createObjectBuilder().add("agent", example.agentId()).add("reason", example.reason().name()).add("missing", codes(example.missing()))));
        return json.add("candidates", candidates).add("refused", refused).add("examples", examples).build().toString();
    }

    private static JsonArrayBuilder codes(Collection<String> codes) {
        JsonArrayBuilder array = Json.createArrayBuilder();
        codes.forEach(array::add);
        return array;
    }

    static Decision read(String text) {
        try (JsonReader reader = Json.createReader(new StringReader(text))) {
            JsonObject json = reader.readObject();
            WaitingItem item = new WaitingItem(number(json, "item"), number(json, "queue"), Channel.valueOf(json.getString("channel")), new WorkWeight(json.getInt("units"), json.getBoolean("interruptible")),
                    Requirement.parse(json.getString("asked")), Instant.parse(json.getString("since")), Instant.parse(json.getString("due")), Duration.ofMillis(number(json, "target")), optional(json, "preferred"), Map.of());
            List<Candidate> candidates = json.getJsonArray("candidates").getValuesAs(JsonObject.class).stream()
                    .map(one -> new Candidate(number(one, "agent"), one.getInt("suits"), number(one, "idle"), one.getJsonNumber("score").doubleValue())).toList();
            Map<Reason, Integer> refused = new EnumMap<>(Reason.class);
            json.getJsonObject("refused").forEach((reason, count) -> refused.put(Reason.valueOf(reason), Integer.valueOf(count.toString())));
            List<Refusal> examples = json.getJsonArray("examples").getValuesAs(JsonObject.class).stream().map(one -> new Refusal(number(one, "agent"), Reason.valueOf(one.getString("reason")), codes(one, "missing"))).toList();
            return new Decision(item, optional(json, "agent"), Why.valueOf(json.getString("why")), json.getBoolean("floor"), json.getInt("rules"), Instant.parse(json.getString("at")), Duration.ofMillis(number(json, "waited")),
                    json.getInt("step"), codes(json, "dropped"), optional(json, "kept"), candidates, json.getInt("able"), Map.copyOf(refused), examples);
        }
    }

    private static Set<String> codes(JsonObject json, String name) {
        Set<String> codes = new TreeSet<>();
        json.getJsonArray(name).getValuesAs(JsonString.class).forEach(code -> codes.add(code.getString()));
        return codes;
    }

    private static long number(JsonObject json, String name) {
        return json.getJsonNumber(name).longValue();
    }

    private static Long optional(JsonObject json, String name) {
        return json.containsKey(name) ? (Long) number(json, name) : null;
    }
}
