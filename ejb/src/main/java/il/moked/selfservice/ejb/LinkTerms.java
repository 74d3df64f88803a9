// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says of secure links. */
@ApplicationScoped
public class LinkTerms {
    private static final int MOST_HOURS = 24;

    /** So many hours a link is good, 1 to 24. */
    @Inject
    @ConfigProperty(name = "moked.links.hours", defaultValue = "24")
    int hours;
    @Inject
    PortalAddress portal;

    /** @param wished hours, or null */
    Duration good(Integer wished) {
        int most = Math.max(1, Math.min(MOST_HOURS, hours));
        return Duration.ofHours(wished == null ? most : Math.max(1, Math.min(most, wished)));
    }

    /** @throws BusinessException {@code selfservice.link-no-portal} */
    String address(Secret token) {
        return portal.page("/l/" + token.shown()).orElseThrow(() -> new BusinessException("selfservice.link-no-portal"));
    }
}
