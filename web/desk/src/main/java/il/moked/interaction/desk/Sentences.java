// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.desk;

import il.moked.agent.ejb.Colleagues;
import il.moked.interaction.InteractionEvent.Kind;
import il.moked.interaction.WrapUpReason;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.ConversationReading.Happened;
import il.moked.shared.desk.Screen;
import il.moked.shared.ui.ActiveLocale;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.text.MessageFormat;
import java.util.List;
import java.util.Map;
import java.util.ResourceBundle;

/** What happened to a conversation, in words. */
@RequestScoped
public class Sentences {
    private static final char FIRST_STRONG_ISOLATE = '\u2068';
    private static final char POP_ISOLATE = '\u2069';

    @Inject
    ActiveLocale locale;
    @Inject
    Screen screen;
    @Inject
    ConversationReading reading;
    @Inject
    Colleagues colleagues;

    private List<WrapUpReason> reasons;
    private List<Colleagues.TeamLine> teams;

    String of(Happened event, Map<String, Colleagues.Person> names) {
        String actor = name(event.actor(), names);
        String detail = event.detail() == null ? "" : event.detail();
        String other = switch (event.event()) {
            case HANDED_OVER, CONSULTED -> names.containsKey(detail) ? names.get(detail).name(screen.language()) : team(detail);
            case CLOSED -> reason(detail);
            case LINK_SENT, LINK_OPENED, LINK_DONE, LINK_WITHDRAWN -> text("link." + detail);
            default -> detail;
        };
        return say(key(event.event(), other), isolated(actor), isolated(other));
    }

    /** Some events can be told without what else is known of them. */
    private static String key(Kind kind, String other) {
        return "event." + kind + (other.isBlank() && (kind == Kind.CLOSED || kind == Kind.HANDED_OVER || kind == Kind.CALL_STARTED) ? ".bare" : "");
    }

    String closed(String reference) {
        return say("closed", isolated(reference));
    }

    String handedTo(String name) {
        return say("handed", isolated(name));
    }

    String asked(String name) {
        return say("asked", isolated(name));
    }

    String rings(String name) {
        return say("rings", isolated(name));
    }

    private String name(String actor, Map<String, Colleagues.Person> names) {
        return names.containsKey(actor) ? names.get(actor).name(screen.language()) : text("nobody");
    }

    private String reason(String code) {
        if (reasons == null) {
            reasons = reading.wrapUpReasons();
        }
        return reasons.stream().filter(reason -> reason.code().equals(code)).map(reason -> reason.name(screen.language())).findFirst().orElse("");
    }

    private String team(String code) {
        if (teams == null) {
            teams = colleagues.teams();
        }
        return teams.stream().filter(team -> team.code().equals(code)).map(team -> team.name(screen.language())).findFirst().orElse(code);
    }

    private String say(String key, Object... arguments) {
        return new MessageFormat(text(key), locale.getLocale()).format(arguments);
    }

    private String text(String key) {
        return ResourceBundle.getBundle("il.moked.interaction.desk.interaction", locale.getLocale()).getString(key);
    }

    /** A name within a sentence: neither changes the other's direction (Unicode Bidirectional Algorithm, isolates). */
    static String isolated(String text) {
        return FIRST_STRONG_ISOLATE + text + POP_ISOLATE;
    }
}
