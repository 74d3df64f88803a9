// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import il.moked.AnyDatabase;
import il.moked.As;
import il.moked.channel.Outages.Cause;
import il.moked.channel.Outages.Outage;
import il.moked.channel.Outages.Way;
import il.moked.channel.ejb.Accounts;
import il.moked.channel.ejb.SmsReception;
import il.moked.interaction.AsSystem;
import il.moked.interaction.Draft;
import il.moked.interaction.InteractionLine;
import il.moked.interaction.Message;
import il.moked.interaction.ejb.Conversation;
import il.moked.interaction.ejb.ConversationReading;
import il.moked.interaction.ejb.Drafting;
import il.moked.routing.ejb.WallReading;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.jsmpp.bean.InterfaceVersion;
import org.jsmpp.session.SMPPServerSession;
import org.jsmpp.session.SMPPServerSessionListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Providers that go away and come back: nothing is lost or sent twice, the wall says so as long as it lasts, and no other provider's customers wait for it. */
@AnyDatabase
@ArquillianTest
public class OutageIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    AsSystem system;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Accounts administration;
    @Inject
    SmsReception texts;
    @Inject
    Conversation conversation;
    @Inject
    ConversationReading reading;
    @Inject
    Drafting drafting;
    @Inject
    WallReading wall;
    @PersistenceContext(unitName = "moked")
    EntityManager entities;

    private final String code = "out-" + UUID.randomUUID().toString().substring(0, 8);
    private final String number = "+97252" + (1_000_000 + ThreadLocalRandom.current().nextInt(8_999_999));

    @BeforeEach
    void polling() {
        Awaitility.pollInSameThread();
    }

    /** What was opened for the test takes nothing more; nothing of it stays on the wall. */
    @AfterEach
    void close() throws Exception {
        As.run("dana", () -> {
            for (InteractionLine line : reading.mine()) {
                conversation.close(line.id(), "ANSWERED", null);
            }
        });
        As.run("admin", () -> {
            for (Accounts.Known account : administration.list()) {
                if (account.details().code().startsWith(code) && account.details().enabled()) {
                    administration.enable(account.id(), account.version(), false);
                }
            }
        });
        assertThat(alarm(code)).isEmpty();
    }

    private void account(String name, Channel channel, Map<String, String> settings, Mailbox mailbox) {
        system.inTransaction(() -> {
            ChannelAccount account = new ChannelAccount(name, channel, "בדיקה", "Test", channel == Channel.EMAIL ? name + "@moked.example" : "Moked", "he", accounts.get("form").queueId()).with(settings);
            accounts.add(mailbox == null ? account : account.readFrom(mailbox));
            return null;
        });
    }

    private void sms(String name, int port) {
        account(name, Channel.SMS, Map.of("driver", "http", "url", "http://127.0.0.1:" + port + "/send", "answerId", "/id"), null);
    }

    private Optional<Outage> alarm(String name) throws Exception {
        return As.user("michal", () -> wall.now().outages().stream().filter(outage -> outage.account().equals(name)).findFirst());
    }

    private void awaitAlarm(String name, Way way, Cause cause) throws Exception {
        await().atMost(PATIENCE).until(() -> alarm(name).filter(outage -> outage.way() == way && outage.cause() == cause).isPresent());
    }

    private void awaitQuiet(String name) {
        await().atMost(PATIENCE).until(() -> alarm(name).isEmpty());
    }

    private long written(String name) {
        String text = "שאלה " + UUID.randomUUID();
        assertThat(texts.receive(name, new SmsArrival.Message(UUID.randomUUID().toString(), number, "Moked", text, 0, Instant.now(), ""), List.of())).isTrue();
        return await().atMost(PATIENCE).until(() -> entities.createQuery("select m.interaction.id from Message m where m.text = :text and m.direction = :inbound", Long.class).setParameter("text", text).setParameter("inbound", Message.Direction.INBOUND).getResultList(), found -> !found.isEmpty()).get(0);
    }

    private String answered(long interaction) throws Exception {
        String text = "תשובה " + UUID.randomUUID();
        As.run("dana", () -> {
            conversation.takeOver(interaction);
            Drafting.Writing draft = drafting.open(interaction);
            drafting.save(interaction, draft.composition(), Draft.Mode.REPLY, text);
            conversation.reply(interaction, draft.composition(), text);
        });
        return text;
    }

    /** State and attempts of the answer's row in the outbox. */
    private String row(String text) {
        Object[] row = (Object[]) entities.createNativeQuery("select o.state, o.attempts from outbound_message o join message m on m.id = o.message_id where m.text = ?1").setParameter(1, text).getSingleResult();
        return row[0] + " " + row[1];
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    @Test
    void whatIsWrittenWhileAProviderIsAwayLeavesOnceWhenItIsBack() throws Exception {
        int port = freePort();
        sms(code, port);
        String text = answered(written(code));
        awaitAlarm(code, Way.SEND, Cause.UNREACHABLE);
        Instant noticed = alarm(code).orElseThrow().noticedAt();
        await().atMost(PATIENCE).until(() -> alarm(code).orElseThrow().noticedAt().isAfter(noticed));
        assertThat(row(text)).as("tried again, and as fresh as before").isEqualTo("PENDING 0");
        try (RoughProvider back = RoughProvider.answering(port)) {
            await().atMost(PATIENCE).until(() -> row(text), "ACCEPTED 1"::equals);
            awaitQuiet(code);
            assertThat(back.asked()).as("requests").isEqualTo(1);
        }
    }

    @Test
    void aProviderThatAnswersNobodyHoldsUpItsOwnMessagesOnly() throws Exception {
        String quick = code + "-q";
        try (RoughProvider silent = RoughProvider.silent(); RoughProvider other = RoughProvider.answering(0)) {
            sms(code, silent.port());
            sms(quick, other.port());
            long held = written(code);
            long free = written(quick);
            for (int message = 0; message < 10; message++) {
                answered(held);
            }
            await().atMost(PATIENCE).until(() -> silent.asked() > 1);
            String text = answered(free);
            await().atMost(Duration.ofSeconds(15)).until(() -> row(text), "ACCEPTED 1"::equals);
            assertThat(silent.asked()).as("at a time").isEqualTo(2);
            // what is held up is not waited for
            system.inTransaction(() -> entities.createNativeQuery("update outbound_message set state = 'FAILED' where state = 'PENDING' and interaction_id = " + held).executeUpdate());
        }
    }

    @Test
    void whatCannotEvenBePreparedIsNotTriedForEver() throws Exception {
        sms(code, freePort());
        long conversation = written(code);
        // as by somebody's hand in the database: mail needs an address to be sent from
        system.inTransaction(() -> entities.createNativeQuery("update channel_account set channel = 'EMAIL', address = null, version = version + 1 where code = ?1").setParameter(1, code).executeUpdate());
        String text = answered(conversation);
        await().atMost(PATIENCE).until(() -> row(text), "PENDING 2"::equals);
        system.inTransaction(() -> entities.createNativeQuery("update outbound_message set attempts = 1000, next_attempt_at = created_at where state = 'PENDING' and interaction_id = " + conversation).executeUpdate());
        await().atMost(PATIENCE).until(() -> row(text), "FAILED 1001"::equals);
    }

    @Test
    void aMailboxThatCannotBeReadIsOnTheWallUntilItsAccountIsClosed() throws Exception {
        account(code, Channel.EMAIL, Map.of(), new Mailbox("127.0.0.1", freePort(), code, false));
        awaitAlarm(code, Way.COLLECT, Cause.UNREACHABLE);
    }

    @Test
    void anSmsCentreThatIsLostIsOnTheWallUntilItIsFound() throws Exception {
        int port = freePort();
        account(code, Channel.SMS, Map.of("driver", "smpp", "host", "127.0.0.1", "port", Integer.toString(port), "systemId", "moked"), null);
        awaitAlarm(code, Way.COLLECT, Cause.UNREACHABLE);
        try (SMPPServerSessionListener centre = new SMPPServerSessionListener(port)) {
            Thread binding = new Thread(() -> {
                try {
                    SMPPServerSession session = centre.accept();
                    session.waitForBind(30_000).accept("centre", InterfaceVersion.IF_34);
                } catch (Exception ended) {
                    throw new IllegalStateException(ended);
                }
            });
            binding.setDaemon(true);
            binding.start();
            awaitQuiet(code);
        }
        account(code + "-none", Channel.SMS, Map.of("driver", "smpp", "host", "127.0.0.1"), null);
        awaitAlarm(code + "-none", Way.COLLECT, Cause.SETTINGS);
    }

    @Test
    void aScanFolderThatIsNoneIsOnTheWallUntilItIsOne() throws Exception {
        Path place = Path.of(System.getProperty("jboss.server.data.dir"), "post", code);
        Files.createDirectories(place.getParent());
        Files.writeString(place, "a file where the folder should be");
        account(code, Channel.POST, Map.of("folder", code), null);
        awaitAlarm(code, Way.COLLECT, Cause.FOLDER);
        Files.delete(place);
        awaitQuiet(code);
    }
}
