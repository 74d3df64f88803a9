// SPDX-License-Identifier: Apache-2.0
package il.moked.company.portal;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.interaction.Reference;
import il.moked.interaction.portal.FormToken;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** What a form of the business portal carries: signed, and good for nobody but whom it was shown to. Sent twice it is the same. */
@ApplicationScoped
public class BusinessForms {
    @Inject
    InstallationSecrets secrets;
    @Inject
    Clock clock;

    String issue(long userId) {
        return new FormToken(Reference.next() + "-" + userId, clock.instant()).signed(secrets.portalKey());
    }

    /** Its reference; empty when it is another's, or too old. */
    Optional<String> read(String token, long userId) {
        return FormToken.read(token, secrets.portalKey()).filter(form -> form.reference().endsWith("-" + userId)).filter(form -> form.age(clock.instant(), Duration.ZERO) != FormToken.Age.TOO_OLD).map(FormToken::reference);
    }
}
