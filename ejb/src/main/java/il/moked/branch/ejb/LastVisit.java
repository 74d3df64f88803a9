// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalLine;
import il.moked.branch.Arrivals;
import il.moked.branch.CounterSeats;
import il.moked.catalog.Quote;
import il.moked.catalog.QuoteLine;
import il.moked.catalog.Quotes;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.InternalNote;
import il.moked.promise.PromiseLine;
import il.moked.promise.Promises;
import il.moked.shared.Money;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The visit whoever serves a customer should know of: the one before him, or the one his customer comes from. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR})
public class LastVisit {
    /** Who was at a branch within this time goes on with it, as a rule. */
    private static final Duration LATELY = Duration.ofDays(3);
    private static final int MOST_NOTES = 3;
    private static final int MOST_QUOTES = 5;
    private static final int MOST_PROMISES = 20;

    @Inject
    Arrivals arrivals;
    @Inject
    CounterSeats seats;
    @Inject
    Interactions interactions;
    @Inject
    Quotes quotes;
    @Inject
    Promises promises;
    @Inject
    Clock clock;

    /**
     * @param here whether it is the conversation that was asked about; then only the visit itself is told, the rest is on the screen
     * @param wrapUpHebrew how it ended, or null @param clerkHebrew who served him, or null @param said the last that was written down, oldest first @param quoted what was offered at which price @param promised and not done yet
     */
    public record Seen(ArrivalLine visit, String hebrewBranch, String englishBranch, boolean here, String clerkHebrew, String clerkEnglish, String wrapUpHebrew, String wrapUpEnglish, String wrapUpNote, List<String> said, List<Quoted> quoted, List<String> promised) {
        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }

        public String clerk(String language) {
            return "he".equals(language) ? clerkHebrew : clerkEnglish;
        }

        public String wrapUp(String language) {
            return "he".equals(language) ? wrapUpHebrew : wrapUpEnglish;
        }
    }

    /** @param hebrewWhat the first of it */
    public record Quoted(String number, String hebrewWhat, String englishWhat, Money gross) {
        public String what(String language) {
            return "he".equals(language) ? hebrewWhat : englishWhat;
        }
    }

    /** Empty when there is none, or none lately. */
    public Optional<Seen> of(long interactionId) {
        Interaction interaction = interactions.get(interactionId);
        if (interaction.channel().inPerson()) {
            return arrivals.ofInteraction(interactionId).map(visit -> seen(visit, interaction, true));
        }
        if (!interaction.open()) {
            return Optional.empty();
        }
        Instant after = clock.instant().minus(LATELY);
        return interaction.relatedId().flatMap(arrivals::ofInteraction).or(() -> seats.lastOf(interaction.customer().current().id(), after)).map(visit -> seen(visit, interactions.get(visit.interactionId().orElseThrow()), false));
    }

    private Seen seen(Arrival visit, Interaction talk, boolean here) {
        long customer = talk.customer().current().id();
        StaffUser clerk = talk.owner().orElse(null);
        return new Seen(ArrivalLine.of(visit), visit.branch().name("he"), visit.branch().name("en"), here, clerk == null ? null : clerk.name("he"), clerk == null ? null : clerk.name("en"),
                talk.wrapUpReason().map(reason -> reason.name("he")).orElse(null), talk.wrapUpReason().map(reason -> reason.name("en")).orElse(null), talk.wrapUpNote().orElse(null), here ? List.of() : notes(talk.id()),
                here ? List.of() : quotes.of(customer, null, null, MOST_QUOTES).rows().stream().filter(quote -> quote.interactionId().filter(talk.id()::equals).isPresent()).map(LastVisit::quoted).toList(),
                here ? List.of() : promises.pendingOf(customer, MOST_PROMISES).stream().filter(promise -> talk.id().equals(promise.interactionId())).map(PromiseLine::text).toList());
    }

    private List<String> notes(long interactionId) {
        List<String> all = interactions.notesAfter(interactionId, 0).stream().map(InternalNote::text).toList();
        return all.subList(Math.max(0, all.size() - MOST_NOTES), all.size());
    }

    private static Quoted quoted(Quote quote) {
        return new Quoted(quote.number().spoken(), quote.lines().stream().map(QuoteLine::hebrewName).findFirst().orElse(""), quote.lines().stream().map(QuoteLine::englishName).findFirst().orElse(""), quote.gross());
    }
}
