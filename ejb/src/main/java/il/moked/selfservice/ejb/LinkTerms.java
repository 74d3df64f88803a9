// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.selfservice.Secret;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** What an operator says of secure links. */
@ApplicationScoped
public class LinkTerms {
    private static final int MOST_HOURS = 24;

    /** So many hours a link is good, 1 to 24. */
    @Inject
    @ConfigProperty(name = "moked.links.hours", defaultValue = "24")
    int hours;
    /** Where the portal answers, as customers see it, without a path; where it is not said no link can be sent. */
    @Inject
    @ConfigProperty(name = "moked.public.url")
    Optional<String> portal;

    /** @param wished hours, or null */
    Duration good(Integer wished) {
        int most = Math.max(1, Math.min(MOST_HOURS, hours));
        return Duration.ofHours(wished == null ? most : Math.max(1, Math.min(most, wished)));
    }

    /** @throws BusinessException {@code selfservice.link-no-portal} */
    String address(Secret token) {
        return portal.orElseThrow(() -> new BusinessException("selfservice.link-no-portal")).replaceAll("/+$", "") + "/l/" + token.shown();
    }
}
