// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.casework.Cases;
import il.moked.casework.ServiceCase;
import il.moked.casework.SlaClock;
import il.moked.casework.SlaMetric;
import il.moked.casework.SlaState;
import il.moked.customer.Customers;
import il.moked.dispatch.Visit;
import il.moked.dispatch.Visits;
import il.moked.order.Orders;
import il.moked.order.Payment;
import il.moked.order.Payments;
import il.moked.order.SaleOrder;
import il.moked.selfservice.LinkUpload;
import il.moked.selfservice.Secret;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLink.Kind;
import il.moked.selfservice.SecureLink.Proof;
import il.moked.selfservice.SecureLink.State;
import il.moked.selfservice.SecureLinks;
import il.moked.selfservice.SignedForm;
import il.moked.selfservice.SignedForm.Signer;
import il.moked.selfservice.SignedForms;
import il.moked.selfservice.Strokes;
import il.moked.shared.BusinessException;
import il.moked.shared.NotFoundException;
import il.moked.shared.ShownText;
import il.moked.shared.ejb.PlainPhoto;
import il.moked.shared.ejb.PlainVideo;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a customer does with a link he was sent. Everything asks for the link's token and, where its page shows what is personal, for what
 * the browser holds that proved itself; a wrong one of either is the same as a link that never was.
 */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
public class OwnLink {
    private static final int LONGEST_NAME = 120;
    private static final int MOST_VISITS = 5;

    @Inject
    SecureLinks links;
    @Inject
    SignedForms signed;
    @Inject
    Signing signing;
    @Inject
    Cases cases;
    @Inject
    Visits visits;
    @Inject
    Orders orders;
    @Inject
    Payments payments;
    @Inject
    Customers customers;
    @Inject
    LinkLedger ledger;
    @Inject
    Clock clock;

    /** What the browser shows of itself. @param token of the link @param browser what it was given when it proved itself, or empty */
    public record Held(String reference, String token, String browser) {
        Secret secret() {
            return new Secret(token);
        }
    }

    /** A visit that is to come or was. */
    public record VisitLine(LocalDate day, Instant from, Instant to, Visit.State state) {
    }

    /** @param due until when it is to be solved, null while that does not run */
    public record Matter(String number, String subject, ServiceCase.State state, Instant openedAt, Instant since, Instant due, List<VisitLine> visits) {
    }

    /** @param page of the provider, null until there is one @param paid nothing is open any more */
    public record Bill(String order, String amount, String page, boolean paid) {
    }

    /**
     * What he may see. Nothing that is personal before he proved himself.
     *
     * @param asks how he is to prove himself; NONE when he did or need not @param hint end of the address a code goes to, or null
     * @param signedAt when he signed, or null @param sent how many files he sent @param checking how many of them are being checked @param refused how many were refused by the check
     */
    public record View(String reference, Kind kind, State state, String language, Proof asks, String hint, Instant expiresAt, String title, String words, Matter matter, Bill bill, Instant signedAt, long sent, long checking, long refused) {
        public boolean open() {
            return state == State.SENT || state == State.OPENED;
        }
    }

    /** A file as it was sent. */
    public record Sent(byte[] content) {
    }

    /** What names the link a token opens; empty when it opens none. */
    public Optional<String> named(String token) {
        return links.with(new Secret(token)).map(SecureLink::reference);
    }

    private SecureLink his(Held held) {
        return links.findLocked(held.reference(), held.secret()).orElseThrow(() -> new NotFoundException("selfservice.unknown-link"));
    }

