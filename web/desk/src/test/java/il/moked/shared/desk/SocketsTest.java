// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.desk;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.shared.ejb.Notice;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import jakarta.websocket.RemoteEndpoint;
import jakarta.websocket.Session;
import java.io.StringReader;
import java.lang.reflect.Proxy;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class SocketsTest {
    private static final long NOW = 1_789_000_000_000L;
    private static final long TEAM = 1;

    private final Sockets sockets = new Sockets();

    SocketsTest() {
        sockets.clock = Clock.fixed(Instant.ofEpochMilli(NOW), ZoneOffset.UTC);
    }

    /** A page that writes down what it is poked with. */
    private static final class Page {
        final List<String> heard = new ArrayList<>();
        final Session socket;

        Page(String id) {
            RemoteEndpoint.Async remote = (RemoteEndpoint.Async) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {RemoteEndpoint.Async.class}, (proxy, method, arguments) -> {
                if (method.getName().equals("sendText")) {
                    heard.add((String) arguments[0]);
                }
                return null;
            });
            socket = (Session) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {Session.class}, (proxy, method, arguments) -> switch (method.getName()) {
                case "getId" -> id;
                case "isOpen" -> true;
                case "getAsyncRemote" -> remote;
                default -> null;
            });
        }
    }

    private Page page(String id, long userId, String shows) {
        Page page = new Page(id);
        sockets.opened(page.socket, new PushEndpoint.Who(userId, TEAM, false));
        sockets.heard(page.socket, json(shows));
        return page;
    }

    private static JsonObject json(String text) {
        return Json.createReader(new StringReader(text)).readObject();
    }

    @Test
    void whatIsForAnAgentReachesEveryPageOfHisAndNoOther() {
        Page first = page("a", 1, "{}");
        Page second = page("b", 1, "{}");
        Page other = page("c", 11, "{}");
        sockets.tell(new Notice("WorkOffered", 7L, List.of("agent:1")));
        assertThat(first.heard).containsExactly("{\"type\":\"WorkOffered\",\"interaction\":7}");
        assertThat(second.heard).hasSize(1);
        assertThat(other.heard).isEmpty();
    }

    @Test
    void whatIsForATeamReachesWhoIsOfIt() {
        Page mate = page("a", 1, "{}");
        Page other = new Page("b");
        sockets.opened(other.socket, new PushEndpoint.Who(2, TEAM + 10, false));
        Page administrator = new Page("c");
        sockets.opened(administrator.socket, new PushEndpoint.Who(3, null, false));
        sockets.tell(new Notice("LeadActed", null, List.of("team:" + TEAM)));
        assertThat(mate.heard).containsExactly("{\"type\":\"LeadActed\"}");
        assertThat(other.heard).isEmpty();
        assertThat(administrator.heard).isEmpty();
    }

    @Test
    void whatHappensToAConversationReachesThePagesThatListItOrHaveItOpen() {
        Page lists = page("a", 1, "{\"open\":null,\"list\":[7,8]}");
        Page open = page("b", 2, "{\"open\":7,\"list\":[]}");
        Page elsewhere = page("c", 3, "{\"open\":70,\"list\":[77]}");
        sockets.tell(new Notice("MessageReceived", 7L, List.of("interaction:7")));
        assertThat(lists.heard).hasSize(1);
        assertThat(open.heard).hasSize(1);
        assertThat(elsewhere.heard).isEmpty();
    }

    @Test
    void whatHappensBetweenReadingAConversationAndSayingThatItIsOpenIsToldWhenItIsSaid() {
        Page page = page("a", 1, "{}");
        sockets.tell(new Notice("CallChanged", 7L, List.of("interaction:7")));
        assertThat(page.heard).isEmpty();
        sockets.heard(page.socket, json("{\"open\":7,\"drawn\":" + NOW + "}"));
        assertThat(page.heard).containsExactly("{\"type\":\"CallChanged\",\"interaction\":7}");
        sockets.heard(page.socket, json("{\"open\":7,\"drawn\":" + NOW + "}"));
        assertThat(page.heard).as("once").hasSize(1);
        assertThat(page("b", 1, "{\"open\":7,\"drawn\":" + (NOW + 1) + "}").heard).as("it was read later").isEmpty();
    }

    @Test
    void onePageIsPokedOnceForOneEvent() {
        Page page = page("a", 1, "{\"open\":7,\"list\":[7]}");
        sockets.tell(new Notice("OfferEnded", 7L, List.of("agent:1", "interaction:7")));
        assertThat(page.heard).hasSize(1);
    }

    @Test
    void whoeverHasTheSameConversationOpenIsToldThatSomebodyCameOrLeft() {
        Page first = page("a", 1, "{\"open\":7,\"list\":[]}");
        Page second = page("b", 2, "{\"open\":7,\"list\":[]}");
        assertThat(first.heard).containsExactly("{\"type\":\"Viewing\",\"interaction\":7}");
        assertThat(second.heard).isEmpty();
        sockets.closed(second.socket);
        assertThat(first.heard).hasSize(2);
    }

    @Test
    void aPageThatSaysNonsenseShowsNothing() {
        Page page = page("a", 1, "{\"open\":\"7\",\"list\":[\"7\",{},null]}");
        sockets.tell(new Notice("MessageReceived", 7L, List.of("interaction:7", "team:11", "nonsense")));
        assertThat(page.heard).isEmpty();
    }

    @Test
    void theStateOfTheServiceIsToldToSupervisorsWhoWatchItAtMostOnceAWhile() {
        List<Runnable> scheduled = new ArrayList<>();
        sockets.later = (jakarta.enterprise.concurrent.ManagedScheduledExecutorService) Proxy.newProxyInstance(getClass().getClassLoader(), new Class<?>[] {jakarta.enterprise.concurrent.ManagedScheduledExecutorService.class}, (proxy, method, arguments) -> {
            scheduled.add((Runnable) arguments[0]);
            return null;
        });
        Page agent = page("a", 1, "{\"wall\":true}");
        Page supervisor = new Page("b");
        sockets.opened(supervisor.socket, new PushEndpoint.Who(2, null, true));
        sockets.heard(supervisor.socket, json("{\"wall\":true}"));
        for (int time = 0; time < 50; time++) {
            sockets.tell(new Notice("WorkWaiting", 7L, List.of("wall")));
        }
        assertThat(supervisor.heard).containsExactly("{\"type\":\"WallChanged\"}");
        scheduled.remove(0).run();
        assertThat(supervisor.heard).hasSize(2);
        assertThat(agent.heard).isEmpty();
    }
}
