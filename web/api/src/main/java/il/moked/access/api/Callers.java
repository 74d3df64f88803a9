// SPDX-License-Identifier: Apache-2.0
package il.moked.access.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.wildfly.security.auth.server.RealmUnavailableException;
import org.wildfly.security.auth.server.SecurityDomain;
import org.wildfly.security.auth.server.SecurityIdentity;
import org.wildfly.security.evidence.PasswordGuessEvidence;

/**
 * Who signed in a moment ago. A password that the realm accepted is taken again for a short while without asking the
 * realm: its hash is slow on purpose, some 200 ms of a processor. Of the password only a keyed digest is kept, under a
 * key that dies with this server. Whoever is deactivated or loses a role is refused when that while is over.
 */
@ApplicationScoped
public class Callers {
    private static final String DIGEST = "HmacSHA256";
    private static final int MOST = 200;
    private static final int LINES = 64;

    private final Map<String, Known> known = new ConcurrentHashMap<>();
    private final Map<Integer, Object> waiting = new ConcurrentHashMap<>();
    private final SecretKeySpec key = new SecretKeySpec(SecureRandom.getSeed(32), DIGEST);

    @Inject
    Clock clock;
    /** How long an accepted password is taken again without asking the realm. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.api.remember-seconds", defaultValue = "30")
    long rememberSeconds;

    private record Known(byte[] digest, SecurityIdentity identity, Instant until) {
    }

    Optional<SecurityIdentity> known(Credentials said) {
        Known before = known.get(said.userName());
        return before != null && clock.instant().isBefore(before.until()) && MessageDigest.isEqual(before.digest(), digest(said)) ? Optional.of(before.identity()) : Optional.empty();
    }

    /** Asks the realm, once for all requests of a caller that come at the same moment. @return empty when the password is wrong or the user may not sign in */
    Optional<SecurityIdentity> authenticate(Credentials said) {
        synchronized (waiting.computeIfAbsent(said.userName().hashCode() % LINES, line -> new Object())) {
            Optional<SecurityIdentity> meanwhile = known(said);
            return meanwhile.isPresent() ? meanwhile : ask(said);
        }
    }

    private Optional<SecurityIdentity> ask(Credentials said) {
        try {
            SecurityIdentity identity = SecurityDomain.getCurrent().authenticate(said.userName(), new PasswordGuessEvidence(said.password().toCharArray()));
            if (known.size() >= MOST) {
                known.clear();
            }
            known.put(said.userName(), new Known(digest(said), identity, clock.instant().plus(Duration.ofSeconds(rememberSeconds))));
            return Optional.of(identity);
        } catch (SecurityException wrong) {
            return Optional.empty();
        } catch (RealmUnavailableException away) {
            throw new IllegalStateException(away);
        }
    }

    private byte[] digest(Credentials said) {
        try {
            Mac mac = Mac.getInstance(DIGEST);
            mac.init(key);
            mac.update(said.userName().getBytes(StandardCharsets.UTF_8));
            mac.update((byte) 0);
            return mac.doFinal(said.password().getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
