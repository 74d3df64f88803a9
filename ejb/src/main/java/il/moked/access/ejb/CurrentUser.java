// SPDX-License-Identifier: Apache-2.0
package il.moked.access.ejb;

import il.moked.access.StaffUser;
import il.moked.access.StaffUsers;
import il.moked.shared.BusinessException;
import jakarta.annotation.Resource;
import jakarta.annotation.security.PermitAll;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;

/** Who is calling. A user who was deactivated while signed in is refused here, at his next act. */
@Stateless
@PermitAll
public class CurrentUser {
    @Resource
    SessionContext context;
    @Inject
    StaffUsers users;

    public String name() {
        return context.getCallerPrincipal().getName();
    }

    public StaffUser get() {
        return users.findByName(name()).filter(StaffUser::active).orElseThrow(() -> new BusinessException("access.not-active"));
    }
}
