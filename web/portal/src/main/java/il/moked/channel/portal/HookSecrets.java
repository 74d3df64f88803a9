// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.portal;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.demo.ejb.DemoProfile;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What a provider proves itself with: {@code moked.channel.<account code>.webhook-secret}. A demo makes one up for
 * every account, from a key of this installation, so that its own providers can call without anything being set.
 */
@ApplicationScoped
public class HookSecrets {
    private static final String ALGORITHM = "HmacSHA256";

    @Inject
    InstallationSecrets keys;
    @Inject
    DemoProfile demo;

    public Optional<String> of(String account) {
        return ConfigProvider.getConfig().getOptionalValue("moked.channel." + account + ".webhook-secret", String.class).or(() -> demo.active() ? Optional.of(madeUp(account)) : Optional.empty());
    }

    private String madeUp(String account) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(keys.portalKey(), ALGORITHM));
            return HexFormat.of().formatHex(mac.doFinal(("webhook:" + account).getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
