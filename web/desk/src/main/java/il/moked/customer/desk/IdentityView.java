// SPDX-License-Identifier: Apache-2.0
package il.moked.customer.desk;

import il.moked.channel.Channel;
import il.moked.customer.AuthorisedPerson;
import il.moked.customer.Consent;
import il.moked.customer.HouseholdMember;
import il.moked.customer.Particular;
import il.moked.customer.ejb.Consenting.ConsentLine;
import il.moked.customer.ejb.IdentityReading;
import il.moked.customer.ejb.IdentityReading.Identity;
import il.moked.customer.ejb.IdentityReading.Other;
import il.moked.customer.ejb.IdentityReading.Ties;
import il.moked.shared.desk.Screen;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** parts/customer/card.xhtml: who the customer of a card is; each part of it is read once, when it is shown. */
@Named
@RequestScoped
public class IdentityView {
    /** Of which a customer is asked even when he never spoke of them. */
    private static final List<Channel> ASKED = List.of(Channel.PHONE, Channel.SMS, Channel.EMAIL, Channel.WHATSAPP, Channel.POST);

    @Inject
    IdentityReading reading;
    @Inject
    Screen screen;

    private Identity identity;
    private Ties ties;
    private List<ConsentLine> consents;
    private Boolean mayReveal;

    /** One channel, and what he said last of it for each purpose; null: he never spoke of it. */
    public record Ways(Channel channel, ConsentLine service, ConsentLine promotion) {
        public ConsentLine of(Consent.Purpose purpose) {
            return purpose == Consent.Purpose.SERVICE ? service : promotion;
        }
    }

    /** @param shown the customer of the card that is drawn; when the part is drawn again by itself the page says whose it is */
    public Identity of(Long shown) {
        if (identity == null) {
            identity = reading.of(whose(shown));
        }
        return identity;
    }

    private long whose(Long shown) {
        return screen.text("customer") == null ? shown : screen.number("customer");
    }

    public Ties ties() {
        if (ties == null) {
            ties = reading.tiesOf(identity.id());
        }
        return ties;
    }

    public List<Ways> ways() {
        if (consents == null) {
            consents = reading.consentsOf(identity.id());
        }
        Map<Channel, List<ConsentLine>> said = consents.stream().collect(Collectors.groupingBy(ConsentLine::channel));
        List<Channel> channels = new ArrayList<>(ASKED);
        said.keySet().stream().filter(channel -> !channels.contains(channel)).sorted().forEach(channels::add);
        Function<Channel, Function<Consent.Purpose, ConsentLine>> last = channel -> purpose -> said.getOrDefault(channel, List.of()).stream().filter(one -> one.purpose() == purpose).findFirst().orElse(null);
        return channels.stream().map(channel -> new Ways(channel, last.apply(channel).apply(Consent.Purpose.SERVICE), last.apply(channel).apply(Consent.Purpose.PROMOTION))).toList();
    }

    /** Not those of other firms. */
    public boolean isMayReveal() {
        if (mayReveal == null) {
            mayReveal = reading.mayReveal();
        }
        return mayReveal;
    }

    /** As it is in the form; empty when it is not known. */
    public String known(String field) {
        return Optional.ofNullable(identity.particulars().get(Particular.named(field).orElseThrow())).orElse("");
    }

    public Consent.Purpose[] getPurposes() {
        return Consent.Purpose.values();
    }

    /** How a customer may have said it to a person; the others are told by systems. */
    public List<Consent.Manner> getManners() {
        return Stream.of(Consent.Manner.values()).filter(manner -> manner != Consent.Manner.OTHER_SYSTEM).toList();
    }

    public HouseholdMember.Part[] getParts() {
        return HouseholdMember.Part.values();
    }

    public AuthorisedPerson.Role[] getRoles() {
        return AuthorisedPerson.Role.values();
    }

    /** Who is known by what was written, to be tied to this customer; null before anybody was looked for. */
    public List<Other> found() {
        return screen.text("who") == null ? null : reading.lookUp(screen.text("who"));
    }
}
