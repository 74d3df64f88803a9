// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.ejb.Reception;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where a filled-in form is handed in, by the form's page or by the chat when nobody is there. */
@ApplicationScoped
public class FormDoor {
    private static final String ACCOUNT = "form";
    private static final String BUNDLE = "il.moked.interaction.portal.interaction";

    @Inject
    Reception reception;
    @Inject
    InstallationSecrets secrets;
    @Inject
    Texts texts;
    @Inject
    Clock clock;
    /** Nobody fills the contact form faster than this; a faster one is asked to press once more. Seconds. */
    @Inject
    @ConfigProperty(name = "moked.portal.form-min-seconds", defaultValue = "2")
    long shortestSeconds;

    /** A token for an empty form. */
    public String issue() {
        return new FormToken(Reference.next(), clock.instant()).signed(secrets.portalKey());
    }

    /** @return empty when it was not issued here */
    public Optional<FormToken> read(String token) {
        return FormToken.read(token, secrets.portalKey());
    }

    /** Of a form that is shown again: its own token as long as that is good, so that it is the same form. */
    public String kept(String token) {
        return read(token).filter(this::fresh).isPresent() ? token : issue();
    }

    /** Whether a form with it may still be handed in. */
    public boolean fresh(FormToken token) {
        return age(token) != FormToken.Age.TOO_OLD;
    }

    private FormToken.Age age(FormToken token) {
        return token.age(clock.instant(), Duration.ofSeconds(shortestSeconds));
    }

    /**
     * Why a form cannot be told from a script's; sending once more is all a person has to do. A browser that fills in every field
     * fills the trap too.
     *
     * @param trap what stands in the field that no person sees
     * @return key of a text that says it
     */
    public Optional<String> refusal(Optional<FormToken> token, String trap) {
        if (trap == null || !trap.isEmpty()) {
            return Optional.of("again.person");
        }
        if (token.isEmpty()) {
            return Optional.of("again.old");
        }
        return switch (age(token.get())) {
            case TOO_OLD -> Optional.of("again.old");
            case TOO_YOUNG -> Optional.of("again.fast");
            case GOOD -> Optional.empty();
        };
    }

    /**
     * @param form without problems
     * @return false when this very form was handed in before; that contact stays as it is
     * @throws BusinessException {@code channel.closed}, {@code channel.too-large}, {@code channel.unknown-account}
     */
    public boolean handIn(FormToken token, ContactForm form, List<FormSubmission.File> files, Locale locale) {
        String topic = texts.text(BUNDLE, "topic." + form.topic(), locale);
        FormSubmission submission = form.submission(token.reference(), topic, locale.getLanguage(), files);
        return reception.receive(ACCOUNT, token.reference(), sender(submission), submission.bytes());
    }

    /** Whose forms must stay in order. */
    private static String sender(FormSubmission submission) {
        return Stream.of(submission.email(), submission.phone(), submission.reference()).filter(address -> address != null).findFirst().orElseThrow();
    }
}