    /** The page is shown. */
    public View look(Held held) {
        SecureLink link = his(held);
        Instant now = clock.instant();
        if (link.usable(now) && link.open(now)) {
            ledger.write(link, LinkLedger.Step.OPENED, LinkLedger.CUSTOMER);
        }
        State standing = link.standing(now);
        boolean proved = link.proves(new Secret(held.browser()));
        boolean shows = proved && (link.usable(now) || standing == State.DONE && now.isBefore(link.expiresAt()));
        Optional<SignedForm> paper = shows && link.kind() == Kind.FORM ? signed.ofLink(link.id()) : Optional.empty();
        List<LinkUpload> files = link.kind() == Kind.CAMERA ? links.uploadsOf(List.of(link.id())) : List.of();
        return new View(link.reference(), link.kind(), standing, link.language(), proved ? Proof.NONE : link.proof(), link.proofAddress().map(OwnLink::hint).orElse(null), link.expiresAt(), shows ? link.title() : "", shows ? link.words().orElse(null) : null,
                shows && link.kind() == Kind.STATUS ? matter(link) : null, shows && link.kind() == Kind.PAYMENT ? bill(link) : null, paper.map(SignedForm::signedAt).orElse(null), files.size(), count(files, LinkUpload.State.CHECKING), count(files, LinkUpload.State.INFECTED));
    }

    private static long count(List<LinkUpload> files, LinkUpload.State state) {
        return files.stream().filter(file -> file.state() == state).count();
    }

    /** Enough for whoever has it, too little for whoever does not. */
    private static String hint(String address) {
        int at = address.indexOf('@');
        return at < 0 ? "•••" + address.substring(Math.max(0, address.length() - 3)) : address.charAt(0) + "•••" + address.substring(at);
    }

    private Matter matter(SecureLink link) {
        ServiceCase its = cases.get(link.caseId().orElseThrow());
        Instant due = its.clocks().stream().filter(one -> one.metric() == SlaMetric.RESOLUTION && one.status() == SlaState.Status.RUNNING).findFirst().flatMap(SlaClock::dueAt).orElse(null);
        List<VisitLine> come = visits.ofCase(its.id(), MOST_VISITS).stream().map(visit -> new VisitLine(visit.day(), visit.windowFrom(), visit.windowTo(), visit.state())).toList();
        return new Matter(its.number(), its.subject(), its.state(), its.openedAt(), its.stateSince(), due, come);
    }

    private Bill bill(SecureLink link) {
        SaleOrder order = orders.get(link.orderNumber().orElseThrow());
        Optional<Payment> live = payments.ofOrder(order.id()).stream().filter(payment -> payment.state() == Payment.State.OPEN).findFirst();
        return new Bill(order.number(), live.map(Payment::amount).orElseGet(order::open).format(link.language()), live.flatMap(Payment::link).orElse(null), !order.open().positive());
    }

    /** Where a code for this link goes. */
    public record Target(long customerId, String address) {
    }

    /** @throws BusinessException {@code selfservice.link-over}, {@code selfservice.link-proof} when no code is asked for */
    public Target target(Held held) {
        SecureLink link = his(held);
        link.refuseUnlessUsable(clock.instant());
        return new Target(link.customerId(), link.proofAddress().orElseThrow(() -> new BusinessException("selfservice.link-proof")));
    }

    /** The code was right. @return what his browser keeps from now on */
    public String proved(Held held) {
        SecureLink link = his(held);
        link.refuseUnlessUsable(clock.instant());
        ledger.tell(link, "link-proved", link.proof().name());
        return browser(link);
    }

    private static String browser(SecureLink link) {
        Secret browser = Secret.next();
        link.proved(browser);
        return browser.shown();
    }

    /** The digits that were agreed. Too many wrong ones end the link. @return what his browser keeps from now on; empty when they are wrong */
    public Optional<String> digits(Held held, String typed) {
        SecureLink link = his(held);
        boolean right = link.prove(held.secret(), typed, clock.instant());
        ledger.tell(link, right ? "link-proved" : link.state() == State.LOCKED ? "link-locked" : "link-not-proved", link.proof().name());
        return right ? Optional.of(browser(link)) : Optional.empty();
    }

    private SecureLink usable(Held held, Kind kind) {
        SecureLink link = his(held);
        if (link.kind() != kind || !link.proves(new Secret(held.browser()))) {
            throw new NotFoundException("selfservice.unknown-link");
        }
        link.refuseUnlessUsable(clock.instant());
        return link;
    }

