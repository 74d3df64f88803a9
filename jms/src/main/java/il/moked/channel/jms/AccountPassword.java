// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms;

import java.util.Optional;
import org.eclipse.microprofile.config.ConfigProvider;

/** What only the operator's configuration knows of an account: {@code moked.channel.<account code>.password}. */
public final class AccountPassword {
    private AccountPassword() {
    }

    public static Optional<String> of(String account) {
        return ConfigProvider.getConfig().getOptionalValue("moked.channel." + account + ".password", String.class);
    }
}
