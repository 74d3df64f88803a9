// SPDX-License-Identifier: Apache-2.0
package il.moked.branch;

import il.moked.shared.BusinessException;
import il.moked.shared.Given;
import il.moked.shared.Names;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.util.Optional;

/** Why somebody comes to a branch: what its clerk should know, the letter of its numbers, and how long it usually takes. Out of use it is chosen no more; visits keep it. */
@Entity
@Table(name = "visit_reason")
public class VisitReason {
    public static final int LONGEST_MINUTES = 240;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "visit_reason_seq")
    @SequenceGenerator(name = "visit_reason_seq", sequenceName = "visit_reason_seq")
    private Long id;
    private String code;
    @Column(name = "branch_id")
    private Long branchId;
    @Embedded
    private Names names;
    private String skill;
    private String letter;
    private int minutes;
    private int place;
    private boolean active = true;
    @Version
    private int version;

    protected VisitReason() {
    }

    /** @param skill code of a subject, or null @param letter A to Y; Z is for numbers a device gives while it is cut off @param minutes it usually takes @param place among the others, the lowest first */
    public record Terms(String hebrewName, String englishName, String skill, String letter, int minutes, int place) {
        /** @throws BusinessException with the field that is wrong */
        public Terms {
            Names names = Given.names(hebrewName, englishName);
            hebrewName = names.hebrew();
            englishName = names.english();
            skill = skill == null || skill.isBlank() ? null : skill.strip();
            if (letter == null || !letter.strip().matches("[A-Y]")) {
                throw new BusinessException("branch.letter", "letter");
            }
            letter = letter.strip();
            Given.whole("minutes", minutes, 1, LONGEST_MINUTES);
            Given.whole("place", place, 0, 999);
        }
    }

    /** @param branch null: at every branch */
    public VisitReason(String code, Branch branch, Terms terms) {
        this.code = Given.code("code", code);
        this.branchId = branch == null ? null : branch.id();
        become(terms);
    }

    public void become(Terms terms) {
        names = new Names(terms.hebrewName(), terms.englishName());
        skill = terms.skill();
        letter = terms.letter();
        minutes = terms.minutes();
        place = terms.place();
    }

    public void offered(boolean inUse) {
        active = inUse;
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    /** @throws BusinessException {@code branch.reason-elsewhere} when that branch does not serve it */
    public VisitReason expectAt(Branch branch) {
        if (!active || branchId != null && !branchId.equals(branch.id())) {
            throw new BusinessException("branch.reason-elsewhere", "reason");
        }
        return this;
    }

    public Long id() {
        return id;
    }

    public String code() {
        return code;
    }

    /** Empty: at every branch. */
    public Optional<Long> branchId() {
        return Optional.ofNullable(branchId);
    }

    public String name(String language) {
        return names.in(language);
    }

    public Optional<String> skill() {
        return Optional.ofNullable(skill);
    }

    public String letter() {
        return letter;
    }

    public int minutes() {
        return minutes;
    }

    public int place() {
        return place;
    }

    public boolean active() {
        return active;
    }

    public int version() {
        return version;
    }
}
