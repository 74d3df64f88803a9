// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.social;

import il.moked.access.ejb.InstallationSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * What only the provider and we know of an account: configuration {@code moked.channel.<account>.<name>}, read when it is needed, so
 * that a changed one counts at once. In a demo what is not configured is made from the key of the installation: there are no secrets in
 * the program, and none that two installations share.
 */
@ApplicationScoped
public class SocialSecrets {
    /** Signs the webhooks of Meta and X. */
    public static final String APP_SECRET = "app-secret";
    /** Said by Meta when a webhook is subscribed, and by Telegram with each update. */
    public static final String VERIFY_TOKEN = "verify-token";
    /** Proves us to the provider. */
    public static final String ACCESS_TOKEN = "access-token";

    @Inject
    InstallationSecrets installation;

    /** @return empty when it is not configured: nothing can be trusted or sent then */
    public Optional<String> of(String account, String name) {
        String key = "moked.channel." + account + "." + name;
        Optional<String> configured = ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(value -> !value.isBlank());
        boolean demo = ConfigProvider.getConfig().getOptionalValue("moked.profile", String.class).filter("demo"::equals).isPresent();
        return configured.or(() -> demo ? Optional.of(made(key)) : Optional.empty());
    }

    private String made(String key) {
        return HexFormat.of().formatHex(Signatures.hmac(installation.portalKey(), ("demo " + key).getBytes(StandardCharsets.UTF_8)));
    }
}
