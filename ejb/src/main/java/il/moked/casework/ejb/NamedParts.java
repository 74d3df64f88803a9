// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.casework.CaseAction;
import il.moked.casework.CaseCondition;
import il.moked.casework.CaseRules;
import il.moked.catalog.Products;
import il.moked.shared.BusinessException;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** Whether what rules and macros name is there. */
@ApplicationScoped
class NamedParts {
    @Inject
    StaffUsers users;
    @Inject
    Products products;
    @Inject
    CaseRules rules;

    /** @throws BusinessException {@code casework.team}, {@code casework.unknown-user}, {@code casework.unknown-macro} */
    void check(List<CaseAction> actions) {
        for (CaseAction action : actions) {
            switch (action.kind()) {
                case TEAM -> team(action.value());
                case WATCHER -> {
                    if (!action.value().isEmpty()) {
                        users.findByName(action.value()).filter(StaffUser::active).orElseThrow(() -> new BusinessException("casework.unknown-user", action.value()));
                    }
                }
                case MACRO -> rules.macro(Long.parseLong(action.value()));
                default -> {
                    // names nothing
                }
            }
        }
    }

    /** @throws BusinessException {@code casework.team}, {@code casework.unknown-product} */
    void checkConditions(List<CaseCondition> conditions) {
        for (CaseCondition condition : conditions) {
            if (condition.field() == CaseCondition.Field.TEAM) {
                team(condition.value());
            } else if (condition.field() == CaseCondition.Field.PRODUCT) {
                products.findBySku(condition.value()).orElseThrow(() -> new BusinessException("casework.unknown-product"));
            }
        }
    }

    private void team(String code) {
        users.findTeam(code).orElseThrow(() -> new BusinessException("casework.team"));
    }
}
