// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.access.ejb.InstallationSecrets;
import il.moked.channel.ejb.Reception;
import il.moked.channel.portal.ContactSpool;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Reference;
import il.moked.shared.BusinessException;
import il.moked.shared.portal.PortalLog;
import il.moked.shared.portal.Texts;
import jakarta.ejb.EJBException;
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
    ContactSpool spool;
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

    /** What became of a form that was handed in. */
    public enum Handed {
        NEW,
        /** This very form was handed in before; that contact stays as it is. */
        AGAIN,
        /** The inside is away: it is safe here and taken in later. */
        KEPT
    }

    /**
     * @param form without problems
     * @throws BusinessException {@code channel.closed}, {@code channel.too-large}, {@code channel.unknown-account}, {@code channel.spool-full}
     */
    public Handed handIn(FormToken token, ContactForm form, List<FormSubmission.File> files, Locale locale) {
        String topic = texts.text(BUNDLE, "topic." + form.topic(), locale);
        return handIn(form.submission(token.reference(), topic, locale.getLanguage(), files));
    }

    /** @throws BusinessException as {@link #handIn(FormToken, ContactForm, List, Locale)} */
    Handed handIn(FormSubmission submission) {
        Reception.Thing thing = new Reception.Thing(ACCOUNT, submission.reference(), sender(submission), submission.bytes());
        try {
            return reception.receive(thing.account(), thing.externalId(), thing.sender(), thing.raw()) ? Handed.NEW : Handed.AGAIN;
        } catch (EJBException away) {
            PortalLog.LOG.formNotTaken(away);
            return spool.keep(thing) ? Handed.KEPT : Handed.AGAIN;
        }
    }

    /** Whose forms must stay in order. */
    private static String sender(FormSubmission submission) {
        return Stream.of(submission.continued(), submission.email(), submission.phone(), submission.reference()).filter(address -> address != null).findFirst().orElseThrow();
    }
}
