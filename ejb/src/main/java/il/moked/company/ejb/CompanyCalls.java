// SPDX-License-Identifier: Apache-2.0
package il.moked.company.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.agreement.Agreement;
import il.moked.agreement.Agreements;
import il.moked.agreement.OwnedProduct;
import il.moked.calendar.Calendars;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import il.moked.casework.ejb.SelfOpening;
import il.moked.channel.Channel;
import il.moked.channel.ChannelAccount;
import il.moked.channel.ChannelAccounts;
import il.moked.company.Companies;
import il.moked.company.CompanyCase;
import il.moked.company.CompanyCases;
import il.moked.company.CompanyFault;
import il.moked.company.CompanySite;
import il.moked.company.CompanyUser;
import il.moked.company.Permission;
import il.moked.company.Reach;
import il.moked.customer.Customer;
import il.moked.customer.Customers;
import il.moked.customer.Identification;
import il.moked.dispatch.Visit;
import il.moked.dispatch.Visits;
import il.moked.interaction.Attachment;
import il.moked.interaction.AttachmentLine;
import il.moked.interaction.CardNumbers;
import il.moked.interaction.FormSubmission;
import il.moked.interaction.Interaction;
import il.moked.interaction.Interactions;
import il.moked.interaction.Message;
import il.moked.interaction.Reference;
import il.moked.interaction.ejb.MessageReceived;
import il.moked.promise.Promises;
import il.moked.routing.WorkItems;
import il.moked.shared.BusinessException;
import il.moked.shared.Names;
import il.moked.shared.NotFoundException;
import il.moked.shared.Page;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Calls of a company, opened and followed by its own people, at the sites where they may. What they write is a contact like any
 * other and waits in the line of the web form. Nothing that staff tell each other is shown.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class CompanyCalls {
    public static final int PAGE = 25;
    private static final int MOST_A_PAGE = 100;
    private static final int LONGEST_ACTOR = 80;
    private static final int MOST_MESSAGES = 100;
    private static final int MOST_VISITS = 10;
    private static final int MOST_PROMISES = 50;
    private static final int MOST_PRODUCTS = 200;

    @Inject
    CompanyAccess access;
    @Inject
    Companies companies;
    @Inject
    CompanyCases companyCases;
    @Inject
    Cases cases;
    @Inject
    SelfOpening opening;
    @Inject
    Customers customers;
    @Inject
    Agreements agreements;
    @Inject
    Calendars calendars;
    @Inject
    ChannelAccounts accounts;
    @Inject
    WorkItems workItems;
    @Inject
    StaffUsers users;
    @Inject
    Interactions interactions;
    @Inject
    Visits visits;
    @Inject
    Promises promises;
    @Inject
    DomainEvents events;
    @Inject
    Clock clock;

    /** @param siteId null for the company as a whole @param fault code, for a fault @param ownedProductId or null @param severity null for normal */
    public record NewCall(Long siteId, ServiceCase.Kind kind, String fault, Long ownedProductId, ServiceCase.Severity severity, String subject, String description) {
    }

    public record Site(long id, String name, String address) {
    }

    public record Fault(String code, Names names) {
    }

    public record Product(long id, String sku, String name, String serial) {
    }

    /** What a call can be opened with. @param whole whether one may belong to no site */
    public record Choices(List<Site> sites, boolean whole, List<Fault> faults, List<Product> products) {
    }

    /** @param left business time, negative when it is over; null while it pauses or is over @param due null while it pauses */
    public record ClockLine(SlaMetric metric, SlaState.Status status, Duration target, Duration taken, Instant due, boolean met, boolean missed) {
        public boolean ended() {
            return status.ended();
        }
    }

    /** @param ours whether the organisation wrote it @param author null for the organisation */
    public record Said(boolean ours, String author, String text, Instant at, List<AttachmentLine> files) {
    }

    public record VisitLine(String number, Names kind, Visit.State state, Instant from, Instant to, Instant expected, Instant ended) {
    }

    public record PromiseMade(String text, Instant due, boolean broken) {
    }

    /** @param site null for none @param product name or null @param agreement number or null @param openedBy name of whoever of the company did, null for staff @param clocks the last run of each @param said newest first */
    public record CallDetail(String number, int version, ServiceCase.Kind kind, ServiceCase.Severity severity, ServiceCase.State state, ServiceCase.Cause cause, String subject, String description, Site site, Names fault, String product, String agreement, String openedBy,
            Instant openedAt, Instant solvedAt, List<ClockLine> clocks, List<Said> said, List<VisitLine> visits, List<PromiseMade> promises, boolean writable) {
    }

    /** Those of one product, kind and fault are chosen of. */
    public Choices choices(long userId) {
        CompanyUser user = access.user(userId);
        Reach reach = access.reach(user, Permission.OPEN);
        return new Choices(companies.sites(user.customerId()).stream().filter(site -> site.active() && reach.covers(site.id())).map(CompanyCalls::site).toList(), reach.whole(),
                companies.faults().stream().filter(CompanyFault::active).map(fault -> new Fault(fault.code(), fault.names())).toList(),
                agreements.productsOf(user.customerId(), MOST_PRODUCTS).stream().map(owned -> new Product(owned.id(), owned.sku(), owned.name(), owned.serial().orElse(null))).toList());
    }

    private static Site site(CompanySite site) {
        return new Site(site.id(), site.name(), site.address());
    }

    /** Sites whose calls he may see, those no longer used too. */
    public List<Site> sites(long userId) {
        CompanyUser user = access.user(userId);
        Reach reach = access.reach(user, Permission.SEE);
        return companies.sites(user.customerId()).stream().filter(site -> reach.covers(site.id())).map(CompanyCalls::site).toList();
    }

    /** Every fault there is or was, by its code. */
    public Map<String, Names> faults() {
        return companies.faults().stream().collect(Collectors.toMap(CompanyFault::code, CompanyFault::names, (one, other) -> one, LinkedHashMap::new));
    }

    /**
     * Opens a call; sent again with the same key it is the same.
     *
     * @param key of the form or request
     * @return its number
     * @throws BusinessException {@code shared.field-…}, {@code company.site}, {@code company.fault}, {@code company.product} with the field, {@code company.not-allowed}
     */
    public String open(long userId, NewCall wanted, List<FormSubmission.File> files, String key) {
        Instant now = clock.instant();
        access.user(userId);
        // two of the same at once come one after the other
        CompanyUser user = companies.userLocked(access.user(userId).customerId(), userId);
        Reach reach = access.reach(user, Permission.OPEN);
        Optional<String> known = companyCases.openedWith(user.customerId(), key);
        if (known.isPresent()) {
            return known.get();
        }
        CompanySite site = where(user, reach, wanted.siteId());
        CompanyFault fault = what(wanted);
        if (wanted.ownedProductId() != null && agreements.productsOf(user.customerId(), MOST_PRODUCTS).stream().map(OwnedProduct::id).noneMatch(wanted.ownedProductId()::equals)) {
            throw new BusinessException("company.product", "product");
        }
        Customer customer = customers.get(user.customerId());
        String described = text("description", wanted.description(), ServiceCase.LONGEST_DESCRIPTION);
        String subject = text("subject", wanted.subject(), ServiceCase.LONGEST_SUBJECT);
        Interaction talk = begin(user, customer, ShownText.line(subject, ServiceCase.LONGEST_SUBJECT), now);
        ServiceCase opened = opening.open(customer, new ServiceCase.About(wanted.kind(), wanted.severity(), subject, withPlace(described, site, wanted.kind() == ServiceCase.Kind.FAULT ? fault : null, user), null, wanted.ownedProductId()), talk, users.team(talk.teamId()), ShownText.line(user.name(), LONGEST_ACTOR), now);
        companyCases.find(opened.id()).orElseThrow().openedBy(user, site, fault, key);
        companyCases.flush();
        say(user, talk, true, described, files, key, now);
        events.tell(new CompanyActed("company.call-opened", CompanyActed.CALL, opened.id(), customer.id(), CompanyAccess.who(user)));
        return opened.number();
    }

    /** So that whoever deals with it sees where it is and what is wrong there without asking. */
    private static String withPlace(String described, CompanySite site, CompanyFault fault, CompanyUser user) {
        CompanyWords words = new CompanyWords(user.language());
        String place = site == null ? "" : "\n" + words.text("call.site", site.name(), site.address()) + site.externalNumber().map(number -> " (" + number + ")").orElse("");
        String what = fault == null ? "" : "\n" + words.text("call.fault", fault.names().in(user.language()));
        String whole = (described + "\n" + place + what).strip();
        return whole.length() > ServiceCase.LONGEST_DESCRIPTION ? described : whole;
    }

    private CompanySite where(CompanyUser user, Reach reach, Long siteId) {
        if (siteId == null) {
            if (!reach.whole()) {
                throw new BusinessException("company.site", "site");
            }
            return null;
        }
        if (!reach.covers(siteId)) {
            throw new BusinessException("company.site", "site");
        }
        try {
            CompanySite site = companies.site(user.customerId(), siteId);
            if (site.active()) {
                return site;
            }
        } catch (NotFoundException anothers) {
            throw new BusinessException("company.site", "site");
        }
        throw new BusinessException("company.site", "site");
    }

    private CompanyFault what(NewCall wanted) {
        if (wanted.kind() == null || !EnumSet.of(ServiceCase.Kind.FAULT, ServiceCase.Kind.REQUEST, ServiceCase.Kind.COMPLAINT).contains(wanted.kind())) {
            throw new BusinessException("shared.field-missing", "kind");
        }
        String code = wanted.kind() == ServiceCase.Kind.FAULT ? wanted.fault() : CompanyFault.OTHER;
        return companies.fault(code).filter(CompanyFault::active).orElseThrow(() -> new BusinessException("company.fault", "fault"));
    }

    private static String text(String field, String given, int longest) {
        if (given == null || given.isBlank()) {
            throw new BusinessException("shared.field-missing", field);
        }
        String kept = given.strip();
        if (kept.length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return CardNumbers.masked(ShownText.of(ShownText.storable(kept)));
    }

    /** A conversation of his own: answers go to him. */
    private Interaction begin(CompanyUser user, Customer customer, String subject, Instant now) {
        ChannelAccount account = accounts.usual(Channel.FORM).orElseThrow(() -> new BusinessException("channel.closed"));
        Interaction talk = new Interaction(Reference.next(), customer, Identification.CONFIRMED, account, workItems.queue(account.queueId()).teamId(), subject, user.email(), user.language(), now);
        interactions.add(talk);
        interactions.flush();
        return talk;
    }

    private void say(CompanyUser user, Interaction talk, boolean opened, String text, List<FormSubmission.File> files, String key, Instant now) {
        Message message = Message.inbound(talk, user.name(), text, null, null, key, EnumSet.noneOf(Message.Notice.class), null, now);
        interactions.add(message);
        files.forEach(file -> interactions.add(new Attachment(file.fileName(), file.contentType(), null, false, file.content()).of(message)));
        interactions.flush();
        ChannelAccount account = accounts.get(talk.accountId());
        events.tell(new MessageReceived(talk.id(), message.id(), opened, account.id(), account.queueId(), talk.channel(), talk.customer().segment(), talk.customer().id(), talk.language(), null, talk.owner().map(owner -> owner.id()).orElse(null), null, now));
    }

    /** Newest first. @param live whether only those that are not solved @param siteId null for all he may see @param before id of the last of the page before, or null */
    public Page<CompanyCases.Line> list(long userId, boolean live, Long siteId, Long before, int size) {
        CompanyUser user = access.user(userId);
        return companyCases.list(user.customerId(), access.reach(user, Permission.SEE), live, siteId, before, Math.max(1, Math.min(size, MOST_A_PAGE)));
    }

    /** @throws NotFoundException {@code company.unknown-call} */
    public CallDetail get(long userId, String number) {
        CompanyUser user = access.user(userId);
        CompanyCase row = companyCases.seen(number, user.customerId(), access.reach(user, Permission.SEE));
        ServiceCase of = cases.get(row.caseId());
        Instant now = clock.instant();
        OwnedProduct owned = of.ownedProductId().map(agreements::seen).orElse(null);
        List<Message> messages = cases.messages(of.id(), MOST_MESSAGES);
        Map<Long, List<AttachmentLine>> files = interactions.attachments(messages.stream().map(Message::id).toList()).stream().collect(Collectors.groupingBy(AttachmentLine::messageId));
        return new CallDetail(of.number(), of.version(), of.kind(), of.severity(), of.state(), of.cause().orElse(null), of.subject(), of.description(), row.siteId().map(id -> site(companies.site(user.customerId(), id))).orElse(null),
                of.kind() == ServiceCase.Kind.FAULT ? companies.fault(row.fault()).map(CompanyFault::names).orElse(null) : null, owned == null ? of.sku().orElse(null) : owned.name(), of.agreementId().map(agreements::get).map(Agreement::number).orElse(null),
                row.userId().flatMap(companies::find).map(CompanyUser::name).orElse(null), of.openedAt(), of.solvedAt().orElse(null), clocks(of, now),
                messages.stream().map(message -> said(message, files.getOrDefault(message.id(), List.of()))).toList(),
                visits.ofCase(of.id(), MOST_VISITS).stream().map(visit -> new VisitLine(visit.number(), new Names(visit.kind().name("he"), visit.kind().name("en")), visit.state(), visit.windowFrom(), visit.windowTo(), visit.expected().orElse(null), visit.endedAt().orElse(null))).toList(),
                promised(of, now),
                of.mergedIntoId().isEmpty());
    }

    /** Made in the conversations of that call; others of the company belong to none, or to another. */
    private List<PromiseMade> promised(ServiceCase of, Instant now) {
        return promises.pendingIn(cases.conversationsOf(of.id()), MOST_PROMISES).stream().map(promise -> new PromiseMade(promise.text(), promise.dueAt(), promise.broken(now))).toList();
    }

    private static Said said(Message message, List<AttachmentLine> files) {
        boolean ours = message.direction() == Message.Direction.OUTBOUND;
        return new Said(ours, ours ? null : message.author(), message.text(), message.at(), files);
    }

    private List<ClockLine> clocks(ServiceCase of, Instant now) {
        Map<SlaMetric, SlaClock> last = of.clocks().stream().filter(clock -> clock.status() != SlaState.Status.VOID).collect(Collectors.toMap(SlaClock::metric, clock -> clock, (one, other) -> one.run() > other.run() ? one : other));
        return last.values().stream().sorted(Comparator.comparing(SlaClock::metric)).map(clock -> new ClockLine(clock.metric(), clock.status(), clock.target(), clock.state(calendars::first).countedAt(now), clock.dueAt().orElse(null), clock.met(), clock.breachedAt().isPresent())).toList();
    }

    /** Goes on about a call, in his own conversation about it. @param key of the form: sent again it is the same @throws NotFoundException {@code company.unknown-call} @throws BusinessException {@code shared.field-…}, {@code company.not-allowed} */
    public void write(long userId, String number, String words, List<FormSubmission.File> files, String key) {
        Instant now = clock.instant();
        CompanyUser user = access.user(userId);
        CompanyCase row = companyCases.seen(number, user.customerId(), access.reach(user, Permission.SEE));
        if (!user.reach(Permission.OPEN).covers(row.siteId().orElse(null))) {
            throw new BusinessException("company.not-allowed");
        }
        String text = text("text", words, ServiceCase.LONGEST_DESCRIPTION);
        if (interactions.holding(List.of(key)).isPresent()) {
            return;
        }
        Optional<Interaction> his = cases.conversationsOf(row.caseId()).stream().map(interactions::get).filter(talk -> talk.channel() == Channel.FORM && Objects.equals(talk.replyAddress().orElse(null), user.email())).findFirst();
        // the conversation before the case, as whoever answers in it does
        Interaction talk = his.map(one -> interactions.getLocked(one.id())).orElseGet(() -> begin(user, customers.get(user.customerId()), cases.get(row.caseId()).subject(), now));
        if (his.isEmpty()) {
            opening.goesOn(cases.getLocked(row.caseId()), talk, ShownText.line(user.name(), LONGEST_ACTOR), now);
        }
        say(user, talk, his.isEmpty(), text, files, key, now);
        events.tell(new CompanyActed("company.call-continued", CompanyActed.CALL, row.caseId(), row.customerId(), CompanyAccess.who(user)));
    }

    /** A file of what was written about a call. @throws NotFoundException {@code company.unknown-call}, {@code company.unknown-file} */
    public Attachment file(long userId, String number, long attachmentId) {
        CompanyUser user = access.user(userId);
        CompanyCase row = companyCases.seen(number, user.customerId(), access.reach(user, Permission.SEE));
        List<Long> messages = cases.messages(row.caseId(), MOST_MESSAGES).stream().map(Message::id).toList();
        if (interactions.attachments(messages).stream().noneMatch(file -> file.id() == attachmentId)) {
            throw new NotFoundException("company.unknown-file");
        }
        return interactions.attachment(attachmentId);
    }
}
