// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.Role;
import il.moked.access.StaffUsers;
import il.moked.access.Team;
import il.moked.access.ejb.Administered;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseMacro;
import il.moked.casework.CaseRules;
import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import il.moked.shared.ejb.DomainEvents;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;

/** Which macros there are. */
@Stateless
@RolesAllowed({Role.SUPERVISOR, Role.ADMINISTRATOR})
public class MacroKeeping {
    @Inject
    CaseRules rules;
    @Inject
    NamedParts named;
    @Inject
    StaffUsers users;
    @Inject
    DomainEvents events;

    /** @param id null for a new one @param teamCode null for everybody @param version 0 for a new one */
    public record Macro(Long id, String teamCode, String hebrewName, String englishName, List<CaseAction> actions, int version) {
        public String name(String language) {
            return "he".equals(language) ? hebrewName : englishName;
        }
    }

    public List<Macro> all() {
        return rules.macros().stream().map(macro -> new Macro(macro.id(), macro.teamId().map(users::team).map(Team::code).orElse(null), macro.name("he"), macro.name("en"), macro.actions(), macro.version())).toList();
    }

    /** @return its id @throws BusinessException what its parts refuse; {@code casework.too-many-rules}; {@link StaleVersionException} */
    public long keep(Macro wanted) {
        Long team = wanted.teamCode() == null ? null : users.findTeam(wanted.teamCode()).map(Team::id).orElseThrow(() -> new BusinessException("casework.team"));
        named.check(wanted.actions());
        CaseMacro macro = wanted.id() == null ? fresh() : rules.macro(wanted.id());
        macro.expect(wanted.version());
        macro.says(team, wanted.hebrewName(), wanted.englishName(), wanted.actions());
        rules.add(macro);
        rules.flush();
        events.tell(new Administered("casework.macro-changed", "case-macro", macro.id(), macro.name("en") + " " + wanted.actions().stream().map(action -> action.kind().name()).toList()));
        return macro.id();
    }

    private CaseMacro fresh() {
        if (rules.macros().size() >= CaseRules.MOST) {
            throw new BusinessException("casework.too-many-rules", CaseRules.MOST);
        }
        return new CaseMacro();
    }

    /** Rules that run it are refused to from then on. */
    public void remove(long id, int version) {
        CaseMacro macro = rules.macro(id);
        macro.expect(version);
        rules.remove(macro);
        events.tell(new Administered("casework.macro-removed", "case-macro", id, macro.name("en")));
    }
}
