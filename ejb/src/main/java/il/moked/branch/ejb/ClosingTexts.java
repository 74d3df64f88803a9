// SPDX-License-Identifier: Apache-2.0
package il.moked.branch.ejb;

import il.moked.branch.Arrival;
import il.moked.branch.Branch;
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
import il.moked.interaction.ejb.CustomerTexts;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.PortalAddress;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Optional;

/** What whoever waits when a branch closes is told by text message: that he is served still, or how he is served another way. */
@ApplicationScoped
class ClosingTexts {
    @Inject
    ChannelAccounts accounts;
    @Inject
    Interactions interactions;
    @Inject
    Acknowledging acknowledging;
    @Inject
    CustomerTexts texts;
    @Inject
    Clock clock;
    @Inject
    PortalAddress portal;

    /** Nobody is taken any more; he is served. @return whether there is a way to tell him */
    boolean stays(Arrival arrival) {
        Branch branch = arrival.branch();
        return tell(arrival, "branch-closing", branch.name(language(arrival)), arrival.number().orElse(""));
    }

    /** He was not served: he can be called, or come at an hour of his own. @return whether there is a way to tell him */
    boolean goesHome(Arrival arrival) {
        Branch branch = arrival.branch();
        return tell(arrival, "branch-closed", branch.name(language(arrival)), arrival.number().orElse(""), portal.page("").or(branch::phone).orElse(""));
    }

    private static String language(Arrival arrival) {
        return arrival.customer().map(Customer::language).orElse("he");
    }

    private boolean tell(Arrival arrival, String key, Object... arguments) {
        Optional<ChannelAccount> account = accounts.usual(Channel.SMS);
        Optional<PhoneNumber> number = number(arrival);
        if (account.isEmpty() || number.isEmpty() || arrival.customer().isEmpty()) {
            return false;
        }
        Interaction talk = arrival.interactionId().map(interactions::getLocked).orElseGet(() -> begin(arrival, account.get(), number.get()));
        return acknowledging.notice(talk, account.get(), number.get().value(), texts.text(key, language(arrival), arguments));
    }

    /** The one he gave at the door, else one we know of him. */
    private static Optional<PhoneNumber> number(Arrival arrival) {
        return arrival.telephone().or(() -> arrival.customer().flatMap(customer -> customer.contactPoints().stream().filter(point -> point.kind() == ContactPoint.Kind.PHONE).map(ContactPoint::address).findFirst())).map(PhoneNumber::new).filter(PhoneNumber::mobile);
    }

    /** Who is not at the door yet has no conversation. */
    private Interaction begin(Arrival arrival, ChannelAccount account, PhoneNumber number) {
        Interaction talk = new Interaction(Reference.next(), arrival.customer().orElseThrow(), Identification.CONFIRMED, account, arrival.branch().teamId(), arrival.reason().name(language(arrival)) + " · " + arrival.branch().name(language(arrival)), number.value(), language(arrival),
                clock.instant());
        interactions.add(talk);
        interactions.flush();
        return talk;
    }
}
