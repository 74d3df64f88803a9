// SPDX-License-Identifier: Apache-2.0
package il.moked.routing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.Rows;
import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.agent.Agent;
import il.moked.agent.Agents;
import il.moked.agent.ejb.Attendance;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Call;
import il.moked.interaction.Calls;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.TelephonyCommand;
import il.moked.interaction.ejb.CallEvent;
import il.moked.interaction.ejb.CallEvent.Type;
import il.moked.routing.ejb.Offers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** A team with a telephone line, agents and doors of its own, so that what waits there is one test's alone; and an exchange that tells of calls as old as a test wants. */
@ApplicationScoped
public class PhoneFloor {
    static final Duration PATIENCE = Duration.ofSeconds(40);

    @Inject
    AsSystem system;
    @Inject
    StaffUsers users;
    @Inject
    Agents agents;
    @Inject
    Attendance attendance;
    @Inject
    Offers offers;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Reception reception;
    @Inject
    Calls calls;
    @Inject
    Interactions interactions;
    @Inject
    WorkItems workItems;
    @Inject
    StatutoryRecords records;
    @Inject
    Rows rows;

    private final HttpClient http = HttpClient.newHttpClient();

    /** One test's own line. */
    final class Line {
        final String mark = UUID.randomUUID().toString().substring(0, 8);
        final long queue;
        final Team team;
        final List<String> staff = new ArrayList<>();

        private Line() {
            team = new Team("t-" + mark, "צוות", "Team");
            queue = system.inTransaction(() -> {
                users.add(team);
                WorkQueue line = new WorkQueue("q-" + mark, "תור", "Line", team);
                workItems.add(line);
                return line.id();
            });
            door(Channel.PHONE, Map.of("menu.1", "fault", "menu.2", "bill", "menu.9", "callback"));
        }

        /** Code of an account on that channel whose contacts wait in this line. */
        String code(Channel channel) {
            return channel.name().toLowerCase(java.util.Locale.ROOT) + "-" + mark;
        }

        String door(Channel channel, Map<String, String> settings) {
            system.inTransaction(() -> {
                accounts.add(new ChannelAccount(code(channel), channel, "בנק", "Bank", null, "en", queue).acknowledging().with(settings));
                return null;
            });
            return code(channel);
        }

        /** Somebody who knows the demo's password, at home, with a telephone. */
        String agent() {
            String name = "law-" + mark + "-" + staff.size();
            system.inTransaction(() -> {
                StaffUser user = new StaffUser(name, "נציג", "Agent", users.findByName("dana").orElseThrow().passwordHash(), team, Set.of(Role.AGENT, Role.SUPERVISOR));
                users.add(user);
                Agent agent = new Agent(user, team, Instant.now());
                agent.sitsAt("9" + mark + staff.size());
                agents.add(agent);
                return null;
            });
            staff.add(name);
            return name;
        }

        String extension(String agent) {
            return "9" + mark + staff.indexOf(agent);
        }

        /** A new call, dialled at that moment. */
        Told dials(Instant dialled) {
            return new Told(this, "law-" + UUID.randomUUID(), dialled);
        }

        void close() throws Exception {
            for (String agent : staff) {
                As.run(agent, attendance::offline);
            }
            rows.change("update work_item set state = 'DONE' where queue_id = ?", queue);
            rows.change("update statutory_record set running = false where queue_id = ?", queue);
            rows.change("update channel_account set enabled = false where queue_id = ?", queue);
        }
    }

    /** What the exchange tells of one call. */
    final class Told {
        final Line line;
        final String id;
        final Instant dialled;

        private Told(Line line, String id, Instant dialled) {
            this.line = line;
            this.id = id;
            this.dialled = dialled;
        }

        CallEvent event(Type type, int seconds) {
            return CallEvent.of(UUID.randomUUID().toString(), id, type, dialled.plusSeconds(seconds));
        }

        Told tell(CallEvent event) {
            reception.receive(line.code(Channel.PHONE), event.id(), id, event.bytes());
            return this;
        }

        /** He chose by a key and waits for an agent. */
        Told waits(String number, String key, int seconds) {
            tell(event(Type.OFFERED, 0).from(number, "*2700"));
            if (key != null) {
                tell(event(Type.MENU, seconds - 1).chose(key, null));
            }
            tell(event(Type.QUEUED, seconds));
            await().atMost(PATIENCE).until(() -> item().isPresent());
            return this;
        }

        Optional<Call> row() {
            return system.inTransaction(() -> calls.find(accounts.get(line.code(Channel.PHONE)).id(), id));
        }

        long interaction() {
            return await().atMost(PATIENCE).until(this::row, Optional::isPresent).orElseThrow().interactionId();
        }

        Optional<WorkItem> item() {
            return row().flatMap(call -> PhoneFloor.this.item(call.interactionId()));
        }
    }

    Line open() {
        return new Line();
    }

    Optional<WorkItem> item(long interaction) {
        return system.inTransaction(() -> workItems.look(interaction));
    }

    Interaction interaction(long id) {
        return system.inTransaction(() -> interactions.get(id));
    }

    Interaction interaction(String reference) {
        return await().atMost(PATIENCE).until(() -> system.<Optional<Interaction>>inTransaction(() -> interactions.findByReference(reference)), Optional::isPresent).orElseThrow();
    }

    Optional<StatutoryRecord> law(long interaction, StatutoryRecord.Kind kind) {
        return system.inTransaction(() -> records.latest(interaction, kind));
    }

    /** What exchanges were asked to do in a conversation, oldest first. */
    List<TelephonyCommand> asked(long interaction, TelephonyCommand.Kind kind) {
        return system.inTransaction(() -> calls.commandsIn(interaction).stream().filter(command -> command.kind() == kind).toList());
    }

    /** Awaits the offer of a conversation and takes it. */
    void accepts(String agent, long interaction) throws Exception {
        As.run(agent, () -> {
            attendance.available();
            WorkItems.Offer offer = await().atMost(PATIENCE).until(() -> offers.mine().stream().filter(mine -> mine.interactionId() == interaction).findFirst(), Optional::isPresent).orElseThrow();
            offers.accept(offer.workItemId());
        });
    }

    /** Kinds of what happened to a conversation. */
    List<String> happened(long interaction) throws SQLException {
        return rows.texts("select kind from interaction_event where interaction_id = ? order by id", interaction);
    }

    /** The back office, signed in as another system. */
    HttpResponse<String> get(String path) throws IOException, InterruptedException {
        return send(request(path).GET());
    }

    HttpResponse<String> post(String path, String json) throws IOException, InterruptedException {
        return send(request(path).header("Content-Type", "application/json").POST(HttpRequest.BodyPublishers.ofString(json)));
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException, InterruptedException {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(String path) {
        String user = Base64.getEncoder().encodeToString(("crm:" + As.PASSWORD).getBytes(StandardCharsets.UTF_8));
        return HttpRequest.newBuilder(URI.create("http://localhost:" + (8080 + Integer.getInteger("jboss.socket.binding.port-offset", 0)) + "/moked/api/v1/" + path)).header("Authorization", "Basic " + user);
    }

    /** Lines of the evidence about one conversation, as the export has them. */
    List<String> evidence(String reference, Instant from, Instant to) throws IOException, InterruptedException {
        HttpResponse<String> csv = get("statutory-clocks?from=" + from + "&to=" + to);
        assertThat(csv.statusCode()).as(csv.body()).isEqualTo(200);
        assertThat(csv.headers().firstValue("Content-Type").orElse("")).startsWith("text/csv");
        return csv.body().lines().filter(line -> line.startsWith(reference + ",")).toList();
    }
}
