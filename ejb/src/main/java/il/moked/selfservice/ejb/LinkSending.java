// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUser;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseReading;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.customer.ContactPoint;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Reference;
import il.moked.order.Orders;
import il.moked.order.SaleOrder;
import il.moked.order.ejb.Paying;
import il.moked.selfservice.FormTemplate;
import il.moked.selfservice.FormTemplate.Field;
import il.moked.selfservice.FormTemplates;
import il.moked.selfservice.Secret;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLink.About;
import il.moked.selfservice.SecureLink.Bound;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.SecureLink.Proving;
import il.moked.selfservice.SecureLinks;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Sends a customer a link, from within his conversation or his case, and takes it back. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class LinkSending {
    private static final Pattern DIGITS = Pattern.compile("\\d{4,8}");
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final int MOST_ORDERS = 10;

    @Inject
    SecureLinks links;
    @Inject
    FormTemplates forms;
    @Inject
    Interactions interactions;
    @Inject
    Cases cases;
    @Inject
    CaseReading caseReading;
    @Inject
    Customers customers;
    @Inject
    Outsourcing outsourcing;
    @Inject
    Orders orders;
    @Inject
    Paying paying;
    @Inject
    ChannelAccounts accounts;
    @Inject
    LinkLeaving leaving;
    @Inject
    LinkTerms terms;
    @Inject
    LinkLedger ledger;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /**
     * What is to be sent, from a conversation, a case or both.
     *
     * @param form code, for {@link Kind#FORM} @param order number, for {@link Kind#PAYMENT} @param way null for what fits best
     * @param digits that were agreed with the customer; null where a code is sent to him when he opens it
     * @param hours it is good, null for as long as may be
     */
    public record Wish(Kind kind, Long interactionId, Long caseId, String form, String order, SecureLink.Way way, String digits, Integer hours) {
    }

    public record FormLine(String code, int edition, String hebrewName, String englishName) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public record OrderLine(String number, String open) {
    }

    /** What can be sent to be signed. */
    public List<FormLine> forms() {
        return forms.all().stream().filter(FormTemplate::active).map(form -> new FormLine(form.code(), form.edition(), form.name("he"), form.name("en"))).toList();
    }

    /** Orders of the customer that are not paid. */
    public List<OrderLine> unpaid(long customerId, String language) {
        outsourcing.check(customerId);
        return orders.ofCustomer(customerId, null, MOST_ORDERS).rows().stream().filter(order -> order.open().positive() && order.state() != SaleOrder.State.CANCELLED && order.state() != SaleOrder.State.DRAFT)
                .map(order -> new OrderLine(order.number(), order.open().format(language))).toList();
    }

    /**
     * @return the link's reference, which opens nothing
     * @throws BusinessException {@code selfservice.link-bound} without conversation and case, {@code interaction.not-owner}, {@code selfservice.unknown-form}, {@code selfservice.link-digits},
     *         {@code selfservice.link-no-proof} when no code can reach him, {@code selfservice.link-no-way}, {@code selfservice.link-no-portal}
     */
    public String send(Wish wish) {
        StaffUser user = currentUser.get();
        Optional<Interaction> there = Optional.ofNullable(wish.interactionId()).map(interactions::getLocked);
        there.ifPresent(interaction -> refuseUnlessHis(interaction, user));
        Optional<ServiceCase> its = Optional.ofNullable(wish.caseId()).map(id -> cases.get(caseReading.line(id).id()));
        Customer customer = there.map(interaction -> interaction.customer().current()).or(() -> its.map(one -> customers.get(one.customerId()).current())).orElseThrow(() -> new BusinessException("selfservice.link-bound"));
        outsourcing.check(customer.id());
        its.ifPresent(one -> one.refuseUnlessOf(customer.id()));
        String language = there.map(Interaction::language).orElse(customer.language());
        Secret token = Secret.next();
        Instant now = clock.instant();
        Bound bound = new Bound(customer.id(), wish.interactionId(), wish.caseId(), language);
        SecureLink link = new SecureLink(Reference.next(), token, bound, about(wish, customer, its, language), proving(wish, customer), user.userName(), user.id(), now, now.plus(terms.good(wish.hours())));
        links.add(link);
        leaving.leave(link, token, wish.way());
        ledger.write(link, LinkLedger.Step.SENT, user.userName());
        return link.reference();
    }

    /** Whoever writes to him there: its owner; an integration does so for a system that knows. */
    private static void refuseUnlessHis(Interaction interaction, StaffUser user) {
        if (!interaction.ownedBy(user.id()) && !user.has(Role.SUPERVISOR) && !user.has(Role.INTEGRATION)) {
            throw new BusinessException("interaction.not-owner", interaction.owner().map(owner -> owner.name(user.language())).orElse("–"));
        }
    }

    private About about(Wish wish, Customer customer, Optional<ServiceCase> its, String language) {
        return switch (wish.kind()) {
            case FORM -> {
                FormTemplate form = Optional.ofNullable(wish.form()).flatMap(forms::find).filter(FormTemplate::active).orElseThrow(() -> new NotFoundException("selfservice.unknown-form"));
                yield new About(Kind.FORM, form.name(language), form.id(), FormTemplate.filled(form.text(language), values(customer, its, language)), null);
            }
            case CAMERA -> new About(Kind.CAMERA, "", null, null, null);
            case STATUS -> new About(Kind.STATUS, its.map(ServiceCase::number).orElseThrow(() -> new BusinessException("selfservice.link-no-case")), null, null, null);
            case PAYMENT -> {
                SaleOrder order = Optional.ofNullable(wish.order()).flatMap(orders::findByNumber).filter(found -> customers.get(found.customerId()).current().id().equals(customer.id())).orElseThrow(() -> new NotFoundException("order.unknown"));
                paying.ask(order.number());
                yield new About(Kind.PAYMENT, order.number(), null, null, order.number());
            }
        };
    }

    private Map<Field, String> values(Customer customer, Optional<ServiceCase> its, String language) {
        Map<Field, String> values = new EnumMap<>(Field.class);
        values.put(Field.CUSTOMER, customer.displayName());
        values.put(Field.CUSTOMER_NUMBER, customer.id().toString());
        values.put(Field.DATE, DAY.format(LocalDate.ofInstant(clock.instant(), zone)));
        its.ifPresent(one -> {
            values.put(Field.CASE, one.number());
            values.put(Field.SUBJECT, one.subject());
        });
        accounts.usual(Channel.FORM).map((ChannelAccount form) -> form.name(language)).ifPresent(name -> values.put(Field.ORGANISATION, name));
        return values;
    }

    private Proving proving(Wish wish, Customer customer) {
        if (wish.digits() != null && !wish.digits().isBlank()) {
            String digits = wish.digits().strip();
            if (!DIGITS.matcher(digits).matches()) {
                throw new BusinessException("selfservice.link-digits");
            }
            return new Proving(Proof.DIGITS, null, digits);
        }
        if (!wish.kind().personal()) {
            return new Proving(Proof.NONE, null, null);
        }
        String address = Stream.of(ContactPoint.Kind.PHONE, ContactPoint.Kind.EMAIL).flatMap(kind -> customer.reached(kind).stream()).findFirst().orElseThrow(() -> new BusinessException("selfservice.link-no-proof"));
        return new Proving(Proof.CODE, address, null);
    }

    /** @throws BusinessException {@code selfservice.link-over} when it is done or over already */
    public void withdraw(String reference) {
        SecureLink link = links.getLocked(reference);
        outsourcing.check(link.customerId());
        link.withdraw(clock.instant());
        ledger.write(link, LinkLedger.Step.WITHDRAWN, currentUser.get().userName());
    }
}
