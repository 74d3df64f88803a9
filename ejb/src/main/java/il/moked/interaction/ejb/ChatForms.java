// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.ejb;

import il.moked.interaction.SharedFormTemplate.Field;
import il.moked.interaction.Interaction;
import il.moked.interaction.InteractionEvent;
import il.moked.interaction.Interactions;
import il.moked.interaction.SharedForm;
import il.moked.interaction.SharedForm.Fault;
import il.moked.interaction.SharedForms;
import il.moked.shared.NationalId;
import il.moked.shared.NotFoundException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;

/** What the customer does with the form beside his chat, proved by the secret of his session. */
@Stateless
@PermitAll
public class ChatForms {
    @Inject
    ChatSessions chats;
    @Inject
    SharedForms forms;
    @Inject
    Interactions interactions;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** What is open beside his chat. */
    public Optional<FormShown> of(String secret) {
        return Optional.ofNullable(chats.standing(secret).interactionId()).flatMap(forms::openOf).map(FormShown::of);
    }

    /** @throws il.moked.shared.BusinessException {@code chat.form-over}, {@code chat.form-field} */
    public void fill(String secret, long formId, int place, String content) {
        SharedForm form = own(secret, formId);
        form.fill(place, content, true);
        events.tell(new SharedFormChanged(form.interactionId()));
    }

    /**
     * What was filled in becomes a line of the customer's; of what is secret it says only that it was. Whether that fits what is known of him
     * is told to whoever serves him, and not to him.
     *
     * @return what kept it from being sent, by place; empty when it was sent
     */
    public Map<Integer, Fault> send(String secret, long formId) {
        SharedForm form = own(secret, formId);
        Map<Integer, Fault> faults = form.faults();
        if (faults.isEmpty()) {
            Interaction interaction = interactions.get(form.interactionId());
            String line = line(form, interaction);
            compared(form, interaction);
            form.end(SharedForm.State.SENT, clock.instant());
            chats.say(secret, "form-" + form.id(), line);
            events.tell(new InteractionActed(interaction.id(), interaction.customerId(), "interaction.form-sent", false));
            events.tell(new SharedFormChanged(interaction.id()));
        }
        return faults;
    }

    private String line(SharedForm form, Interaction interaction) {
        StringBuilder line = new StringBuilder(form.template().name(interaction.language()));
        for (Field field : form.template().fields()) {
            form.filled(field.place()).ifPresent(filled -> line.append('\n').append(field.label(interaction.language())).append(": ").append(field.kind().secret() ? texts.text("form-secret", interaction.language()) : filled.content()));
        }
        return line.toString();
    }

    private void compared(SharedForm form, Interaction interaction) {
        Optional<NationalId> known = interaction.customer().nationalId();
        for (Field field : form.template().fields()) {
            if (field.kind().secret() && known.isPresent() && form.filled(field.place()).isPresent()) {
                boolean fits = form.filled(field.place()).flatMap(filled -> NationalId.parse(filled.content())).equals(known);
                interactions.add(new InteractionEvent(interaction, fits ? InteractionEvent.Kind.IDENTITY_FITS : InteractionEvent.Kind.IDENTITY_FITS_NOT, "", null, clock.instant()));
            }
        }
    }

    private SharedForm own(String secret, long formId) {
        Long interaction = chats.standing(secret).interactionId();
        SharedForm form = forms.getLocked(formId);
        if (interaction == null || form.interactionId() != interaction) {
            throw new NotFoundException("chat.unknown-form");
        }
        return form;
    }
}
