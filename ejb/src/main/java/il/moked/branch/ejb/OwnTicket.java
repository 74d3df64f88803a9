// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.branch.Branch;
import il.moked.branch.BranchHours;
import il.moked.branch.Branches;
import il.moked.branch.ejb.Greeting.CheckedIn;
import il.moked.branch.ejb.Greeting.Visitor;
import il.moked.calendar.BusinessCalendar;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the owner of a number does with it himself: he takes it from home, looks where he stands, and leaves the line. Whoever
 * holds the key of a ticket, which nobody can guess, is its owner; he sees his number and his place, and nothing of who he is.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnTicket {
    private static final int LONGEST_NAME = 120;
    private static final int FARTHEST_MINUTES = 240;

    @Inject
    BranchHours hours;
    @Inject
    Branches branches;
    @Inject
    Arrivals arrivals;
    @Inject
    CheckingIn checkingIn;
    @Inject
    Admission admission;
    @Inject
    TicketTelling telling;
    @Inject
    Places places;
    @Inject
    Clock clock;

    /** @param before how many are due before him @param minutes he will wait about so long; null when no counter is open @param expectedAt when he said that he would come, null unless he is still at home @param counter that calls or serves him, or null */
    public record Ticket(String branch, String hebrewBranch, String englishBranch, String number, Arrival.State state, String hebrewReason, String englishReason, int before, Integer minutes, Instant takenAt, Instant expectedAt, Integer counter) {
        public String branch(String language) {
            return "he".equals(language) ? hebrewBranch : englishBranch;
        }

        public String reason(String language) {
            return "he".equals(language) ? hebrewReason : englishReason;
        }
    }

    /** @param inMinutes he will be there @param key made by the form that asks: the same again is the same number */
    public record Wanted(String name, String telephone, String reason, int inMinutes, String key) {
    }

    /** Empty when nobody has a ticket with that key there. */
    public Optional<Ticket> of(String branchCode, String key) {
        return arrival(branchCode, key).map(this::ticket);
    }

    /**
     * A number before he comes. Whose telephone has one already is sent that one again, so that nobody learns of it who has not
     * the telephone.
     *
     * @return his ticket; empty when it was sent to the telephone instead
     * @throws BusinessException {@code shared.field-…}, {@code branch.no-mobile} and whatever keeps somebody from a number
     */
    public Optional<Ticket> reserve(String branchCode, Wanted wanted) {
        Branch branch = branches.inUse(branchCode);
        String telephone = telephone(wanted.telephone());
        if (wanted.name() != null && wanted.name().strip().length() > LONGEST_NAME) {
            throw new BusinessException("shared.field-too-long", "name", LONGEST_NAME);
        }
        if (wanted.inMinutes() < 0 || wanted.inMinutes() > FARTHEST_MINUTES) {
            throw new BusinessException("branch.expected", "expected");
        }
        Instant expected = clock.instant().plus(Duration.ofMinutes(wanted.inMinutes()).plusSeconds(1));
        BusinessCalendar calendar = hours.of(branch);
        if (!calendar.openAt(clock.instant()) || !calendar.openAt(expected)) {
            throw new BusinessException("branch.closed-then", "expected");
        }
        CheckedIn taken = checkingIn.fromHome(branch, new Visitor(null, wanted.name(), telephone, null, wanted.reason(), null, Arrival.How.HOME, wanted.key()), expected, ArrivalLedger.CLOCK);
        boolean his = wanted.key().equals(arrivals.keyOf(taken.visit().id()));
        if (!his || !taken.already()) {
            telling.ofHome(taken.visit().id(), ArrivalLedger.CLOCK);
        }
        return his ? of(branchCode, wanted.key()) : Optional.empty();
    }

    private static String telephone(String typed) {
        if (typed == null || typed.isBlank()) {
            throw new BusinessException("shared.field-missing", "telephone");
        }
        PhoneNumber number = PhoneNumber.parse(typed).orElseThrow(() -> new BusinessException("shared.field-malformed", "telephone"));
        if (!number.mobile()) {
            throw new BusinessException("branch.no-mobile", "telephone");
        }
        return number.value();
    }

    /** He need not wait any more. @throws BusinessException {@code branch.changed} when he is served already */
    public void leave(String branchCode, String key) {
        Arrival known = arrival(branchCode, key).orElseThrow(() -> new NotFoundException("branch.unknown-arrival"));
        Arrival arrival = admission.locked(known);
        if (arrival.state() == Arrival.State.LEFT) {
            return;
        }
        arrival.leave(clock.instant());
        admission.gone(arrival, Kind.LEFT, "LEFT_BRANCH", ArrivalLedger.CLOCK, null);
    }

    /** As its owner sees it. */
    public Ticket ticket(Arrival of) {
        Places.Place place = places.of(of);
        Branch branch = of.branch();
        return new Ticket(branch.code(), branch.name("he"), branch.name("en"), of.number().orElse(""), of.state(), of.reason().name("he"), of.reason().name("en"), place.before(), place.minutes(), of.takenAt(),
                of.state() == Arrival.State.EXPECTED ? of.expectedAt().orElse(null) : null, of.counter().map(counter -> counter.number()).orElse(null));
    }

    private Optional<Arrival> arrival(String branchCode, String key) {
        return branches.findByCode(branchCode).flatMap(branch -> arrivals.withKey(branch.id(), key));
    }
}
