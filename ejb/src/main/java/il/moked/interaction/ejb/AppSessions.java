// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.channel.SentPart.Standing;
import il.moked.channel.ejb.Reception;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.interaction.AppBoxes;
import il.moked.interaction.AppContact;
import il.moked.interaction.AppSession;
import il.moked.interaction.AppSubscription;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.shared.BusinessException;
import il.moked.shared.EmailAddress;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * What a customer does in the organisation's own app. The organisation's back office opens a session for a customer who
 * has signed in with it; everything else is proved by the session's secret.
 */
@Stateless
@PermitAll
public class AppSessions {
    /** Characters of one message. */
    public static final int LONGEST_TEXT = 10_000;
    /** Messages told at once; an app that gets so many asks again. */
    public static final int MOST_LINES = 100;
    /** Receipts taken at once. */
    public static final int MOST_RECEIPTS = 100;
    private static final int SECRET_BYTES = 32;
    private static final int DAYS = 30;
    private static final int MOST_SUBSCRIPTIONS = 5;
    private static final int LONGEST_ENDPOINT = 1000;
    private static final SecureRandom RANDOM = new SecureRandom();

    @Inject
    ChannelAccounts accounts;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    AppBoxes boxes;
    @Inject
    Reception reception;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    /** Hosts of push services, and all below them: nobody makes us send requests to anywhere else. */
    @Inject
    @ConfigProperty(name = "moked.push.hosts", defaultValue = "fcm.googleapis.com,push.services.mozilla.com,notify.windows.com,push.apple.com")
    List<String> pushHosts;

    /** Whom the organisation signed in, by one of these. */
    public record Who(Long customerId, String nationalId, String email) {
    }

    /** The secret goes to the device and is shown never again. */
    public record Opened(long sessionId, String secret, long customerId, Instant expiresAt) {
    }

    /** @param id chosen by the app that wrote it, null for what the customer did not write */
    public record Line(int position, String id, boolean mine, String author, String text, boolean automatic, Instant at, List<AttachmentLine> files) {
    }

    /**
     * @param account code of an app account @param device in the customer's words, or null
     * @param language {@code he} or {@code en}; null for the customer's @param days it is valid, 1 to 365; null for 30
     * @throws BusinessException {@code app.unknown-customer} when there is no such customer or several, {@code channel.unknown-account}, {@code channel.closed}
     */
    @RolesAllowed(Role.INTEGRATION)
    public Opened open(String account, Who who, String device, String language, Integer days) {
        ChannelAccount app = accounts.get(account);
        if (app.channel() != Channel.APP) {
            throw new NotFoundException("channel.unknown-account");
        }
        if (!app.enabled()) {
            throw new BusinessException("channel.closed");
        }
        Customer customer = signedIn(who).map(Customer::current).filter(known -> !known.guest()).orElseThrow(() -> new NotFoundException("app.unknown-customer"));
        Instant now = clock.instant();
        String address = AppSession.addressOf(customer.id());
        if (customer.contactPoints().stream().noneMatch(point -> point.kind() == ContactPoint.Kind.APP && point.address().equals(address))) {
            customer.reachableBy(ContactPoint.Kind.APP, address, address, true, now);
        }
        byte[] secret = new byte[SECRET_BYTES];
        RANDOM.nextBytes(secret);
        String shown = Base64.getUrlEncoder().withoutPadding().encodeToString(secret);
        Instant expires = now.plus(Duration.ofDays(days == null ? DAYS : days));
        AppSession session = new AppSession(hash(shown), app.id(), customer.id(), device == null ? null : ShownText.line(device, 120), language == null ? customer.language() : language, now, expires);
        boxes.add(session);
        events.tell(new AppSessionActed(session.id(), customer.id(), "app.session-opened"));
        return new Opened(session.id(), shown, customer.id(), expires);
    }

    private Optional<Customer> signedIn(Who who) {
        if (who.customerId() != null) {
            return Optional.of(customers.get(who.customerId()));
        }
        if (who.nationalId() != null) {
            return NationalId.parse(who.nationalId()).flatMap(customers::findByNationalId);
        }
        List<Customer> reached = EmailAddress.parse(who.email()).map(email -> customers.reachedBy(ContactPoint.Kind.EMAIL, email.value()).stream()
                .filter(customer -> customer.contactPoints().stream().anyMatch(point -> point.kind() == ContactPoint.Kind.EMAIL && point.verified() && point.address().equals(email.value()))).toList()).orElse(List.of());
        return reached.size() == 1 ? Optional.of(reached.get(0)) : Optional.empty();
    }

    /** The device was lost, or the customer signed out. */
    @RolesAllowed(Role.INTEGRATION)
    public void revoke(long sessionId) {
        AppSession session = boxes.session(sessionId).orElseThrow(() -> new NotFoundException("app.unknown-session"));
        session.revoke(clock.instant());
        boxes.removeOf(sessionId);
        events.tell(new AppSessionActed(sessionId, session.customerId(), "app.session-revoked"));
    }

