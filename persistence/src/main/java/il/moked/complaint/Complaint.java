// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint;

import il.moked.casework.ServiceCase;
import il.moked.channel.Channel;
import il.moked.shared.BusinessException;
import jakarta.persistence.*;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A case of the kind complaint on its way through the stages of ISO 10002: received with the remedy that is sought, acknowledged at
 * once, assessed, investigated in proportion, answered, decided; then accepted and closed, or open to recourse. It is not
 * closed without a cause and what is done about it. Its steps are kept beside it ({@link ComplaintStep}).
 */
@Entity
@Table(name = "complaint")
public class Complaint {
    public enum Stage {
        RECEIVED, ACKNOWLEDGED, ASSESSED, INVESTIGATED, ANSWERED, DECIDED, RECOURSE, CLOSED;

        private static final Map<Stage, Set<Stage>> NEXT = Map.of(
                RECEIVED, EnumSet.of(ACKNOWLEDGED),
                ACKNOWLEDGED, EnumSet.of(ASSESSED),
                ASSESSED, EnumSet.of(INVESTIGATED),
                INVESTIGATED, EnumSet.of(ANSWERED),
                ANSWERED, EnumSet.of(DECIDED),
                DECIDED, EnumSet.of(RECOURSE, CLOSED),
                RECOURSE, EnumSet.of(DECIDED, CLOSED),
                CLOSED, EnumSet.of(ACKNOWLEDGED));

        public boolean leadsTo(Stage next) {
            return NEXT.get(this).contains(next);
        }
    }

    public enum Remedy { APOLOGY, EXPLANATION, REPAIR, REPLACEMENT, REFUND, COMPENSATION, CHANGE, OTHER }

    public enum Degree { LOW, MIDDLE, HIGH }

    public enum Decision { UPHELD, PARTLY, REJECTED }

    public static final int LONGEST_REMEDY = 500;
    public static final int LONGEST_ACTION = 1000;
    /** Without a product, or before anybody said which part of it. */
    public static final String NONE = "";

    private static final Set<ServiceCase.Cause> BY_CUSTOMER = EnumSet.of(ServiceCase.Cause.WITHDRAWN, ServiceCase.Cause.NO_ANSWER, ServiceCase.Cause.DUPLICATE);

