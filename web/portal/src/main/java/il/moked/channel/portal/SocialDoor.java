// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.channel.Channel;
import il.moked.channel.ejb.ContactWays;
import il.moked.channel.ejb.Reception;
import il.moked.channel.jms.social.Arrival;
import il.moked.channel.jms.social.Signatures;
import il.moked.channel.jms.social.SocialSecrets;
import il.moked.channel.jms.social.WebhookBody;
import il.moked.channel.jms.social.Wire;
import il.moked.shared.portal.PortalLog;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Whether a webhook is its provider's, and into the inbox with what it says. */
@ApplicationScoped
public class SocialDoor {
    @Inject
    ContactWays ways;
    @Inject
    SocialSecrets secrets;
    @Inject
    Reception reception;

    /** What the provider is told. */
    enum Answer { TAKEN, UNKNOWN_ACCOUNT, FORGED, MALFORMED }

    /**
     * Proves and takes a body. When this returns TAKEN all of it is committed; a failure in the middle leaves what was committed and is thrown: the
     * provider repeats it, and what is there already stays as it is.
     *
     * @param said what the provider sent to prove itself, or null
     */
    Answer take(Channel channel, String account, byte[] body, String said) {
        if (unknown(channel, account)) {
            return Answer.UNKNOWN_ACCOUNT;
        }
        if (!proved(channel, account, body, said)) {
            return Answer.FORGED;
        }
        try {
            for (Arrival arrival : WebhookBody.divide(channel, body)) {
                reception.receive(account, arrival.externalId(), arrival.sender(), arrival.raw());
            }
            return Answer.TAKEN;
        } catch (Wire.Malformed unreadable) {
            return Answer.MALFORMED;
        }
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
        return ways.of(channel).stream().noneMatch(way -> way.code().equals(account));
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
