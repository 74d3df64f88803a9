// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import il.moked.shared.OneJson;
import il.moked.shared.ejb.Notice;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import jakarta.websocket.Session;
import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/**
 * The open pages of this node: who sits before them and which conversations they show. What is pushed is only "look
 * again", with a kind and an id; the page reads the rest with the rights of its user.
 */
@ApplicationScoped
public class Sockets {
    private static final int MOST_SHOWN = 200;
    private static final int MOST_REMEMBERED = 2_000;
    private static final String AGENT = "agent:";
    private static final String TEAM = "team:";
    private static final String INTERACTION = "interaction:";

    private static final Duration WALL_PACE = Duration.ofSeconds(1);
    private static final String WALL_CHANGED = "{\"type\":\"WallChanged\"}";

    private final Map<String, Page> pages = new ConcurrentHashMap<>();
    /** The last that happened to each of the conversations something happened to last. */
    private final Map<Long, Happened> happened = Collections.synchronizedMap(new LinkedHashMap<>() {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Happened> eldest) {
            return size() > MOST_REMEMBERED;
        }
    });
    private final Pace wall = new Pace(WALL_PACE, this::wallChanged);

    @Resource
    ManagedScheduledExecutorService later;
    @Inject
    Clock clock;

    private record Happened(long at, String type) {
    }

    /** One open page. {@code shown} are the conversations it lists or has open. */
    static final class Page {
        final Session socket;
        final PushEndpoint.Who who;
        volatile Set<Long> shown = Set.of();
        volatile Long open;
        volatile boolean wall;

        Page(Session socket, PushEndpoint.Who who) {
            this.socket = socket;
            this.who = who;
        }

        boolean concernedBy(String whom) {
            if (whom.startsWith(AGENT)) {
                return whom.equals(AGENT + who.userId());
            }
            if (whom.startsWith(TEAM)) {
                return whom.equals(TEAM + who.teamId());
            }
            return whom.startsWith(INTERACTION) && shown.stream().anyMatch(id -> whom.equals(INTERACTION + id));
        }

        void poke(String json) {
            if (socket.isOpen()) {
                socket.getAsyncRemote().sendText(json);
            }
        }
    }

    void opened(Session socket, PushEndpoint.Who who) {
        pages.put(socket.getId(), new Page(socket, who));
    }

    void closed(Session socket) {
        Page page = pages.remove(socket.getId());
        if (page != null && page.open != null) {
            others(page, page.open);
        }
    }

    /**
     * The page says what it shows: {@code {"open":7,"drawn":1789000000000,"list":[7,9]}}, or {@code {"wall":true}} for the state of the service, which only a supervisor is told of. Who has the same conversation open
     * looks who is there. What happened to the conversation after the page's content was read, at the millisecond {@code drawn}, and before this was said, the page is told now.
     */
    void heard(Session socket, JsonObject said) {
        Page page = pages.get(socket.getId());
        if (page == null) {
            return;
        }
        page.wall = page.who.supervisor() && JsonValue.TRUE.equals(said.get("wall"));
        Long before = page.open;
        page.open = said.get("open") instanceof JsonNumber number ? Long.valueOf(number.longValue()) : null;
        Set<Long> shown = new HashSet<>();
        if (said.get("list") instanceof JsonArray list) {
            list.stream().limit(MOST_SHOWN).filter(JsonNumber.class::isInstance).forEach(id -> shown.add(((JsonNumber) id).longValue()));
        }
        if (page.open != null) {
            shown.add(page.open);
            others(page, page.open);
        }
        if (before != null && !before.equals(page.open)) {
            others(page, before);
        }
        if (page.open != null && !page.open.equals(before) && said.get("drawn") instanceof JsonNumber drawn) {
            Happened last = happened.get(page.open);
            if (last != null && last.at() >= drawn.longValue()) {
                page.poke(json(last.type(), page.open));
            }
        }
        page.shown = Set.copyOf(shown);
    }

    private void others(Page page, Long interaction) {
        String json = json("Viewing", interaction);
        pages.values().stream().filter(other -> other != page && other.who.userId() != page.who.userId() && interaction.equals(other.open)).forEach(other -> other.poke(json));
    }

    /** Who sits before a page of this node. */
    public Set<Long> users() {
        return pages.values().stream().filter(page -> page.socket.isOpen()).map(page -> page.who.userId()).collect(Collectors.toSet());
    }

    /** Pokes the pages that something concerns. */
    void tell(Notice notice) {
        if (notice.interaction() != null) {
            happened.remove(notice.interaction());
            happened.put(notice.interaction(), new Happened(clock.millis(), notice.type()));
        }
        String json = json(notice.type(), notice.interaction());
        for (Page page : concerned(pages.values(), notice.audience())) {
            page.poke(json);
        }
        if (notice.audience().contains(Notice.WALL) && pages.values().stream().anyMatch(page -> page.wall)) {
            wall.ask(later);
        }
    }

    private void wallChanged() {
        pages.values().stream().filter(page -> page.wall).forEach(page -> page.poke(WALL_CHANGED));
    }

    static List<Page> concerned(Collection<Page> pages, List<String> audience) {
        return pages.stream().filter(page -> audience.stream().anyMatch(page::concernedBy)).toList();
    }

    private static String json(String type, Long interaction) {
        JsonObjectBuilder json = OneJson.PROVIDER.createObjectBuilder().add("type", type);
        if (interaction != null) {
            json.add("interaction", interaction);
        }
        return json.build().toString();
    }
}