    @Id
    @Column(name = "case_id")
    private Long caseId;
    @Column(name = "customer_id")
    private long customerId;
    @Column(name = "team_id")
    private long teamId;
    private String sku;
    private String component = NONE;
    @Enumerated(EnumType.STRING)
    private Channel channel;
    @Enumerated(EnumType.STRING)
    private Stage stage = Stage.RECEIVED;
    private boolean live = true;
    @Enumerated(EnumType.STRING)
    @Column(name = "remedy_sought")
    private Remedy remedySought;
    @Column(name = "remedy_words")
    private String remedyWords;
    @Enumerated(EnumType.STRING)
    private Degree impact;
    private boolean safety;
    @Enumerated(EnumType.STRING)
    private Degree complexity;
    private boolean immediate;
    @Enumerated(EnumType.STRING)
    @Column(name = "remedy_offered")
    private Remedy remedyOffered;
    @Enumerated(EnumType.STRING)
    private Decision decision;
    private Boolean accepted;
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "cause_id")
    private ComplaintCause cause;
    @Column(name = "corrective_action")
    private String correctiveAction;
    private boolean ombudsman;
    @Column(name = "received_at")
    private Instant receivedAt;
    @Column(name = "answered_at")
    private Instant answeredAt;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "recourse_told_at")
    private Instant recourseToldAt;
    @Column(name = "counted_on", updatable = false)
    private LocalDate countedOn;
    /** Minutes from receipt to the first acknowledgement. */
    @Column(name = "acknowledged_after")
    private Integer acknowledgedAfter;
    /** Calendar days from receipt to the decision. */
    @Column(name = "decided_after")
    private Integer decidedAfter;
    @Column(name = "due_at")
    private Instant dueAt;
    private int warned;
    private boolean overdue;
    @Column(name = "watch_at")
    private Instant watchAt;
    @Version
    private int version;

    protected Complaint() {
    }

    /** @param sku of the product, or null @param channel by which he complained, null when that is not known @param zone in which days are counted */
    public Complaint(ServiceCase of, String sku, Channel channel, ZoneId zone) {
        this.caseId = of.id();
        this.customerId = of.customerId();
        this.teamId = of.teamId();
        this.sku = sku == null ? NONE : sku;
        this.channel = channel;
        this.countedOn = LocalDate.ofInstant(of.receivedAt(), zone);
        counts(of.receivedAt(), zone);
    }

    private void counts(Instant from, ZoneId zone) {
        StatutoryTerm term = new StatutoryTerm(from, zone);
        receivedAt = from;
        dueAt = term.dueAt();
        warned = 0;
        overdue = false;
        watchAt = term.watchAt(0, false).orElse(null);
    }

    /** What he wants to have done about it. */
    public void seeks(Remedy remedy, String words) {
        refuseUnlessOpen();
        if (remedy == null) {
            throw new BusinessException("shared.field-missing", "remedy");
        }
        remedySought = remedy;
        remedyWords = words;
    }

    /** He was told that it arrived. */
    public void acknowledged(Instant now) {
        becomes(Stage.ACKNOWLEDGED);
        acknowledgedAfter = (int) Math.max(0, Duration.between(receivedAt, now).toMinutes());
    }

    /**
     * How bad it is, and how hard to find out.
     *
     * @param component code of the part of the product or service it is about
     * @param immediate whether something must be done before it is investigated
     */
    public record Assessment(Degree impact, boolean safety, Degree complexity, boolean immediate, String component) {
        public Assessment {
            need("impact", impact);
            need("complexity", complexity);
            need("component", component == null || component.isBlank() ? null : component);
        }
    }

    /** May be done again as long as it is not investigated. */
    public void assessed(Assessment assessment) {
        if (stage != Stage.ASSESSED) {
            becomes(Stage.ASSESSED);
        }
        refuseUnlessOpen();
        impact = assessment.impact();
        safety = assessment.safety();
        complexity = assessment.complexity();
        immediate = assessment.immediate();
        component = assessment.component();
    }

    public void investigated() {
        becomes(Stage.INVESTIGATED);
    }

    /** @param found null when it is not known yet @param action what is done so that it does not happen again; may be empty until it is closed */
    public void because(ComplaintCause found, String action) {
        refuseUnlessOpen();
        if (stage.ordinal() < Stage.ASSESSED.ordinal()) {
            throw new BusinessException("complaint.stage");
        }
        if (found != null && !found.fits(sku)) {
            throw new BusinessException("complaint.cause");
        }
        cause = found == null ? cause : found;
        correctiveAction = action == null || action.isBlank() ? correctiveAction : action;
    }

    /** @param offered what he is offered */
    public void answered(Remedy offered, Instant now) {
        need("remedy", offered);
        becomes(Stage.ANSWERED);
        remedyOffered = offered;
        answeredAt = now;
    }

    /** The time the law gives ends with it. @param byOmbudsman whether he decides @param zone in which days are counted @throws BusinessException {@code complaint.ombudsman-decides}: he alone may, once it was taken to him */
    public void decided(Decision how, boolean byOmbudsman, ZoneId zone, Instant now) {
        need("decision", how);
        if (ombudsman && !byOmbudsman) {
            throw new BusinessException("complaint.ombudsman-decides");
        }
        if (stage == Stage.RECOURSE && !ombudsman) {
            throw new BusinessException("complaint.stage");
        }
        becomes(Stage.DECIDED);
        decision = how;
        accepted = null;
        recourseToldAt = null;
        decidedAt = now;
        decidedAfter = new StatutoryTerm(receivedAt, zone).dayOf(now);
        watchAt = null;
    }

    /** Whether he is content with the decision. If not, it stays open, and he is told where he can turn to. */
    public void accepted(boolean content) {
        refuseUnlessOpen();
        if (stage != Stage.DECIDED || accepted != null) {
            throw new BusinessException("complaint.stage");
        }
        accepted = content;
        if (!content) {
            becomes(Stage.RECOURSE);
        }
    }

    /** From now on he alone decides. */
    public void takenToOmbudsman() {
        refuseUnlessOpen();
        if (ombudsman) {
            throw new BusinessException("complaint.at-ombudsman");
        }
        ombudsman = true;
        if (stage == Stage.DECIDED) {
            becomes(Stage.RECOURSE);
        }
    }

    /** He was told where else he can turn to. */
    public void recourseTold(Instant now) {
        refuseUnlessOpen();
        if (stage != Stage.RECOURSE) {
            throw new BusinessException("complaint.stage");
        }
        recourseToldAt = now;
    }

    /** @throws BusinessException {@code complaint.cause-needed}, {@code complaint.action-needed}, {@code complaint.not-decided}, {@code complaint.not-accepted}: neither accepted nor told where else he can turn to */
    public void close(ServiceCase.Cause why) {
        refuseUnlessOpen();
        if (cause == null) {
            throw new BusinessException("complaint.cause-needed");
        }
        if (correctiveAction == null) {
            throw new BusinessException("complaint.action-needed");
        }
        if (!BY_CUSTOMER.contains(why)) {
            if (!stage.leadsTo(Stage.CLOSED)) {
                throw new BusinessException("complaint.not-decided");
            }
            if (!Boolean.TRUE.equals(accepted) && recourseToldAt == null) {
                throw new BusinessException("complaint.not-accepted");
            }
        }
        stage = Stage.CLOSED;
        live = false;
        watchAt = null;
    }

    /** Its case goes on: it is assessed anew, and the time the law gives begins again. @return false when it was not closed */
    public boolean reopened(ZoneId zone, Instant now) {
        if (stage != Stage.CLOSED) {
            return false;
        }
        becomes(Stage.ACKNOWLEDGED);
        live = true;
        answeredAt = null;
        decidedAt = null;
        decidedAfter = null;
        decision = null;
        accepted = null;
        recourseToldAt = null;
        correctiveAction = null;
        counts(now, zone);
        return true;
    }

    /** Its case became part of another, or is one of its own again; another team may deal with it. */
    public void follows(ServiceCase its, ZoneId zone) {
        teamId = its.teamId();
        boolean goesOn = its.mergedIntoId().isEmpty() && stage != Stage.CLOSED;
        if (goesOn != live) {
            live = goesOn;
            watchAt = goesOn && decidedAt == null ? new StatutoryTerm(receivedAt, zone).watchAt(warned, overdue).orElse(null) : null;
        }
    }

    /** What the law's time asks to be said by now: days that are over, or {@link StatutoryTerm#DAYS} when all are. Empty when nothing is due. */
    public Optional<Integer> due(ZoneId zone, Instant now) {
        if (watchAt == null || now.isBefore(watchAt)) {
            return Optional.empty();
        }
        StatutoryTerm term = new StatutoryTerm(receivedAt, zone);
        int days;
        if (warned < StatutoryTerm.WARNED_AFTER.size()) {
            days = StatutoryTerm.WARNED_AFTER.get(warned++);
        } else {
            overdue = true;
            days = StatutoryTerm.DAYS;
        }
        watchAt = term.watchAt(warned, overdue).orElse(null);
        return Optional.of(days);
    }

    /** @throws BusinessException {@code complaint.stage}: that cannot follow */
    private void becomes(Stage next) {
        if (!stage.leadsTo(next)) {
            throw new BusinessException("complaint.stage");
        }
        stage = next;
    }

    private void refuseUnlessOpen() {
        if (!live || stage == Stage.CLOSED) {
            throw new BusinessException("complaint.closed");
        }
    }

    private static void need(String field, Object value) {
        if (value == null) {
            throw new BusinessException("shared.field-missing", field);
        }
    }

    public Long caseId() {
        return caseId;
    }

    public long customerId() {
        return customerId;
    }

    public long teamId() {
        return teamId;
    }

    /** Empty without a product. */
    public String sku() {
        return sku;
    }

    /** Empty before it is assessed. */
    public String component() {
        return component;
    }

    public Optional<Channel> channel() {
        return Optional.ofNullable(channel);
    }

    public Stage stage() {
        return stage;
    }

    public boolean live() {
        return live;
    }

    public Optional<Remedy> remedySought() {
        return Optional.ofNullable(remedySought);
    }

    public Optional<String> remedyWords() {
        return Optional.ofNullable(remedyWords);
    }

    /** Empty before it is assessed. */
    public Optional<Assessment> assessment() {
        return impact == null ? Optional.empty() : Optional.of(new Assessment(impact, safety, complexity, immediate, component));
    }

    public Optional<Remedy> remedyOffered() {
        return Optional.ofNullable(remedyOffered);
    }

    public Optional<Decision> decision() {
        return Optional.ofNullable(decision);
    }

    /** Empty while he has not said. */
    public Optional<Boolean> accepted() {
        return Optional.ofNullable(accepted);
    }

    public Optional<ComplaintCause> cause() {
        return Optional.ofNullable(cause);
    }

    public Optional<String> correctiveAction() {
        return Optional.ofNullable(correctiveAction);
    }

    /** Whether it was taken to the ombudsman. */
    public boolean ombudsman() {
        return ombudsman;
    }

    public Instant receivedAt() {
        return receivedAt;
    }

    public Optional<Instant> decidedAt() {
        return Optional.ofNullable(decidedAt);
    }

    /** Calendar days from receipt to the decision, 0 on the same day. */
    public Optional<Integer> decidedAfter() {
        return Optional.ofNullable(decidedAfter);
    }

    public Optional<Instant> recourseToldAt() {
        return Optional.ofNullable(recourseToldAt);
    }

    public LocalDate countedOn() {
        return countedOn;
    }

    /** End of the time the law gives, exclusive. */
    public Instant dueAt() {
        return dueAt;
    }

    public boolean overdue() {
        return overdue;
    }

    public Optional<Instant> watchAt() {
        return Optional.ofNullable(watchAt);
    }

    public int version() {
        return version;
    }
}
