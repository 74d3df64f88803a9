// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.Choices;
import il.moked.interaction.ejb.ChatSessions.Line;
import il.moked.interaction.ejb.ChatSessions.Standing;
import il.moked.interaction.ejb.FormShown;
import il.moked.routing.WorkItems;
import il.moked.routing.ejb.Waiting.Place;
import il.moked.routing.ejb.Waiting.Promised;
import il.moked.shared.OneJson;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import java.util.List;
import java.util.Optional;

/** What is new for a chat window, and where its visitor stands. */
record ChatPicture(List<Line> lines, Standing standing, Optional<FormShown> form, Optional<Place> place, Optional<Promised> callback) {
    private static final long MINUTE = 60;

    /** What concerns this session: that it became a conversation, and then that one. */
    List<String> topics() {
        Long interaction = standing.interactionId();
        String chat = "chat:" + standing.sessionId();
        return interaction == null ? List.of(chat) : List.of(chat, "interaction:" + interaction);
    }

    /** Position of the newest line. @param before what the window has when nothing is new */
    int last(int before) {
        return lines.isEmpty() ? before : lines.get(lines.size() - 1).position();
    }

    JsonObject json() {
        return OneJson.PROVIDER.createObjectBuilder().add("lines", linesJson()).add("standing", standingJson()).build();
    }

    JsonArrayBuilder linesJson() {
        JsonArrayBuilder all = OneJson.PROVIDER.createArrayBuilder();
        for (Line line : lines) {
            JsonObjectBuilder one = OneJson.PROVIDER.createObjectBuilder().add("position", line.position()).add("mine", line.mine()).add("text", line.text()).add("at", line.at().toString());
            if (line.id() != null) {
                one.add("id", line.id());
            }
            if (!line.mine()) {
                one.add("author", line.author());
            }
            line.choices().ifPresent(choices -> one.add("choices", OneJson.PROVIDER.createObjectBuilder().add("question", choices.question()).add("id", Choices.answerTo(line.position())).add("options", OneJson.PROVIDER.createArrayBuilder(choices.options()))));
            if (!line.files().isEmpty()) {
                JsonArrayBuilder files = OneJson.PROVIDER.createArrayBuilder();
                line.files().forEach(file -> files.add(OneJson.PROVIDER.createObjectBuilder().add("id", file.id()).add("name", file.fileName()).add("size", file.size())));
                one.add("files", files);
            }
            all.add(one);
        }
        return all;
    }

    /**
     * {@code form}: what agent and visitor fill in together, of what is secret no {@code content}. {@code writing} while the agent does; {@code readTo}: how far he has read. {@code state}: new (nothing said), waiting, served, closed. While waiting: {@code place}, {@code atLeast} when the
     * line was not counted to its end, {@code minutes} rounded up; without minutes nobody is there to be waited for.
     * Who waits to be called has {@code callback}: the number, and {@code from} when he picked a moment; who may ask for it
     * has {@code callable}.
     */
    JsonObject standingJson() {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("state", state());
        if (standing.agentName() != null) {
            json.add("agent", standing.agentName());
        }
        if (standing.writing()) {
            json.add("writing", true);
        }
        if (standing.readTo() > 0) {
            json.add("readTo", standing.readTo());
        }
        form.ifPresent(open -> json.add("form", formJson(open)));
        place.filter(Place::told).ifPresent(where -> {
            json.add("place", where.place()).add("atLeast", where.place() > WorkItems.COUNT_LIMIT);
            if (where.expected() != null) {
                json.add("minutes", (where.expected().toSeconds() + MINUTE - 1) / MINUTE);
            }
        });
        if (place.isPresent() && callback.isEmpty()) {
            json.add("callable", true);
        }
        callback.ifPresent(promised -> {
            JsonObjectBuilder call = OneJson.PROVIDER.createObjectBuilder().add("number", promised.number());
            if (promised.from() != null) {
                call.add("from", promised.from().toString());
            }
            json.add("callback", call);
        });
        return json.build();
    }

    private static JsonObjectBuilder formJson(FormShown form) {
        JsonArrayBuilder fields = OneJson.PROVIDER.createArrayBuilder();
        form.fields().forEach(field -> fields.add(OneJson.PROVIDER.createObjectBuilder().add("place", field.place()).add("kind", field.kind().name()).add("he", field.hebrewLabel()).add("en", field.englishLabel()).add("required", field.required())
                .add("content", field.content()).add("filled", field.filled())));
        return OneJson.PROVIDER.createObjectBuilder().add("id", form.id()).add("he", form.hebrewName()).add("en", form.englishName()).add("fields", fields);
    }

    private String state() {
        if (standing.closed()) {
            return "closed";
        }
        if (standing.served()) {
            return "served";
        }
        return standing.interactionId() == null ? "new" : "waiting";
    }
}
