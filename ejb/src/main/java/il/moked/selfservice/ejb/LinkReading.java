// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.ejb;

import il.moked.access.Role;
import il.moked.casework.ejb.CaseReading;
import il.moked.customer.Customers;
import il.moked.customer.ejb.Outsourcing;
import il.moked.selfservice.LinkUpload;
import il.moked.selfservice.SecureLink;
import il.moked.selfservice.SecureLinks;
import il.moked.selfservice.SignedForm;
import il.moked.selfservice.SignedForm.Difference;
import il.moked.selfservice.SignedForms;
import il.moked.shared.NotFoundException;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** What became of links, the paper that was signed by one, and whether what was signed still is as it was. */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.INTEGRATION})
public class LinkReading {
    public static final int MOST = 10;
    private static final int BATCH = 100;
    private static final int MOST_FINDINGS = 50;

    @Inject
    SecureLinks links;
    @Inject
    SignedForms signed;
    @Inject
    Customers customers;
    @Inject
    CaseReading cases;
    @Inject
    Outsourcing outsourcing;
    @Inject
    LinkLedger ledger;
    @Inject
    Clock clock;

    /** @param received files that are in the conversation @param checking files that are being checked @param infected files that were thrown away */
    public record LinkLine(String reference, SecureLink.Kind kind, SecureLink.State state, String title, SecureLink.Way way, SecureLink.Proof proof, long customerId, Long interactionId, Long caseId, String sentBy, Instant sentAt, Instant expiresAt, Instant openedAt, Instant settledAt, long received,
            long checking, long infected) {
        public boolean open() {
            return state == SecureLink.State.SENT || state == SecureLink.State.OPENED;
        }

        public boolean signed() {
            return kind == SecureLink.Kind.FORM && state == SecureLink.State.DONE;
        }
    }

    public record Paper(String fileName, byte[] pdf) {
    }

    /** @param number of the form in the chain, from 1 @param different nothing when it is as it was signed */
    public record Checked(long number, Set<Difference> different) {
    }

    /** @param forms how many were looked at @param wrong the first ones that are not as they were signed */
    public record Chain(long forms, List<Checked> wrong) {
    }

    /** Newest first. */
    public List<LinkLine> ofCustomer(long customerId) {
        long current = customers.get(customerId).current().id();
        outsourcing.check(current);
        return lines(links.ofCustomer(current, MOST));
    }

    /** Newest first. */
    public List<LinkLine> ofCase(long caseId) {
        return lines(links.ofCase(cases.line(caseId).id(), MOST));
    }

    public LinkLine get(String reference) {
        return lines(List.of(his(reference))).get(0);
    }

    private SecureLink his(String reference) {
        SecureLink link = links.get(reference);
        outsourcing.check(link.customerId());
        return link;
    }

    private List<LinkLine> lines(List<SecureLink> found) {
        Instant now = clock.instant();
        Map<Long, List<LinkUpload>> uploads = links.uploadsOf(found.stream().filter(link -> link.kind() == SecureLink.Kind.CAMERA).map(SecureLink::id).toList()).stream().collect(Collectors.groupingBy(LinkUpload::linkId));
        return found.stream().map(link -> line(link, uploads.getOrDefault(link.id(), List.of()), now)).toList();
    }

    private static LinkLine line(SecureLink link, List<LinkUpload> uploads, Instant now) {
        return new LinkLine(link.reference(), link.kind(), link.standing(now), link.title(), link.way(), link.proof(), link.customerId(), link.interactionId().orElse(null), link.caseId().orElse(null), link.sentBy(), link.createdAt(), link.expiresAt(), link.openedAt().orElse(null), link.settledAt().orElse(null),
                count(uploads, LinkUpload.State.CLEAN), count(uploads, LinkUpload.State.CHECKING), count(uploads, LinkUpload.State.INFECTED));
    }

    private static long count(List<LinkUpload> uploads, LinkUpload.State state) {
        return uploads.stream().filter(upload -> upload.state() == state).count();
    }

    /** @throws NotFoundException {@code selfservice.not-signed} */
    public Paper paper(String reference) {
        SecureLink link = his(reference);
        SignedForm form = form(link);
        ledger.tell(link, "form-read", Long.toString(form.number()));
        return new Paper(fileName(form), form.pdf());
    }

    static String fileName(SignedForm form) {
        return form.templateCode() + "-" + form.number() + ".pdf";
    }

    private SignedForm form(SecureLink link) {
        return signed.ofLink(link.id()).orElseThrow(() -> new NotFoundException("selfservice.not-signed"));
    }

    /** Whether it is as it was signed, and has its place between the one before and the one after. */
    public Checked check(String reference) {
        SecureLink link = his(reference);
        SignedForm form = form(link);
        String before = form.number() == 1 ? "" : signed.withNumber(form.number() - 1).map(SignedForm::chainHash).orElse("?");
        Set<Difference> found = EnumSet.noneOf(Difference.class);
        found.addAll(form.compared(before));
        String after = signed.withNumber(form.number() + 1).map(SignedForm::beforeHash).orElseGet(() -> signed.end().number() == form.number() ? signed.end().hash() : "?");
        if (!after.equals(form.chainHash())) {
            found.add(Difference.CHAIN);
        }
        ledger.tell(link, "form-checked", form.number() + " " + found.size());
        return new Checked(form.number(), found);
    }

    /** All that ever was signed, from the first to the last. */
    @RolesAllowed({Role.SUPERVISOR, Role.INTEGRATION})
    public Chain checkAll() {
        List<Checked> wrong = new ArrayList<>();
        String before = "";
        long expected = 1;
        SignedForms.End end = signed.end();
        while (expected <= end.number() && wrong.size() < MOST_FINDINGS) {
            List<SignedForm> next = signed.after(expected - 1, BATCH);
            for (SignedForm form : next) {
                for (; expected < form.number() && wrong.size() < MOST_FINDINGS; expected++) {
                    wrong.add(new Checked(expected, EnumSet.of(Difference.GONE)));
                }
                Set<Difference> found = form.compared(before);
                if (!found.isEmpty()) {
                    wrong.add(new Checked(form.number(), found));
                }
                before = form.chainHash();
                expected = form.number() + 1;
            }
            signed.forgetRead();
            if (next.isEmpty()) {
                wrong.add(new Checked(expected++, EnumSet.of(Difference.GONE)));
            }
        }
        if (wrong.isEmpty() && expected == end.number() + 1 && !before.equals(end.hash())) {
            wrong.add(new Checked(end.number(), EnumSet.of(Difference.CHAIN)));
        }
        return new Chain(end.number(), wrong);
    }
}
