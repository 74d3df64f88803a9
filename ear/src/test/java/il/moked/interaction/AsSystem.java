// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction;

import il.moked.access.Role;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.util.function.Supplier;

/** Steps of a test as the listeners take them: as the system itself, in transactions of their own. */
@Stateless
@RunAs(Role.SYSTEM)
@PermitAll
public class AsSystem {
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public <T> T inTransaction(Supplier<T> step) {
        return step.get();
    }

    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void run(Runnable step) {
        step.run();
    }
}