    /**
     * He signs. The link is used up with it.
     *
     * @param name as he writes it @param agreed that he read it @param strokes as {@link Strokes} has them @param address of his device
     * @throws BusinessException {@code selfservice.sign-name}, {@code selfservice.sign-agree}, {@code selfservice.sign-short}, {@code selfservice.sign-unreadable}, {@code selfservice.link-over}
     */
    public void sign(Held held, String name, boolean agreed, String strokes, String address, String device) {
        SecureLink link = usable(held, Kind.FORM);
        String signer = name == null ? "" : ShownText.line(ShownText.storable(name), LONGEST_NAME).strip();
        if (signer.length() < 2) {
            throw new BusinessException("selfservice.sign-name");
        }
        if (!agreed) {
            throw new BusinessException("selfservice.sign-agree");
        }
        Strokes drawn = Strokes.signature(strokes);
        String proof = link.proof() + link.proofAddress().map(where -> " " + where).orElse("");
        signing.sign(link, drawn, new Signer(signer, proof, address, device == null ? "" : ShownText.line(ShownText.storable(device), 200)));
    }

    /** What he signed. @throws NotFoundException {@code selfservice.not-signed}, also once the link's time is over */
    public LinkReading.Paper paper(Held held) {
        SecureLink link = his(held);
        boolean may = link.kind() == Kind.FORM && link.proves(new Secret(held.browser())) && clock.instant().isBefore(link.expiresAt());
        SignedForm form = signed.ofLink(link.id()).filter(found -> may).orElseThrow(() -> new NotFoundException("selfservice.not-signed"));
        return new LinkReading.Paper(LinkReading.fileName(form), form.pdf());
    }

    /**
     * Photos and videos, made anew; they are checked before anybody sees them.
     *
     * @return ids of what is to be checked now
     * @throws BusinessException {@code selfservice.upload-none}, {@code selfservice.upload-kind}, {@code selfservice.upload-many}, {@code selfservice.link-over}
     */
    public List<Long> upload(Held held, List<Sent> sent) {
        // nobody's pictures are worked on before it is known that he may send any
        links.with(held.secret()).filter(link -> link.reference().equals(held.reference()) && link.kind() == Kind.CAMERA).orElseThrow(() -> new NotFoundException("selfservice.unknown-link")).refuseUnlessUsable(clock.instant());
        if (sent.isEmpty()) {
            throw new BusinessException("selfservice.upload-none");
        }
        if (sent.size() > LinkUpload.MOST_OF_A_LINK) {
            throw new BusinessException("selfservice.upload-many", LinkUpload.MOST_OF_A_LINK);
        }
        List<Made> made = sent.stream().map(OwnLink::made).toList();
        SecureLink link = usable(held, Kind.CAMERA);
        long before = links.uploads(link.id());
        if (before + made.size() > LinkUpload.MOST_OF_A_LINK) {
            throw new BusinessException("selfservice.upload-many", LinkUpload.MOST_OF_A_LINK);
        }
        List<Long> ids = new ArrayList<>();
        for (Made file : made) {
            LinkUpload upload = new LinkUpload(link, file.kind() + "-" + (before + ids.size() + 1) + "." + file.ending(), file.contentType(), file.content(), clock.instant());
            links.add(upload);
            ids.add(upload.id());
        }
        ledger.tell(link, "upload-received", Integer.toString(ids.size()));
        return ids;
    }

    private record Made(String kind, String ending, String contentType, byte[] content) {
    }

    private static Made made(Sent sent) {
        Optional<Made> photo = PlainPhoto.jpeg(sent.content(), LinkUpload.MOST_PHOTO).map(content -> new Made("photo", "jpg", "image/jpeg", content));
        return photo.or(() -> PlainVideo.of(sent.content(), LinkUpload.MOST_VIDEO).map(video -> new Made("video", video.ending(), video.contentType(), video.content()))).orElseThrow(() -> new BusinessException("selfservice.upload-kind"));
    }
}
