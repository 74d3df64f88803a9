// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.interaction.AwaitedFile;
import il.moked.interaction.AwaitedFiles;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;

/** A person wants a file that was given up. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class LateFiles {
    @Inject
    AwaitedFiles awaited;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /**
     * Asks the provider anew, for days if need be. For whoever owns the conversation, also when it is closed, and for supervisors.
     *
     * @throws BusinessException {@code interaction.not-owner}, {@code interaction.file-not-given-up}
     */
    public void fetchAgain(long fileId) {
        StaffUser user = currentUser.get();
        AwaitedFile file = awaited.findLocked(fileId).orElseThrow(() -> new NotFoundException("interaction.unknown-attachment"));
        Interaction interaction = interactions.get(file.interactionId());
        if (!interaction.ownedBy(user.id()) && !user.has(Role.SUPERVISOR)) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
        file.again(clock.instant());
        events.tell(new InteractionActed(interaction.id(), interaction.customer().id(), "interaction.file-asked-again", true));
    }
}
