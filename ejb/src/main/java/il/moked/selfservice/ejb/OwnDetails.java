// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.channel.Channel;
import il.moked.customer.Consent;
import il.moked.customer.Consents;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.CustomerChanged;
import il.moked.selfservice.OneTimeCode.Purpose;
import il.moked.selfservice.ejb.CodeSending.Proved;
import il.moked.shared.BusinessException;
import il.moked.shared.PhoneNumber;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * How a customer is reached, and what he allows. An address is shown only as far as he knows it again, and is added when a code sent
 * to it came back; what he allows or forbids is kept with the words he was asked in, as everything else he ever said of it.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnDetails {
    /** Where he may be advertised to. */
    public static final List<Channel> ADVERTISED = List.of(Channel.SMS, Channel.EMAIL, Channel.WHATSAPP, Channel.PHONE);
    private static final String CUSTOMER = "customer";
    private static final int LAST = 4;

    @Inject
    Customers customers;
    @Inject
    Consents consents;
    @Inject
    CodeSending codes;
    @Inject
    OwnNotice notice;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param masked as far as he knows it again */
    public record Reach(long id, ContactPoint.Kind kind, String masked, boolean verified, boolean preferred) {
        static Reach of(ContactPoint point) {
            return new Reach(point.id(), point.kind(), OwnDetails.masked(point.kind(), point.address()), point.verified(), point.preferred());
        }
    }

    /** @param said whether he ever said so @param given what he said last @param saidAt or null */
    public record Allowed(Channel channel, boolean said, boolean given, Instant saidAt) {
    }

    /** @param identity masked, or null */
    public record Details(String name, String firstName, String identity, String language, List<Reach> reaches, List<Allowed> allowed) {
    }

    public Details of(long customerId) {
        Customer customer = customers.get(customerId);
        Map<Channel, Consent> latest = consents.latest(customer.id()).stream().filter(consent -> consent.purpose() == Consent.Purpose.PROMOTION).collect(Collectors.toMap(Consent::channel, consent -> consent, (one, other) -> one));
        List<Allowed> allowed = ADVERTISED.stream().map(channel -> allowed(channel, latest.get(channel))).toList();
        List<Reach> reaches = customer.contactPoints().stream().filter(point -> ContactPoint.WRITTEN.contains(point.kind())).map(Reach::of).toList();
        return new Details(customer.displayName(), Optional.ofNullable(customer.particulars().firstName()).orElse(customer.displayName()), customer.nationalId().map(number -> number.masked()).orElse(null), customer.language(), reaches, allowed);
    }

    private static Allowed allowed(Channel channel, Consent said) {
        return new Allowed(channel, said != null, said != null && said.given(), said == null ? null : said.saidAt());
    }

    /** {@code ••••••4567}, {@code d•••@example.org}. */
    static String masked(ContactPoint.Kind kind, String address) {
        if (kind == ContactPoint.Kind.EMAIL) {
            int at = address.indexOf('@');
            return address.substring(0, Math.min(1, Math.max(at, 0))) + "•••" + address.substring(Math.max(at, 0));
        }
        String digits = new PhoneNumber(address).display().replaceAll("[^0-9+*]", "");
        return digits.length() <= LAST ? "••••" : "••••••" + digits.substring(digits.length() - LAST);
    }

    /** Sends a code to an address he says is his. @return what his browser keeps @throws BusinessException as {@link CodeSending#ask}, {@code customer.reach-twice} */
    public String askForAddress(long customerId, String address, String language, String visitor) {
        Customer customer = customers.get(customerId);
        Optional<CodeSending.Reach> reach = CodeSending.reach(address);
        if (reach.filter(there -> customer.contactPoints().stream().anyMatch(point -> point.kind() == there.kind() && point.verified() && point.address().equals(there.address()))).isPresent()) {
            throw new BusinessException("customer.reach-twice");
        }
        return codes.send(Purpose.NEW_ADDRESS, customer.id(), address, language, visitor);
    }

    /** From now on he is reached there, before others of the kind. @return false when the code is wrong or too old */
    public boolean addAddress(long customerId, String handle, String digits) {
        long id = customers.get(customerId).id();
        Optional<Proved> proved = codes.confirm(Purpose.NEW_ADDRESS, handle, digits).filter(address -> address.customerId() != null && customers.get(address.customerId()).id() == id);
        proved.ifPresent(address -> {
            Instant now = clock.instant();
            Customer customer = customers.getLocked(id);
            ContactPoint point = customer.reachableBy(address.kind(), address.address(), address.address(), true, now);
            customers.flush();
            customer.verifyContactPoint(point.id(), now);
            customer.preferContactPoint(point.id());
            events.tell(new CustomerChanged(id, "customer.reach-added", address.kind().name()));
            notice.tell(customer, "own-address-changed", address.address());
        });
        return proved.isPresent();
    }

    /** He is not reached there any more. @throws BusinessException {@code selfservice.last-address} when he could not sign in again; {@code customer.unknown-reach} */
    public void removeAddress(long customerId, long pointId) {
        Customer customer = customers.getLocked(customerId);
        ContactPoint point = customer.contactPoint(pointId);
        boolean another = customer.contactPoints().stream().anyMatch(other -> other.id() != pointId && other.verified() && ContactPoint.WRITTEN.contains(other.kind()));
        if (!another || !ContactPoint.WRITTEN.contains(point.kind())) {
            throw new BusinessException("selfservice.last-address");
        }
        notice.tell(customer, "own-address-changed", null);
        customer.removeContactPoint(pointId, clock.instant());
        events.tell(new CustomerChanged(customer.id(), "customer.reach-removed", point.kind().name()));
    }

    /** @param wording what he was asked, in his language: the proof @throws BusinessException {@code selfservice.channel} where nobody is advertised to */
    public void allow(long customerId, Channel channel, boolean given, String wording) {
        if (!ADVERTISED.contains(channel)) {
            throw new BusinessException("selfservice.channel");
        }
        Customer customer = customers.get(customerId);
        Optional<Consent> latest = consents.latest(customer.id(), channel, Consent.Purpose.PROMOTION);
        if (latest.filter(said -> said.given() == given).isPresent()) {
            return;
        }
        consents.add(new Consent(customer.id(), channel, Consent.Purpose.PROMOTION, given, Consent.Manner.WEB_SITE, wording, null, CUSTOMER, clock.instant()));
        events.tell(new CustomerChanged(customer.id(), given ? "customer.consent-given" : "customer.consent-withdrawn", Consent.Purpose.PROMOTION + " " + channel));
    }
}
