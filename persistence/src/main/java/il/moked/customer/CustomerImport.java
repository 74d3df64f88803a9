// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import il.moked.shared.BusinessException;
import il.moked.shared.CsvTable;
import jakarta.persistence.*;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * A file of customers. WAITING → CHECKING → CHECKED: nothing is kept yet, and a person reads what would become of it. He
 * decides: APPROVED → IMPORTING → DONE, line by line; or DROPPED. STOPPED leaves what was brought in; REFUSED is what cannot
 * be read to its end. What was begun by a node that died is gone on with: the check from its beginning, the import behind
 * the last line that was kept.
 */
@Entity
@Table(name = "customer_import")
public class CustomerImport {
    public enum State { WAITING, CHECKING, CHECKED, APPROVED, IMPORTING, DONE, REFUSED, DROPPED, STOPPED }

    /** What to do with a new customer who may be known already. */
    public enum OfAlike { LEAVE_OUT,
        /** He is registered, and the pair comes to the list of those to be looked at. */
        REGISTER }

    private static final Set<State> ENDED = Set.of(State.DONE, State.REFUSED, State.DROPPED, State.STOPPED);

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "customer_import_seq")
    @SequenceGenerator(name = "customer_import_seq", sequenceName = "customer_import_seq")
    private Long id;
    private String source;
    @Column(name = "file_name")
    private String fileName;
    private String encoding = StandardCharsets.UTF_8.name();
    @Enumerated(EnumType.STRING)
    private State state = State.WAITING;
    @Enumerated(EnumType.STRING)
    private OfAlike alike;
    @Column(name = "lines_known")
    private int linesKnown = 1;
    @Column(name = "last_line")
    private int lastLine;
    private boolean whole = true;
    @Embedded
    @AttributeOverride(name = "lines", column = @Column(name = "checked_lines"))
    @AttributeOverride(name = "fresh", column = @Column(name = "checked_new"))
    @AttributeOverride(name = "changed", column = @Column(name = "checked_changed"))
    @AttributeOverride(name = "same", column = @Column(name = "checked_same"))
    @AttributeOverride(name = "alike", column = @Column(name = "checked_alike"))
    @AttributeOverride(name = "wrong", column = @Column(name = "checked_wrong"))
    private Tally checked = Tally.NONE;
    @Embedded
    @AttributeOverride(name = "lines", column = @Column(name = "done_lines"))
    @AttributeOverride(name = "fresh", column = @Column(name = "done_new"))
    @AttributeOverride(name = "changed", column = @Column(name = "done_changed"))
    @AttributeOverride(name = "same", column = @Column(name = "done_same"))
    @AttributeOverride(name = "alike", column = @Column(name = "done_alike"))
    @AttributeOverride(name = "wrong", column = @Column(name = "done_wrong"))
    private Tally done = Tally.NONE;
    @Column(name = "asked_by")
    private String askedBy;
    @Column(name = "asked_at")
    private Instant askedAt;
    @Column(name = "begun_at")
    private Instant begunAt;
    @Column(name = "decided_by")
    private String decidedBy;
    @Column(name = "decided_at")
    private Instant decidedAt;
    @Column(name = "ended_at")
    private Instant endedAt;
    @Embedded
    private Hold hold;
    @Version
    private int version;

    /**
     * What would become of lines, or became of them.
     *
     * @param fresh customers nobody knew
     * @param alike lines of those who may be known already: while checking they are among the fresh, while importing those left out
     */
    @Embeddable
    public record Tally(int lines, int fresh, int changed, int same, int alike, int wrong) {
        public static final Tally NONE = new Tally(0, 0, 0, 0, 0, 0);

        public Tally plus(Tally more) {
            return new Tally(lines + more.lines, fresh + more.fresh, changed + more.changed, same + more.same, alike + more.alike, wrong + more.wrong);
        }

        /** Lines of which something would be kept. */
        public int kept() {
            return fresh + changed;
        }
    }

    protected CustomerImport() {
    }

    /** @param source name of the system the file comes from */
    public CustomerImport(String source, String fileName, String askedBy, Instant now) {
        this.source = source;
        this.fileName = fileName;
        this.askedBy = askedBy;
        this.askedAt = now;
    }

    /** All of it is here. @param lineEnds about as many lines as it has */
    public void handedIn(Charset seemsToBe, int lineEnds) {
        encoding = seemsToBe.name();
        linesKnown = Math.max(1, Math.min(lineEnds, CsvTable.MOST_LINES));
    }

    /** A node begins, or goes on. @return false when there is nothing to do, or another has it */
    public boolean begin(String by, Instant now, Instant until) {
        if (state == State.WAITING || state == State.CHECKING && Hold.free(hold, by, now)) {
            state = State.CHECKING;
            checked = Tally.NONE;
            lastLine = 0;
        } else if (state == State.APPROVED) {
            state = State.IMPORTING;
            lastLine = 0;
        } else if (state != State.IMPORTING || !Hold.free(hold, by, now)) {
            return false;
        }
        hold = new Hold(by, until);
        begunAt = now;
        return true;
    }

    /** @return whether that node still has it and goes on */
    public boolean hold(String by, Instant until) {
        if (!running() || !hold.is(by)) {
            return false;
        }
        hold = new Hold(by, until);
        return true;
    }

    /** @param last line that is done with everything above it */
    public void reached(int last, Tally more) {
        if (state == State.CHECKING) {
            checked = checked.plus(more);
        } else {
            done = done.plus(more);
        }
        lastLine = Math.max(lastLine, last);
    }

    /** @param readWhole whether the file was read to its end */
    public void checked(boolean readWhole, Instant now) {
        whole = readWhole;
        if (readWhole) {
            state = State.CHECKED;
            begunAt = null;
        } else {
            over(State.REFUSED, now);
        }
    }

    /**
     * @param goodLines whether lines that are wrong are left out; else there may be none
     * @throws BusinessException {@code customer.import-decided} when it is not to be decided on; {@code customer.import-wrong} when there are wrong lines
     */
    public void approve(boolean goodLines, OfAlike ofAlike, String by, Instant now) {
        if (state != State.CHECKED) {
            throw new BusinessException("customer.import-decided");
        }
        if (checked.wrong() > 0 && !goodLines) {
            throw new BusinessException("customer.import-wrong", checked.wrong());
        }
        state = State.APPROVED;
        alike = ofAlike;
        decidedBy = by;
        decidedAt = now;
    }

    /** Nothing of it is wanted, or nothing more. @throws BusinessException {@code customer.import-decided} when it is over already */
    public void stop(String by, Instant now) {
        if (ended()) {
            throw new BusinessException("customer.import-decided");
        }
        decidedBy = by;
        decidedAt = now;
        over(state == State.IMPORTING ? State.STOPPED : State.DROPPED, now);
    }

    public void done(Instant now) {
        over(State.DONE, now);
    }

    /** It could not be read at all. */
    public void refused(Instant now) {
        whole = false;
        over(state == State.IMPORTING ? State.STOPPED : State.REFUSED, now);
    }

    private void over(State how, Instant now) {
        state = how;
        endedAt = now;
    }

    public boolean running() {
        return state == State.CHECKING || state == State.IMPORTING;
    }

    public boolean ended() {
        return ENDED.contains(state);
    }

    public Long id() {
        return id;
    }

    public String source() {
        return source;
    }

    public String fileName() {
        return fileName;
    }

    public Charset encoding() {
        return Charset.forName(encoding);
    }

    public State state() {
        return state;
    }

    /** Empty before somebody decided. */
    public Optional<OfAlike> ofAlike() {
        return Optional.ofNullable(alike);
    }

    /** About as many lines as the file has. */
    public int linesKnown() {
        return linesKnown;
    }

    public int lastLine() {
        return lastLine;
    }

    /** Whether the file could be read to its end. */
    public boolean whole() {
        return whole;
    }

    public Tally checked() {
        return checked;
    }

    public Tally done() {
        return done;
    }

    public String askedBy() {
        return askedBy;
    }

    public Instant askedAt() {
        return askedAt;
    }

    /** When what runs now was begun, or gone on with; empty when nothing runs. */
    public Optional<Instant> begunAt() {
        return Optional.ofNullable(begunAt);
    }

    public Optional<String> decidedBy() {
        return Optional.ofNullable(decidedBy);
    }

    public Optional<Instant> endedAt() {
        return Optional.ofNullable(endedAt);
    }
}
