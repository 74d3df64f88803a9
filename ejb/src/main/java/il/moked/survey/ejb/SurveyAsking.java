// SPDX-License-Identifier: Apache-2.0
package il.moked.survey.ejb;

import il.moked.casework.Cases;
import il.moked.casework.ejb.CaseActed;
import il.moked.channel.Channel;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.dispatch.Visits;
import il.moked.dispatch.ejb.VisitActed;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.interaction.ejb.InteractionClosed;
import il.moked.routing.ejb.ClosedNotice;
import il.moked.routing.ejb.ClosedNotice.Told;
import il.moked.routing.ejb.ClosedNotice.Way;
import il.moked.selfservice.Secret;
import il.moked.shared.ejb.DomainEvents;
import il.moked.shared.ejb.PortalAddress;
import il.moked.survey.Occasion;
import il.moked.survey.Survey;
import il.moked.survey.Survey.About;
import il.moked.survey.SurveyPlan;
import il.moked.survey.Surveys;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Asks those who are drawn by lot how it was, once a conversation, a case or a visit ended. Whoever served them has no say in whom.
 * Nobody is asked twice within {@link Survey#REST}.
 */
@ApplicationScoped
class SurveyAsking {
    private static final String CLOSED = "SURVEY";

    @Inject
    Surveys surveys;
    @Inject
    Customers customers;
    @Inject
    Interactions interactions;
    @Inject
    Cases cases;
    @Inject
    Visits visits;
    @Inject
    ClosedNotice notice;
    @Inject
    CustomerTexts texts;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;
    @Inject
    PortalAddress portal;

    /** Only what a person closed: nobody was served in what closed by itself. */
    void conversation(@Observes InteractionClosed event) {
        if (event.ownerId() != null && interactions.seededReason(event.reason()).chosen() && drawn(Occasion.CONVERSATION)) {
            Interaction closed = interactions.get(event.interactionId());
            ask(event.customerId(), new About(Occasion.CONVERSATION, closed.id(), closed.teamId(), closed.channel()));
        }
    }

    void matter(@Observes CaseActed event) {
        if (event.action().equals("casework.closed") && drawn(Occasion.CASE)) {
            ask(event.customerId(), new About(Occasion.CASE, event.subjectId(), cases.get(event.subjectId()).teamId(), null));
        }
    }

    void visit(@Observes VisitActed event) {
        if (event.action().equals("dispatch.done") && drawn(Occasion.VISIT)) {
            ask(event.customerId(), new About(Occasion.VISIT, event.subjectId(), cases.get(visits.get(event.subjectId()).caseId()).teamId(), null));
        }
    }

    private boolean drawn(Occasion occasion) {
        return portal.known() && surveys.plan(occasion).draws(ThreadLocalRandom.current().nextInt(SurveyPlan.ALL));
    }

    private void ask(long customerId, About about) {
        Customer customer = customers.get(customerId).current();
        Instant now = clock.instant();
        if (surveys.asked(about.occasion(), about.id()) || surveys.askedSince(customer.id(), now.minus(Survey.REST))) {
            return;
        }
        way(customer).ifPresent(way -> ask(customer, about, way, now));
    }

    private Optional<Way> way(Customer customer) {
        return notice.way(Channel.EMAIL, customer.reached(ContactPoint.Kind.EMAIL).stream().findFirst()).or(() -> notice.way(Channel.SMS, customer.reached(ContactPoint.Kind.PHONE).stream().findFirst()));
    }

    private void ask(Customer customer, About about, Way way, Instant now) {
        Secret token = Secret.next();
        Survey survey = new Survey(token.hash(), customer, about, now);
        String language = customer.language();
        String organisation = way.account().name(language);
        String address = portal.page("/survey/" + token.shown()).orElseThrow();
        boolean sent = notice.tell(customer, Identification.CONTACT_POINT, way, language,
                new Told(texts.text("survey-subject", language), CLOSED, texts.text("survey-kept", language), texts.text("survey-asked." + about.occasion(), language, organisation, address)));
        if (sent) {
            surveys.add(survey);
            events.tell(new SurveyActed(survey.id(), customer.id(), "survey.asked", about.occasion().name()));
        }
    }
}
