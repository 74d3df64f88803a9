// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.AccountLinks;
import il.moked.channel.ejb.AccountLinks.Link;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.channel.jms.social.WebhookBody;
import il.moked.channel.jms.social.Wire;
import il.moked.shared.portal.PortalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** Whether a webhook is its provider's, and into the inbox with what it says. */
@ApplicationScoped
public class SocialDoor {
    @Inject
    AccountLinks accounts;
    @Inject
    SocialSecrets secrets;
    @Inject
    Reception reception;

    /** What the provider is told. */
    enum Answer { TAKEN, UNKNOWN_ACCOUNT, FORGED, MALFORMED }

    /**
     * Proves and takes a body. When this returns TAKEN all of it is committed; when it fails nothing is, and the provider repeats it.
     *
     * @param said what the provider sent to prove itself, or null
     */
    Answer take(Channel channel, String account, byte[] body, String said) {
        List<Link> open = accounts.open(channel);
        Optional<Link> link = open.stream().filter(known -> known.account().equals(account)).findFirst();
        if (link.isEmpty()) {
            return Answer.UNKNOWN_ACCOUNT;
        }
        if (!proved(channel, account, body, said)) {
            return Answer.FORGED;
        }
        try {
            reception.receive(WebhookBody.divide(channel, body).stream().map(arrival -> addressed(channel, arrival, link.get(), open)).toList());
            return Answer.TAKEN;
        } catch (Wire.Malformed unreadable) {
            return Answer.MALFORMED;
        }
    }

    /**
     * What is for another of the provider's addresses than the account's own goes to the account that has it, when the same secret proves it; when none
     * does, it is kept where it came and never answered from there.
     */
    private Reception.Thing addressed(Channel channel, Arrival arrival, Link link, List<Link> open) {
        Optional<String> addressee = arrival.addressee(channel);
        if (addressee.isEmpty() || own(channel, link).map(addressee.get()::equals).orElse(true)) {
            return thing(link, arrival);
        }
        Optional<String> secret = secrets.of(link.account(), SocialSecrets.APP_SECRET);
        return open.stream().filter(other -> own(channel, other).equals(addressee) && secrets.of(other.account(), SocialSecrets.APP_SECRET).equals(secret)).findFirst()
                .map(other -> thing(other, arrival)).orElseGet(() -> thing(link, arrival.unread()));
    }

    private static Optional<String> own(Channel channel, Link link) {
        return Optional.ofNullable(Arrival.ownAddress(channel)).flatMap(link::setting).filter(address -> !address.equals(Arrival.WHOEVER));
    }

    private static Reception.Thing thing(Link link, Arrival arrival) {
        return new Reception.Thing(link.account(), arrival.externalId(), arrival.sender(), arrival.raw());
    }

    /** The answer to the handshake of Meta: its own challenge, when it knows our token. */
    Optional<String> subscribed(Channel channel, String account, String mode, String token, String challenge) {
        boolean meta = channel == Channel.WHATSAPP || channel == Channel.MESSENGER || channel == Channel.INSTAGRAM;
        boolean asked = meta && "subscribe".equals(mode) && challenge != null && challenge.matches("[\\w.-]{1,200}");
        return asked && !unknown(channel, account) && secrets.of(account, SocialSecrets.VERIFY_TOKEN).filter(expected -> Signatures.equal(expected, token)).isPresent() ? Optional.of(challenge) : Optional.empty();
    }

    /** The answer to the challenge of X, as JSON. */
    Optional<String> challenged(Channel channel, String account, String token) {
        if (channel != Channel.X || token == null || token.length() > 500 || unknown(channel, account)) {
            return Optional.empty();
        }
        return secrets.of(account, SocialSecrets.APP_SECRET).map(secret -> "{\"response_token\":\"" + Signatures.x(secret, token.getBytes(java.nio.charset.StandardCharsets.UTF_8)) + "\"}");
    }

    private boolean unknown(Channel channel, String account) {
        return accounts.open(channel, account).isEmpty();
    }

    private boolean proved(Channel channel, String account, byte[] body, String said) {
        Optional<String> secret = secrets.of(account, channel == Channel.TELEGRAM ? SocialSecrets.VERIFY_TOKEN : SocialSecrets.APP_SECRET);
        if (secret.isEmpty()) {
            PortalLog.LOG.webhookWithoutSecret(account);
            return false;
        }
        String expected = switch (channel) {
            case TELEGRAM -> secret.get();
            case X -> Signatures.x(secret.get(), body);
            default -> Signatures.meta(secret.get(), body);
        };
        return Signatures.equal(expected, said);
    }
}
