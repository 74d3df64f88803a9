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

    public FormToken.Age age(FormToken token) {
        return token.age(clock.instant(), Duration.ofSeconds(shortestSeconds));
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
