// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import il.moked.channel.MailboxLeases.Progress;
import il.moked.channel.Outages.Cause;
import il.moked.shared.BusinessException;
import jakarta.ejb.EJBException;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailboxReaderTest {
    private static final long PATIENCE = 20;
    private static final MailboxReader.Settings SETTINGS = new MailboxReader.Settings(Duration.ofMinutes(20), Duration.ofMinutes(20), Duration.ofMillis(10), false);

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
    private final BlockingQueue<Received> received = new LinkedBlockingQueue<>();
    private final List<MailboxReader> readers = new ArrayList<>();
    private GreenMailUser user;

    private record Received(String account, String id, String sender, byte[] raw) {
        String text() {
            return new String(raw, StandardCharsets.UTF_8);
        }
    }

    @BeforeEach
    void start() {
        server.start();
        user = server.setUser("service@example.com", "service", "secret");
    }

    @AfterEach
    void stop() {
        readers.forEach(MailboxReader::stop);
        server.stop();
    }

    private void arrives(String subject, String... more) throws Exception {
        String raw = "From: dana@example.net\r\nMessage-ID: <" + subject + "@example.net>\r\nSubject: " + subject + "\r\n\r\n" + String.join("\r\n", more) + "\r\n";
        user.deliver(new MimeMessage(Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8))));
    }

    private boolean take(String account, String id, String sender, byte[] raw) {
        received.add(new Received(account, id, sender, raw));
        return true;
    }

    private MailboxReader reads(MailboxReader.Settings settings, MailboxReader.Door door, Progress progress) {
        MailboxReader reader = new MailboxReader("service", new MailboxLogin("127.0.0.1", server.getImap().getPort(), "service", "secret", false), settings, door, Clock.systemUTC(), progress);
        readers.add(reader);
        Thread thread = new Thread(reader, "test-reader");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    private Received next() throws InterruptedException {
        Received mail = received.poll(PATIENCE, TimeUnit.SECONDS);
        assertThat(mail).as("a mail in time").isNotNull();
        return mail;
    }

    private StoredMessage stored(String subject) throws Exception {
        for (StoredMessage message : server.getManagers().getImapHostManager().getInbox(user).getMessages()) {
            if (subject.equals(message.getMimeMessage().getSubject())) {
                return message;
            }
        }
        return null;
    }

    private void awaitFlag(String subject, Flags.Flag flag) throws Exception {
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> stored(subject) == null || stored(subject).isSet(flag));
    }

    @Test
    void waiting_mails_are_taken_in_their_order_and_marked_read() throws Exception {
        arrives("first");
        arrives("second");
        reads(SETTINGS, this::take, null);

        Received first = next();
        assertThat(first.account()).isEqualTo("service");
        assertThat(first.id()).startsWith("first@example.net#");
        assertThat(first.sender()).isEqualTo("dana@example.net");
        assertThat(next().text()).contains("Subject: second");
        awaitFlag("second", Flags.Flag.SEEN);
        assertThat(stored("first").isSet(Flags.Flag.SEEN)).isTrue();
        assertThat(stored("first").isSet(Flags.Flag.DELETED)).isFalse();
    }

    /** The next look would be in twenty minutes. */
    @Test
    void a_mail_that_arrives_later_is_told_by_the_server() throws Exception {
        arrives("first");
        reads(SETTINGS, this::take, null);
        next();
        awaitFlag("first", Flags.Flag.SEEN);
        arrives("second");
        assertThat(next().text()).contains("Subject: second");
        // until it is marked it may be offered again
        awaitFlag("second", Flags.Flag.SEEN);
        arrives("third");
        assertThat(next().text()).contains("Subject: third");
    }

    @Test
    void a_mail_is_marked_read_only_when_the_door_has_it() throws Exception {
        arrives("first");
        AtomicInteger calls = new AtomicInteger();
        reads(SETTINGS, (account, id, sender, raw) -> {
            if (calls.incrementAndGet() == 1) {
                throw new EJBException(new SQLException("gone", "08006"));
            }
            try {
                assertThat(stored("first").isSet(Flags.Flag.SEEN)).isFalse();
            } catch (Exception unreadable) {
                throw new IllegalStateException(unreadable);
            }
            return take(account, id, sender, raw);
        }, null);
        assertThat(next().id()).startsWith("first@example.net#");
    }

    @Test
    void a_mail_the_door_fails_on_does_not_hold_up_the_others_and_its_header_is_kept_at_last() throws Exception {
        arrives("poison", "body of it");
        arrives("good");
        reads(new MailboxReader.Settings(Duration.ofMillis(50), Duration.ofMillis(50), Duration.ofMillis(10), false), (account, id, sender, raw) -> {
            if (id.startsWith("poison")) {
                throw new EJBException("cannot");
            }
            return take(account, id, sender, raw);
        }, null);

        assertThat(next().text()).contains("Subject: good");
        Received kept = next();
        assertThat(MailEnvelope.incomplete(kept.id())).isTrue();
        assertThat(kept.sender()).isEqualTo("dana@example.net");
        assertThat(kept.text()).contains("Subject: poison").doesNotContain("body of it");
        arrives("later");
        assertThat(next().text()).contains("Subject: later");
        awaitFlag("later", Flags.Flag.SEEN);
        assertThat(stored("poison").isSet(Flags.Flag.SEEN)).as("left for a person").isFalse();
    }

    @Test
    void a_mail_somebody_else_opened_first_is_taken_all_the_same() throws Exception {
        arrives("first");
        MailboxReader reader = reads(SETTINGS, this::take, null);
        next();
        awaitFlag("first", Flags.Flag.SEEN);
        org.awaitility.Awaitility.await().until(() -> reader.progress() != null && reader.progress().lastUid() > 0);
        Progress progress = reader.progress();
        reader.stop();
        arrives("second");
        stored("second").setFlag(Flags.Flag.SEEN, true);

        reads(SETTINGS, this::take, progress);

        assertThat(next().text()).contains("Subject: second");
    }

    @Test
    void what_was_read_before_the_mailbox_became_ours_is_left_alone() throws Exception {
        arrives("old");
        stored("old").setFlag(Flags.Flag.SEEN, true);
        arrives("new");
        reads(SETTINGS, this::take, null);
        assertThat(next().text()).contains("Subject: new");
        awaitFlag("new", Flags.Flag.SEEN);
        assertThat(received).isEmpty();
    }

    @Test
    void a_mailbox_numbered_anew_is_read_from_its_unread_mails() throws Exception {
        arrives("old");
        stored("old").setFlag(Flags.Flag.SEEN, true);
        arrives("new");
        reads(SETTINGS, this::take, new Progress(1, 0));
        assertThat(next().text()).contains("Subject: new");
    }

    @Test
    void taken_mails_can_be_removed() throws Exception {
        arrives("first");
        reads(new MailboxReader.Settings(Duration.ofMinutes(20), Duration.ofMinutes(20), Duration.ofMillis(10), true), this::take, null);
        next();
        org.awaitility.Awaitility.await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> stored("first") == null);
    }

    @Test
    void a_closed_account_ends_the_reading() throws Exception {
        arrives("first");
        MailboxReader reader = new MailboxReader("service", new MailboxLogin("127.0.0.1", server.getImap().getPort(), "service", "secret", false), SETTINGS, (account, id, sender, raw) -> {
            throw new BusinessException("channel.closed");
        }, Clock.systemUTC(), null);
        Thread thread = new Thread(reader);
        thread.start();
        thread.join(Duration.ofSeconds(PATIENCE).toMillis());
        assertThat(thread.isAlive()).isFalse();
        assertThat(stored("first").isSet(Flags.Flag.SEEN)).isFalse();
    }

    @Test
    void a_mailbox_that_is_lost_is_away_until_it_is_read_again() throws Exception {
        int port = server.getImap().getPort();
        MailboxReader reader = reads(SETTINGS, this::take, null);
        arrives("first");
        next();
        assertThat(reader.away()).isEmpty();
        server.stop();
        await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> reader.away().isPresent());
        assertThat(reader.away().orElseThrow().cause()).isEqualTo(Cause.UNREACHABLE);
        GreenMail again = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_IMAP));
        again.start();
        try {
            await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> reader.away().orElseThrow().cause(), Cause.LOGIN::equals);
            again.setUser("service@example.com", "service", "secret");
            await().atMost(Duration.ofSeconds(PATIENCE)).until(() -> reader.away().isEmpty());
        } finally {
            again.stop();
        }
    }

    @Test
    void a_waiting_reader_stops_at_once() throws Exception {
        arrives("first");
        MailboxReader reader = new MailboxReader("service", new MailboxLogin("127.0.0.1", server.getImap().getPort(), "service", "secret", false), SETTINGS, this::take, Clock.systemUTC(), null);
        Thread thread = new Thread(reader);
        thread.start();
        next();
        awaitFlag("first", Flags.Flag.SEEN);
        reader.stop();
        thread.join(Duration.ofSeconds(PATIENCE).toMillis());
        assertThat(thread.isAlive()).isFalse();
    }

    /** A server after RFC 3501 without extensions; {@code mails} are unread until STORE. */
    private static ScriptedPeer.Script imap(List<String> mails, Predicate<String> refused, Predicate<String> hungUp) {
        List<Integer> read = new java.util.concurrent.CopyOnWriteArrayList<>();
        return line -> {
            line.say("* OK hello");
            for (String heard = line.hear(); heard != null; heard = line.hear()) {
                String tag = heard.substring(0, heard.indexOf(' '));
                String command = heard.substring(tag.length() + 1);
                if (hungUp.test(command)) {
                    line.hangUp();
                    return;
                }
                if (refused.test(command)) {
                    line.say(tag + " NO cannot");
                    continue;
                }
                if (command.startsWith("CAPABILITY")) {
                    line.say("* CAPABILITY IMAP4rev1");
                } else if (command.startsWith("SELECT")) {
                    line.say("* " + mails.size() + " EXISTS", "* 0 RECENT", "* FLAGS (\\Seen \\Deleted)", "* OK [UIDVALIDITY 7] ok", "* OK [UIDNEXT " + (mails.size() + 1) + "] ok");
                } else if (command.startsWith("UID SEARCH UNDELETED UNSEEN")) {
                    StringBuilder found = new StringBuilder("* SEARCH");
                    for (int uid = 1; uid <= mails.size(); uid++) {
                        found.append(read.contains(uid) ? "" : " " + uid);
                    }
                    line.say(found.toString());
                } else if (command.startsWith("UID SEARCH")) {
                    line.say("* SEARCH " + mails.size());
                } else if (command.startsWith("UID FETCH")) {
                    int uid = Integer.parseInt(command.split(" ")[2]);
                    String mail = mails.get(uid - 1);
                    String body = command.contains("HEADER") ? mail.substring(0, mail.indexOf("\r\n\r\n") + 4) : mail;
                    int from = Integer.parseInt(command.replaceAll(".*<(\\d+)\\..*", "$1"));
                    int length = Integer.parseInt(command.replaceAll(".*<\\d+\\.(\\d+)>.*", "$1"));
                    String piece = body.substring(Math.min(from, body.length()), Math.min(from + length, body.length()));
                    line.say("* " + uid + " FETCH (UID " + uid + " BODY[" + (command.contains("HEADER") ? "HEADER" : "") + "]<" + from + "> {" + piece.length() + "}");
                    line.say(piece.getBytes(StandardCharsets.ISO_8859_1));
                    line.say(")");
                } else if (command.startsWith("UID STORE")) {
                    java.util.Arrays.stream(command.split(" ")[2].split(",")).map(Integer::valueOf).forEach(read::add);
                }
                line.say(tag + " OK done");
            }
        };
    }

    private static String mail(String subject) {
        return "From: dana@example.net\r\nMessage-ID: <" + subject + "@example.net>\r\nSubject: " + subject + "\r\n\r\nbody\r\n";
    }

    private MailboxReader readsScripted(ScriptedPeer peer) {
        MailboxReader reader = new MailboxReader("service", new MailboxLogin("127.0.0.1", peer.port(), "service", "secret", false),
                new MailboxReader.Settings(Duration.ofMinutes(20), Duration.ofMillis(20), Duration.ofMillis(10), false), this::take, Clock.systemUTC(), null);
        readers.add(reader);
        Thread thread = new Thread(reader, "test-reader");
        thread.setDaemon(true);
        thread.start();
        return reader;
    }

    @Test
    void a_server_that_cannot_tell_is_asked() throws Exception {
        List<String> mails = new java.util.concurrent.CopyOnWriteArrayList<>(List.of(mail("first")));
        try (ScriptedPeer peer = new ScriptedPeer(imap(mails, command -> false, command -> false))) {
            readsScripted(peer);
            assertThat(next().id()).startsWith("first@");
            mails.add(mail("second"));
            assertThat(next().id()).startsWith("second@");
            assertThat(peer.heard()).noneMatch(line -> line.endsWith("IDLE"));
        }
    }

    @Test
    void a_mail_the_server_refuses_to_hand_out_is_kept_as_far_as_it_can_be() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(imap(List.of(mail("damaged"), mail("good")), command -> command.startsWith("UID FETCH 1 (BODY.PEEK[]"), command -> false))) {
            readsScripted(peer);
            assertThat(next().id()).startsWith("good@");
            Received kept = next();
            assertThat(MailEnvelope.incomplete(kept.id())).isTrue();
            assertThat(kept.text()).contains("Subject: damaged").doesNotContain("body");
            assertThat(peer.heard()).noneMatch(line -> line.contains("UID STORE 1 "));
        }
    }

    @Test
    void a_mail_at_which_the_server_breaks_down_does_not_hold_up_the_others() throws Exception {
        try (ScriptedPeer peer = new ScriptedPeer(imap(List.of(mail("deadly"), mail("good")), command -> false, command -> command.startsWith("UID FETCH 1 (BODY.PEEK[]")))) {
            readsScripted(peer);
            assertThat(next().id()).startsWith("good@");
            assertThat(MailEnvelope.incomplete(next().id())).isTrue();
            assertThat(peer.heard()).filteredOn(line -> line.contains("SELECT")).as("no command outside the mailbox").hasSize(4);
        }
    }

    @Test
    void a_line_that_breaks_is_no_fault_of_the_mails_after_it() throws Exception {
        AtomicInteger fetches = new AtomicInteger();
        try (ScriptedPeer peer = new ScriptedPeer(imap(List.of(mail("a"), mail("b"), mail("c")), command -> false, command -> command.startsWith("UID FETCH") && fetches.getAndIncrement() < 3))) {
            readsScripted(peer);
            assertThat(List.of(next(), next(), next())).extracting(Received::id).noneMatch(MailEnvelope::incomplete);
        }
    }

    /** A refusal in the middle must not be taken for the end of the mail. */
    @Test
    void half_a_mail_is_never_taken_for_a_whole_one() throws Exception {
        String large = mail("large") + "x".repeat(1_500_000) + "\r\n";
        AtomicInteger refusals = new AtomicInteger();
        try (ScriptedPeer peer = new ScriptedPeer(imap(List.of(large), command -> command.contains("<1048576.") && refusals.getAndIncrement() == 0, command -> false))) {
            readsScripted(peer);
            assertThat(next().raw()).hasSize(large.length());
        }
    }

    @Test
    void a_mail_above_the_limit_is_cut_there() throws Exception {
        String large = mail("large") + "x".repeat(1_500_000);
        try (ScriptedPeer peer = new ScriptedPeer(imap(List.of(large), command -> false, command -> false));
                ImapMailbox mailbox = ImapMailbox.open(new MailboxLogin("127.0.0.1", peer.port(), "service", "secret", false), new HeldSockets())) {
            assertThat(mailbox.raw(1, 1_200_000)).hasSize(1_200_000);
            assertThat(mailbox.raw(1, 1_048_576)).hasSize(1_048_576);
            assertThat(mailbox.raw(1, large.length())).hasSize(large.length());
            assertThat(mailbox.raw(1, 100)).asString(StandardCharsets.US_ASCII).isEqualTo(large.substring(0, 100));
        }
    }
}
