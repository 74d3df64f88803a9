// SPDX-License-Identifier: Apache-2.0
package il.moked.order.jms;

import il.moked.access.ejb.InstallationSecrets;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What only a payment provider and we know: {@code moked.payment.<account>.<name>}. In a demo what is not configured is made from the key of the installation. */
@ApplicationScoped
public class PaymentSecrets {
    /** Proves us to the provider. */
    public static final String SECRET_KEY = "secret-key";
    /** Proves the provider to us. */
    public static final String WEBHOOK_SECRET = "webhook-secret";

    @Inject
    InstallationSecrets installation;

    /** @return empty when it is not configured: nothing can be trusted or asked then */
    public Optional<String> of(String account, String name) {
        String key = "moked.payment." + account + "." + name;
        Optional<String> configured = ConfigProvider.getConfig().getOptionalValue(key, String.class).filter(value -> !value.isBlank());
        boolean demo = ConfigProvider.getConfig().getOptionalValue("moked.profile", String.class).filter("demo"::equals).isPresent();
        return configured.or(() -> demo ? Optional.of(made(key)) : Optional.empty());
    }

    private String made(String key) {
        return StripeSignature.hmac(HexFormat.of().formatHex(installation.portalKey()), ("demo " + key).getBytes(StandardCharsets.UTF_8));
    }
}
