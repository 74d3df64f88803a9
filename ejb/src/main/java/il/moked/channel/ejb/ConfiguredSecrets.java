// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.TreeSet;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/** Which secrets of an account the operator has configured. Their values are not read here. */
@ApplicationScoped
class ConfiguredSecrets {
    /** Names drivers use; an environment variable cannot be found by listing, only by asking for it. */
    private static final List<String> USUAL = List.of("password", "token", "secret", "access-token", "app-secret", "verify-token", "key");

    List<String> of(String account) {
        Config config = ConfigProvider.getConfig();
        TreeSet<String> names = new TreeSet<>();
        for (String prefix : List.of("moked.channel." + account + ".", "moked.mail." + account + ".")) {
            USUAL.stream().map(name -> prefix + name).filter(name -> config.getConfigValue(name).getRawValue() != null).forEach(names::add);
            config.getPropertyNames().forEach(name -> {
                if (name.startsWith(prefix)) {
                    names.add(name);
                }
            });
        }
        return List.copyOf(names);
    }
}
