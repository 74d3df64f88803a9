// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.SetUpVersion;
import il.moked.access.SetUpVersions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;

/** Keeps each change of the set-up as a version, in the transaction in which it was made. */
@ApplicationScoped
public class SetUpChronicle {
    @Inject
    SetUpVersions versions;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    void record(@Observes SetUpChange change) {
        versions.add(new SetUpVersion(change.subject(), change.subjectId(), versions.next(change.subject(), change.subjectId()), change.action(), change.detail(), change.content(), currentUser.name(), clock.instant()));
    }
}