    /**
     * The customer writes.
     *
     * @param id chosen by the app; the same again after a lost connection is taken once
     * @return whether it is new
     * @throws BusinessException {@code app.message}; {@code app.session} here and below when the secret proves nothing
     */
    public boolean say(String secret, String id, String text, List<FormSubmission.File> files) {
        AppSession session = session(secret);
        String written = text == null ? "" : ShownText.of(text).strip();
        if (written.isEmpty() && files.isEmpty() || written.length() > LONGEST_TEXT || id == null || id.isBlank() || id.length() > 60) {
            throw new BusinessException("app.message", LONGEST_TEXT);
        }
        return receive(session, session.address() + "/" + id, AppContact.message(session.address(), session.language(), written, files));
    }

    /** How far the customer got with messages of ours, at most {@link #MOST_RECEIPTS}; places where there is none of ours are passed over. */
    public void report(String secret, Standing standing, List<Integer> positions) {
        AppSession session = session(secret);
        for (int position : positions.stream().limit(MOST_RECEIPTS).toList()) {
            boxes.at(session.accountId(), session.address(), position).filter(message -> message.direction() == Message.Direction.OUTBOUND).ifPresent(message -> {
                String about = AppContact.providerId(message.id());
                receive(session, standing + "/" + about, AppContact.receipt(session.address(), session.language(), standing.name(), about));
            });
        }
    }

    private boolean receive(AppSession session, String externalId, AppContact contact) {
        ChannelAccount account = accounts.get(session.accountId());
        return reception.receive(account.code(), externalId, session.address(), contact.bytes());
    }

    /** What came after a place (all: 0), oldest first, at most {@link #MOST_LINES}. */
    public List<Line> linesAfter(String secret, int position) {
        AppSession session = session(secret);
        session.seen(clock.instant());
        List<AppBoxes.Shown> shown = boxes.after(session.accountId(), session.address(), position, MOST_LINES);
        List<AttachmentLine> files = interactions.attachments(shown.stream().map(line -> line.message().id()).toList());
        return shown.stream().map(line -> line(line, files)).toList();
    }

    private static Line line(AppBoxes.Shown shown, List<AttachmentLine> files) {
        Message message = shown.message();
        boolean mine = message.direction() == Message.Direction.INBOUND;
        String id = mine ? message.externalId().map(external -> external.substring(external.indexOf('/') + 1)).orElse(null) : null;
        return new Line(shown.position(), id, mine, message.author(), message.text(), message.automatic(), message.at(), files.stream().filter(file -> message.id().equals(file.messageId())).toList());
    }

    /** Key of the events that concern the session. */
    public String topic(String secret) {
        AppSession session = session(secret);
        return AppLineShown.topic(session.accountId(), session.address());
    }

    /** A file of a message in the list. @throws NotFoundException {@code interaction.unknown-attachment} also for a file of somebody else */
    public Delivery.OutgoingFile file(String secret, long attachmentId) {
        AppSession session = session(secret);
        Attachment file = interactions.attachment(attachmentId);
        boolean own = file.message().filter(message -> boxes.shows(session.accountId(), session.address(), message.id())).isPresent();
        if (!own) {
            throw new NotFoundException("interaction.unknown-attachment");
        }
        return new Delivery.OutgoingFile(file.fileName(), file.contentType(), file.content());
    }

    /** @throws BusinessException {@code app.push} when the endpoint is not that of a push service or a key is none */
    public void subscribe(String secret, String endpoint, String p256dh, String auth) {
        AppSession session = session(secret);
        if (!ofPushService(endpoint) || bytes(p256dh) != 65 || bytes(auth) != 16) {
            throw new BusinessException("app.push");
        }
        String hash = hash(endpoint);
        Optional<AppSubscription> known = boxes.subscription(hash);
        known.ifPresent(subscription -> subscription.renewed(session.id(), p256dh, auth));
        if (known.isEmpty() && boxes.subscriptionsOf(session.id()) < MOST_SUBSCRIPTIONS) {
            boxes.add(new AppSubscription(session.id(), endpoint, hash, p256dh, auth, clock.instant()));
        }
    }

    public void unsubscribe(String secret) {
        boxes.removeOf(session(secret).id());
    }

    private boolean ofPushService(String endpoint) {
        try {
            URI uri = URI.create(endpoint == null || endpoint.length() > LONGEST_ENDPOINT ? "" : endpoint);
            return "https".equals(uri.getScheme()) && uri.getHost() != null && uri.getUserInfo() == null && (uri.getPort() == -1 || uri.getPort() == 443)
                    && pushHosts.stream().anyMatch(host -> uri.getHost().equals(host) || uri.getHost().endsWith("." + host));
        } catch (IllegalArgumentException noAddress) {
            return false;
        }
    }

    private static int bytes(String base64) {
        try {
            return base64 == null ? 0 : Base64.getUrlDecoder().decode(base64.replace("=", "")).length;
        } catch (IllegalArgumentException none) {
            return 0;
        }
    }

    private AppSession session(String secret) {
        Instant now = clock.instant();
        return boxes.session(hash(secret == null ? "" : secret)).filter(session -> session.valid(now)).orElseThrow(() -> new NotFoundException("app.session"));
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
