// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.branch.Arrival;
import il.moked.branch.ArrivalEvent.Kind;
import il.moked.branch.Arrivals;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Identification;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.Acknowledging;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** Sends somebody his number with his place and wait by text message, on the ordinary way out; what was sent is kept with his visit. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.SYSTEM})
public class TicketTelling {
    /** Seeded: how a conversation ends that was only begun to send this. */
    private static final String SENT = "TICKET_SENT";

    @Inject
    Admission admission;
    @Inject
    BranchAccess access;
    @Inject
    Arrivals arrivals;
    @Inject
    Interactions interactions;
    @Inject
    ChannelAccounts accounts;
    @Inject
    Acknowledging acknowledging;
    @Inject
    TicketWords words;
    @Inject
    ArrivalLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;

    /**
     * @param telephone as typed; blank: one that is known of him
     * @return the number it was sent to, as people write it
     * @throws BusinessException {@code branch.no-mobile}, {@code shared.field-malformed}, {@code branch.no-texts}, {@code branch.told-often}
     */
    public String byText(long arrivalId, String telephone) {
        return tell(admission.locked(access.arrival(arrivalId)), telephone, currentUser.name());
    }

    /** To the telephone that it was taken with. @param by whoever lets it be sent */
    public void ofHome(long arrivalId, String by) {
        Arrival arrival = arrivals.get(arrivalId);
        tell(arrival, arrival.telephone().orElse(null), by);
    }

    private String tell(Arrival arrival, String telephone, String by) {
        PhoneNumber number = number(arrival, telephone);
        ChannelAccount account = accounts.usual(Channel.SMS).orElseThrow(() -> new BusinessException("branch.no-texts"));
        Customer customer = arrival.customer().orElseThrow();
        Interaction visit = arrival.interactionId().map(interactions::get).orElseGet(() -> begin(arrival, customer, account, number));
        if (!acknowledging.notice(visit, account, number.value(), words.of(arrival, arrivals.keyOf(arrival.id()), customer.language()))) {
            throw new BusinessException("branch.told-often", "telephone");
        }
        if (arrival.interactionId().isEmpty()) {
            visit.close(interactions.seededReason(SENT), null, clock.instant());
        }
        ledger.write(arrival, Kind.TOLD, by, Channel.SMS.name());
        return number.display();
    }

    private PhoneNumber number(Arrival arrival, String telephone) {
        Optional<PhoneNumber> wanted = telephone == null || telephone.isBlank() ? knownOf(arrival) : Optional.of(PhoneNumber.parse(telephone).orElseThrow(() -> new BusinessException("shared.field-malformed", "telephone")));
        return wanted.filter(PhoneNumber::mobile).orElseThrow(() -> new BusinessException("branch.no-mobile", "telephone"));
    }

    private static Optional<PhoneNumber> knownOf(Arrival arrival) {
        return arrival.telephone().map(PhoneNumber::new)
                .or(() -> arrival.customer().stream().flatMap(customer -> customer.contactPoints().stream()).filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(point -> new PhoneNumber(point.address())).filter(PhoneNumber::mobile).findFirst());
    }

    /** Who is still at home has no conversation at the branch yet. */
    private Interaction begin(Arrival arrival, Customer customer, ChannelAccount account, PhoneNumber number) {
        Interaction talk = new Interaction(Reference.next(), customer, Identification.CONTACT_POINT, account, arrival.branch().teamId(), arrival.branch().name(customer.language()) + " · " + arrival.number().orElse(""), number.value(), customer.language(), clock.instant());
        interactions.add(talk);
        interactions.flush();
        return talk;
    }
}
