// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import il.moked.channel.Outages.Cause;
import il.moked.channel.OutboundMessage;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import il.moked.channel.jms.Dispatch;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;

/** Hands mails to the organisation's mail server and says exactly what is known of the outcome. */
@ApplicationScoped
public class MailGateway {
    private static final String CONNECT_MILLIS = "10000";
    private static final String ANSWER_MILLIS = "30000";
    /** Handing over the end of the mail and waiting for the answer: both may take {@link #ANSWER_MILLIS}. */
    private static final Duration LAST_STEP = Duration.ofSeconds(70);
    /** The server wants a login: our configuration is wrong, not the mail (RFC 4954, section 6). */
    private static final Set<Integer> LOGIN_WANTED = Set.of(530, 534, 535, 538);
    /** The server is going away (RFC 5321, section 3.8). */
    private static final int SHUTTING_DOWN = 421;

    @Resource(lookup = "java:jboss/mail/Moked")
    Session session;
    @Resource
    ManagedScheduledExecutorService timers;
    @Inject
    Clock clock;

    public Dispatch send(OutgoingMail mail) {
        return send(mail, impatient(session, timers), clock);
    }

    static Dispatch send(OutgoingMail mail, Session session, Clock clock) {
        Instant latest = clock.instant().plus(OutboundMessage.LEASE).minus(LAST_STEP);
        WatchedTransport transport = new WatchedTransport(session, () -> clock.instant().isAfter(latest));
        try {
            MimeMessage message = mail.toMessage(session);
            Optional<Dispatch> away = connect(transport);
            if (away.isPresent()) {
                return away.get();
            }
            transport.begin();
            transport.sendMessage(message, message.getRecipients(Message.RecipientType.TO));
            return new Dispatch.Accepted();
        } catch (MessagingException | RuntimeException failure) {
            return transport.handedOver() ? answered(transport, failure) : refused(transport, failure);
        } finally {
            leave(transport);
        }
    }

    /** A server that does not let us in has had no mail of ours, and no mail of ours is at fault. */
    private static Optional<Dispatch> connect(WatchedTransport transport) {
        try {
            transport.connect();
            return Optional.empty();
        } catch (AuthenticationFailedException refused) {
            return Optional.of(new Dispatch.Away(Cause.LOGIN, reason(refused)));
        } catch (MessagingException unreached) {
            return Optional.of(new Dispatch.Away(Cause.UNREACHABLE, reason(unreached)));
        }
    }

    /** How the connection ends changes nothing about the mail. */
    private static void leave(WatchedTransport transport) {
        try {
            transport.close();
        } catch (MessagingException | RuntimeException gone) {
            // Closed by the other side; the socket is freed all the same.
        }
    }

    private static Dispatch answered(WatchedTransport transport, Exception failure) {
        return switch (transport.answer() / 100) {
            case 2 -> new Dispatch.Accepted();
            case 4 -> new Dispatch.NotSent(transport.words());
            case 5 -> new Dispatch.Refused(transport.words());
            default -> new Dispatch.Unknown(reason(failure));
        };
    }

    private static Dispatch refused(WatchedTransport transport, Exception failure) {
        if (LOGIN_WANTED.contains(transport.refusal())) {
            return new Dispatch.Away(Cause.LOGIN, transport.words());
        }
        if (transport.refusal() == SHUTTING_DOWN) {
            return new Dispatch.Away(Cause.BUSY, transport.words());
        }
        if (transport.refusal() / 100 == 5) {
            return new Dispatch.Refused(transport.words());
        }
        return new Dispatch.NotSent(transport.refusal() == 0 ? reason(failure) : transport.words());
    }

    /** The server's session with times that end before the lease of the message does. */
    static Session impatient(Session session, ScheduledExecutorService timers) {
        Properties properties = new Properties();
        properties.putAll(session.getProperties());
        properties.put("mail.smtp.connectiontimeout", CONNECT_MILLIS);
        properties.put("mail.smtp.timeout", ANSWER_MILLIS);
        properties.put("mail.smtp.writetimeout", ANSWER_MILLIS);
        properties.put("mail.smtp.quitwait", "false");
        // Sent piece by piece there would be no moment before which the mail is not the server's.
        properties.put("mail.smtp.chunksize", "-1");
        if (timers != null) {
            properties.put("mail.smtp.executor.writetimeout", timers);
        }
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return session.requestPasswordAuthentication(getRequestingSite(), getRequestingPort(), getRequestingProtocol(), getRequestingPrompt(), getDefaultUserName());
            }
        });
    }

    private static String reason(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && root.getCause() != root) {
            root = root.getCause();
        }
        return root.getClass().getSimpleName() + ": " + root.getMessage();
    }
}
