// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.Call;
import il.moked.shared.OneJson;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonReader;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;

/**
 * One thing an exchange tells of a call: the event half of the telephony port (docs/telephony.md). Everything but the
 * first four may be null; what is given is taken, whatever the type is. In the inbox it is JSON in UTF-8.
 *
 * @param id the exchange's own, unique on the account: the same one again is nothing new
 * @param call the exchange's own id of the call, the same in all its events
 * @param at when it happened, by the exchange's clock
 * @param caller the number he calls from; null when withheld
 * @param key pressed in the menu; at DIGITS all that was pressed, null for nothing in time @param subject its code; null when the account's settings know it by the key
 * @param extension of the agent who answered
 * @param to the extension or number it was transferred to
 * @param recording an http(s) link
 * @param command of ours that made this call, or, at DIGITS, that asked for the keys; or null
 */
public record CallEvent(String id, String call, Type type, Instant at, Call.Direction direction, String caller, String dialled, String nationalId, String key, String subject, String language, String extension, String to,
        Call.EndedBy by, String recording, Long command) implements Incoming {

    public enum Type { OFFERED, MENU, QUEUED, ANSWERED, HELD, RESUMED, TRANSFERRED, RECORDED, DIGITS, ENDED }

    public static CallEvent of(String id, String call, Type type, Instant at) {
        return new CallEvent(id, call, type, at, null, null, null, null, null, null, null, null, null, null, null, null);
    }

    public CallEvent from(String callerNumber, String dialledNumber) {
        return new CallEvent(id, call, type, at, direction, callerNumber, dialledNumber, nationalId, key, subject, language, extension, to, by, recording, command);
    }

    /** @param keys that were pressed, null when none were in time @param prompt the command that asked for them */
    public CallEvent pressed(String keys, Long prompt) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, keys, subject, language, extension, to, by, recording, prompt);
    }

    /** What was typed in answer to a menu is not kept. */
    CallEvent withoutKeys() {
        return pressed(null, command);
    }

    public CallEvent outbound(Long commandId) {
        return new CallEvent(id, call, type, at, Call.Direction.OUTBOUND, caller, dialled, nationalId, key, subject, language, extension, to, by, recording, commandId);
    }

    public CallEvent chose(String pressed, String code) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, pressed, code, language, extension, to, by, recording, command);
    }

    public CallEvent typed(String identityNumber) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, identityNumber, key, subject, language, extension, to, by, recording, command);
    }

    public CallEvent speaking(String spoken) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, key, subject, spoken, extension, to, by, recording, command);
    }

    public CallEvent at(String agentExtension) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, key, subject, language, agentExtension, to, by, recording, command);
    }

    public CallEvent to(String target) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, key, subject, language, extension, target, by, recording, command);
    }

    public CallEvent endedBy(Call.EndedBy who) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, key, subject, language, extension, to, who, recording, command);
    }

    public CallEvent recordedAt(String link) {
        return new CallEvent(id, call, type, at, direction, caller, dialled, nationalId, key, subject, language, extension, to, by, link, command);
    }

    /** No clock of an exchange makes a thing happen after we heard of it. */
    CallEvent heardAt(Instant received) {
        Instant happened = at == null || at.isAfter(received) ? received : at;
        return new CallEvent(id, call, type, happened, direction, caller, dialled, nationalId, key, subject, language, extension, to, by, recording, command);
    }

    public byte[] bytes() {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("id", id).add("call", call).add("type", type.name());
        put(json, "at", at);
        put(json, "direction", direction);
        put(json, "caller", caller);
        put(json, "dialled", dialled);
        put(json, "nationalId", nationalId);
        put(json, "key", key);
        put(json, "subject", subject);
        put(json, "language", language);
        put(json, "extension", extension);
        put(json, "to", to);
        put(json, "by", by);
        put(json, "recording", recording);
        if (command != null) {
            json.add("command", command);
        }
        return json.build().toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void put(JsonObjectBuilder json, String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            json.add(name, value.toString());
        }
    }

    /**
     * @param received when it came: no clock of an exchange makes a thing happen later than we heard of it
     * @throws RuntimeException when it is not what {@link #bytes} wrote
     */
    public static CallEvent read(byte[] raw, Instant received) {
        try (JsonReader reader = OneJson.PROVIDER.createReader(new StringReader(new String(raw, StandardCharsets.UTF_8)))) {
            JsonObject json = reader.readObject();
            String at = json.getString("at", null);
            String direction = json.getString("direction", null);
            String by = json.getString("by", null);
            Long command = json.containsKey("command") ? Long.valueOf(json.getJsonNumber("command").longValue()) : null;
            return new CallEvent(json.getString("id"), json.getString("call"), Type.valueOf(json.getString("type")), at == null ? null : Instant.parse(at), direction == null ? null : Call.Direction.valueOf(direction),
                    json.getString("caller", null), json.getString("dialled", null), json.getString("nationalId", null), json.getString("key", null), json.getString("subject", null), json.getString("language", null),
                    json.getString("extension", null), json.getString("to", null), by == null ? null : Call.EndedBy.valueOf(by), json.getString("recording", null), command).heardAt(received);
        }
    }
}
