// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import il.moked.access.Role;
import il.moked.access.ejb.CurrentUser;
import il.moked.casework.Cases;
import il.moked.casework.ejb.CaseReading;
import il.moked.complaint.Complaint;
import il.moked.complaint.Complaint.Assessment;
import il.moked.complaint.Complaint.Decision;
import il.moked.complaint.Complaint.Remedy;
import il.moked.complaint.ComplaintCause;
import il.moked.complaint.ComplaintStep;
import il.moked.complaint.ComplaintStep.Kind;
import il.moked.complaint.Complaints;
import il.moked.interaction.CardNumbers;
import il.moked.shared.BusinessException;
import il.moked.shared.ShownText;
import il.moked.shared.StaleVersionException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.ZoneId;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The stages of a complaint, one after another; what cannot follow is refused ({@code complaint.stage}) and nothing is changed. Every step
 * takes the version that was looked at, null for whichever it is now.
 */
@Stateless
@RolesAllowed({Role.AGENT, Role.SUPERVISOR, Role.OMBUDSMAN, Role.INTEGRATION})
public class ComplaintHandling {
    @Resource
    SessionContext context;
    @Inject
    Complaints complaints;
    @Inject
    Cases cases;
    @Inject
    CaseReading reading;
    @Inject
    ComplaintLedger ledger;
    @Inject
    ComplaintCounting counting;
    @Inject
    ToComplainant writing;
    @Inject
    CurrentUser currentUser;
    @Inject
    Clock clock;
    /** Zone in which the days of the law are counted. */
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** What the customer is told. @param send false when whoever says so told him himself, by voice or on paper */
    public record Letter(String text, boolean send) {
    }

    /** What he wants to have done. @param words may be empty */
    public void seek(long caseId, Integer seen, Remedy remedy, String words) {
        Complaint of = changing(caseId, seen);
        String said = text("words", words, Complaint.LONGEST_REMEDY, false);
        of.seeks(remedy, said.isEmpty() ? null : said);
        write(of, Kind.REMEDY, remedy.name(), said);
    }

    /** Somebody told him that it arrived, where Moked could not. */
    public void acknowledge(long caseId, Integer seen) {
        Complaint of = changing(caseId, seen);
        of.acknowledged(clock.instant());
        write(of, Kind.ACKNOWLEDGED, null, null);
    }

    /** @param words internal; may be empty @throws BusinessException {@code complaint.component}: not in the list */
    public void assess(long caseId, Integer seen, Assessment assessment, String words) {
        Complaint of = changing(caseId, seen);
        if (complaints.causes().stream().noneMatch(cause -> cause.fits(of.sku()) && cause.component().equals(assessment.component()))) {
            throw new BusinessException("complaint.component");
        }
        String before = of.component();
        of.assessed(assessment);
        write(of, Kind.ASSESSED, assessment.impact() + " " + assessment.complexity() + " " + assessment.component() + (assessment.safety() ? " SAFETY" : "") + (assessment.immediate() ? " IMMEDIATE" : ""), text("words", words, ComplaintStep.LONGEST_WORDS, false));
        counting.moved(of, before);
    }

    /** @param findings internal */
    public void investigate(long caseId, Integer seen, String findings) {
        Complaint of = changing(caseId, seen);
        String found = text("findings", findings, ComplaintStep.LONGEST_WORDS, true);
        of.investigated();
        write(of, Kind.INVESTIGATED, null, found);
    }

    /** @param causeId null when it is not known yet @param action what is done so that it does not happen again; may be empty until it is closed */
    public void because(long caseId, Integer seen, Long causeId, String action) {
        Complaint of = changing(caseId, seen);
        ComplaintCause cause = causeId == null ? null : complaints.cause(causeId);
        String done = text("action", action, Complaint.LONGEST_ACTION, false);
        of.because(cause, done);
        write(of, Kind.CAUSE, cause == null ? null : cause.component() + " " + cause.code(), done);
    }

    /** @param offered what he is offered */
    public void answer(long caseId, Integer seen, Remedy offered, Letter letter) {
        Complaint of = changing(caseId, seen);
        String text = text("text", letter.text(), ComplaintStep.LONGEST_WORDS, true);
        of.answered(offered, clock.instant());
        send(of, Kind.ANSWERED, offered.name(), letter, text);
    }

    /** @throws BusinessException {@code complaint.ombudsman-decides} */
    public void decide(long caseId, Integer seen, Decision decision, Letter letter) {
        Complaint of = changing(caseId, seen);
        String text = text("text", letter.text(), ComplaintStep.LONGEST_WORDS, true);
        of.decided(decision, context.isCallerInRole(Role.OMBUDSMAN), zone, clock.instant());
        send(of, Kind.DECIDED, decision.name(), letter, text);
    }

    /** What the customer says to the decision. @param words his; may be empty */
    public void accept(long caseId, Integer seen, boolean content, String words) {
        Complaint of = changing(caseId, seen);
        of.accepted(content);
        write(of, content ? Kind.ACCEPTED : Kind.REFUSED, null, text("words", words, ComplaintStep.LONGEST_WORDS, false));
    }

    /** @param why may be empty */
    public void takeToOmbudsman(long caseId, Integer seen, String why) {
        Complaint of = changing(caseId, seen);
        of.takenToOmbudsman();
        write(of, Kind.OMBUDSMAN, null, text("words", why, ComplaintStep.LONGEST_WORDS, false));
    }

    /** He is told where else he can turn to. */
    public void showRecourse(long caseId, Integer seen, Letter letter) {
        Complaint of = changing(caseId, seen);
        String text = text("text", letter.text(), ComplaintStep.LONGEST_WORDS, true);
        of.recourseTold(clock.instant());
        send(of, Kind.RECOURSE, null, letter, text);
    }

    /** @throws StaleVersionException when somebody brought it further since */
    public void expect(long caseId, int seen) {
        changing(caseId, seen);
    }

    private Complaint changing(long caseId, Integer seen) {
        reading.line(caseId);
        // first its case, as whoever opens, closes and merges cases does
        cases.getLocked(caseId);
        Complaint of = complaints.getLocked(caseId);
        if (seen != null && seen != of.version()) {
            throw new StaleVersionException();
        }
        return of;
    }

    private void send(Complaint of, Kind kind, String detail, Letter letter, String text) {
        write(of, kind, detail, text);
        if (letter.send()) {
            writing.byHand(cases.get(of.caseId()), currentUser.get(), "complaint-" + of.caseId() + "-" + of.version(), text);
        }
    }

    private void write(Complaint of, Kind kind, String detail, String words) {
        ledger.write(of, kind, currentUser.name(), detail, words == null || words.isEmpty() ? null : words);
    }

    private static String text(String field, String given, int longest, boolean needed) {
        if (given == null || given.isBlank()) {
            if (needed) {
                throw new BusinessException("shared.field-missing", field);
            }
            return "";
        }
        String kept = given.strip();
        if (kept.length() > longest) {
            throw new BusinessException("shared.field-too-long", field, longest);
        }
        return CardNumbers.masked(ShownText.of(ShownText.storable(kept)));
    }
}
