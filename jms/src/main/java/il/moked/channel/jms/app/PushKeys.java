// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.app;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.shared.OneJson;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Who we are to push services (VAPID, RFC 8292): one key pair for each installation, the same on every node and after every start. */
@ApplicationScoped
public class PushKeys {
    private static final Duration VALID = Duration.ofHours(12);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @Inject
    InstallationSecrets secrets;
    @Inject
    Clock clock;
    /** Whom a push service writes to when our requests trouble it: a {@code mailto:} or {@code https:} address. */
    @Inject
    @ConfigProperty(name = "moked.push.contact", defaultValue = "mailto:postmaster@localhost")
    String contact;

    private volatile KeyPair pair;

    /** What an app subscribes with: {@code applicationServerKey}, base64url. */
    public String publicKey() {
        return BASE64.encodeToString(P256.point((ECPublicKey) pair().getPublic()));
    }

    /** The Authorization header of a request to a push service. */
    String authorization(URI endpoint) {
        try {
            String audience = endpoint.getScheme() + "://" + endpoint.getAuthority();
            String claims = OneJson.PROVIDER.createObjectBuilder().add("aud", audience).add("exp", clock.instant().plus(VALID).getEpochSecond()).add("sub", contact).build().toString();
            String signed = encoded("{\"typ\":\"JWT\",\"alg\":\"ES256\"}") + "." + encoded(claims);
            Signature signature = Signature.getInstance("SHA256withECDSAinP1363Format");
            signature.initSign(pair().getPrivate());
            signature.update(signed.getBytes(StandardCharsets.US_ASCII));
            return "vapid t=" + signed + "." + BASE64.encodeToString(signature.sign()) + ", k=" + publicKey();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible); // every JDK can do it
        }
    }

    private static String encoded(String json) {
        return BASE64.encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private KeyPair pair() {
        if (pair == null) {
            try {
                pair = P256.of(secrets.pushKey());
            } catch (GeneralSecurityException impossible) {
                throw new IllegalStateException(impossible);
            }
        }
        return pair;
    }
}
