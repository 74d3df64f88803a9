// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.channel.Channel;
import il.moked.interaction.SharedFormTemplate;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.SharedForm;
import il.moked.interaction.SharedForms;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Optional;

/** What whoever serves a chat does with a form beside it; the customer's half is {@link ChatForms}. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class FormSharing {
    @Inject
    SharedForms forms;
    @Inject
    Interactions interactions;
    @Inject
    CurrentUser currentUser;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    public List<SharedFormTemplate> templates() {
        return forms.templates();
    }

    /** What is open beside a conversation. */
    public Optional<FormShown> of(long interactionId) {
        return forms.openOf(interactionId).map(FormShown::of);
    }

    /** Puts a form beside the chat; one that is there already is withdrawn. @throws BusinessException {@code interaction.not-owner}, {@code interaction.closed}, {@code chat.only} */
    public void open(long interactionId, String template) {
        Interaction interaction = served(interactionId);
        forms.openOf(interactionId).ifPresent(open -> open.end(SharedForm.State.WITHDRAWN, clock.instant()));
        forms.add(new SharedForm(interactionId, forms.template(template), currentUser.get().userName(), clock.instant()));
        told(interaction, "interaction.form-opened");
    }

    /** @throws BusinessException {@code chat.form-over}, {@code chat.form-field}: also for what is secret */
    public void fill(long interactionId, long formId, int place, String content) {
        Interaction interaction = served(interactionId);
        own(interactionId, formId).fill(place, content, false);
        told(interaction, "interaction.form-filled");
    }

    public void withdraw(long interactionId, long formId) {
        Interaction interaction = served(interactionId);
        own(interactionId, formId).end(SharedForm.State.WITHDRAWN, clock.instant());
        told(interaction, "interaction.form-withdrawn");
    }

    private SharedForm own(long interactionId, long formId) {
        SharedForm form = forms.getLocked(formId);
        if (form.interactionId() != interactionId) {
            throw new NotFoundException("chat.unknown-form");
        }
        return form;
    }

    private Interaction served(long interactionId) {
        StaffUser user = currentUser.get();
        Interaction interaction = interactions.getLocked(interactionId);
        interaction.refuseIfClosed();
        if (interaction.channel() != Channel.CHAT) {
            throw new BusinessException("chat.only");
        }
        if (!interaction.ownedBy(user.id())) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
        return interaction;
    }

    private void told(Interaction interaction, String action) {
        events.tell(new InteractionActed(interaction.id(), interaction.customerId(), action, false));
        events.tell(new SharedFormChanged(interaction.id()));
    }
}
