// SPDX-License-Identifier: Apache-2.0
package il.moked;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;

/**
 * The real peers of the integration tests, started once before the server: a mail server and, in the PostgreSQL run, a
 * PostgreSQL. All ports are apart from those of a demo that may be running.
 */
public class TestPeers implements LauncherSessionListener {
    private static final int OFFSET = Integer.getInteger("moked.it.offset", 400);
    private static final int SMTP = 3025 + OFFSET;
    private static final int IMAP = 3143 + OFFSET;
    private static final int POSTGRESQL = 25032 + OFFSET;

    private GreenMail mail;
    private EmbeddedPostgres postgresql;

    /** What is added to every port of the server under test; {@code moked.it.offset} moves it, for a machine that runs several tests at a time. */
    public static int offset() {
        return OFFSET;
    }

    /** Port of the mail server, for sending. */
    public static int smtp() {
        return SMTP;
    }

    /** Port of the mail server, for reading. */
    public static int imap() {
        return IMAP;
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        if (System.getProperty("moked.it.database") == null) {
            return;
        }
        boolean onPostgresql = "postgresql".equals(System.getProperty("moked.it.database"));
        mail = new GreenMail(new ServerSetup[] {new ServerSetup(SMTP, "127.0.0.1", ServerSetup.PROTOCOL_SMTP), new ServerSetup(IMAP, "127.0.0.1", ServerSetup.PROTOCOL_IMAP)})
                .withConfiguration(com.icegreen.greenmail.configuration.GreenMailConfiguration.aConfig().withDisabledAuthentication());
        mail.start();
        try {
            Path data = Files.createTempDirectory("moked-it");
            // What a test runs a few times is not worth compiling twice: the second compiler took a third of the whole suite's work.
            String vm = "-Xms256m -Xmx1024m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC -Djava.net.preferIPv4Stack=true -Djboss.socket.binding.port-offset=" + OFFSET + " -Djboss.server.data.dir=" + data + " -Dmoked.profile=demo -Dmoked.public.url=http://localhost:" + (8081 + OFFSET) + " -Dmoked.smtp.port=" + SMTP
                    + " -Dmoked.demo.imap-port=" + IMAP + " -Dmoked.lab.smtp-port=" + SMTP + " -Dmoked.lab.imap-port=" + IMAP + " -Dmoked.it.samples=" + Path.of("../jms/src/test/resources/mail").toAbsolutePath().normalize() + " -Dmoked.jms.redelivery-delay=100 -Dmoked.jms.attempts=3 " + System.getProperty("moked.it.options", "");
            if (onPostgresql) {
                // No locale of the machine is relied on.
                postgresql = EmbeddedPostgres.builder().setPort(POSTGRESQL).setLocaleConfig("locale", "C").setLocaleConfig("encoding", "UTF8").start();
                vm += " -Dmoked.db.url=jdbc:postgresql://127.0.0.1:" + POSTGRESQL + "/postgres?reWriteBatchedInserts=true -Dmoked.db.user=postgres -Dmoked.db.password=postgres";
            }
            System.setProperty("moked.it.vm", vm);
            System.setProperty("moked.it.config", onPostgresql ? "moked-postgresql.xml" : "moked.xml");
            System.setProperty("moked.it.management", Integer.toString(9990 + OFFSET));
        } catch (IOException unavailable) {
            throw new UncheckedIOException(unavailable);
        }
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        if (mail != null) {
            mail.stop();
        }
        if (postgresql != null) {
            try {
                postgresql.close();
            } catch (IOException ended) {
                throw new UncheckedIOException(ended);
            }
        }
    }
}
