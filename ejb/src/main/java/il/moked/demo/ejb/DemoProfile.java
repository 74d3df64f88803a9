// SPDX-License-Identifier: Apache-2.0
package il.moked.demo.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Whether this installation is a demo. */
@ApplicationScoped
public class DemoProfile {
    /** {@code demo} seeds an invented organisation and opens the channel lab; anything else does not. */
    @Inject
    @ConfigProperty(name = "moked.profile", defaultValue = "production")
    String profile;

    public boolean active() {
        return "demo".equals(profile);
    }
}
