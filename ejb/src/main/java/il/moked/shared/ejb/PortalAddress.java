// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where customers reach the portal, as they see it ({@code moked.public.url}). Where it is not said, messages have no link. */
@ApplicationScoped
public class PortalAddress {
    @Inject
    @ConfigProperty(name = "moked.public.url")
    Optional<String> url;

    /** @param path begins with a slash; empty for the portal itself */
    public Optional<String> page(String path) {
        return url.map(address -> address.replaceAll("/+$", "") + path);
    }

    public boolean known() {
        return url.isPresent();
    }
}
