// SPDX-License-Identifier: Apache-2.0
package il.moked.casework;

import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.persistence.*;
import java.util.List;
import java.util.Optional;

/** A set of actions under one name, for a team or everybody. */
@Entity
@Table(name = "case_macro")
public class CaseMacro {
    public static final int MOST_ACTIONS = 10;

    @Id
    @GeneratedValue(strategy = GenerationType.SEQUENCE, generator = "case_macro_seq")
    @SequenceGenerator(name = "case_macro_seq", sequenceName = "case_macro_seq")
    private Long id;
    @Column(name = "team_id")
    private Long teamId;
    @Column(name = "name_he")
    private String hebrewName;
    @Column(name = "name_en")
    private String englishName;
    private String actions;
    @Version
    private int version;

    public CaseMacro() {
        // says() follows
    }

    /** @param team null: everybody's @throws BusinessException {@code shared.field-missing}, {@code shared.field-too-long}, {@code casework.actions} */
    public void says(Long team, String hebrew, String english, List<CaseAction> what) {
        if (what.isEmpty() || what.size() > MOST_ACTIONS || !what.stream().allMatch(action -> action.kind().ofMacros())) {
            throw new BusinessException("casework.actions", MOST_ACTIONS);
        }
        teamId = team;
        hebrewName = CaseRuleContent.name("hebrewName", hebrew);
        englishName = CaseRuleContent.name("englishName", english);
        actions = CaseRuleText.ofActions(what);
    }

    /** @throws StaleVersionException when somebody changed it since */
    public void expect(int seen) {
        if (seen != version) {
            throw new StaleVersionException();
        }
    }

    public Long id() {
        return id;
    }

    public Optional<Long> teamId() {
        return Optional.ofNullable(teamId);
    }

    public String name(String language) {
        return "he".equals(language) ? hebrewName : englishName;
    }

    public List<CaseAction> actions() {
        return CaseRuleText.actions(actions);
    }

    public int version() {
        return version;
    }
}
