// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Under which name this server takes work that only one does. */
@ApplicationScoped
public class ThisNode {
    @Inject
    @ConfigProperty(name = "jboss.node.name", defaultValue = "moked")
    String name;

    /** @param longest characters that whoever keeps it has room for */
    public String name(int longest) {
        return name.length() > longest ? name.substring(0, longest) : name;
    }
}
