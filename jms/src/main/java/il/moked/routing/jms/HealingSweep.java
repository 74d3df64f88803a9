// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.interaction.ejb.DeskWatch;
import il.moked.routing.ejb.Healing;
import il.moked.routing.ejb.LeftWork;
import il.moked.shared.BusinessException;
import il.moked.shared.jms.DatabaseOutage;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.function.LongPredicate;
import java.util.function.Supplier;

/**
 * Every few seconds: agents whose browser is gone, work of agents who left, and what a lost event left behind. Each agent
 * and each conversation by itself: one that cannot be mended does not keep the others from it.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class HealingSweep {
    @Inject
    DeskWatch desks;
    @Inject
    LeftWork left;
    @Inject
    Healing healing;

    @Schedule(hour = "*", minute = "*", second = "2/5", persistent = false)
    void leave() {
        mend("desks closed", desks::missing, desks::gone);
        mend("work of agents who left", left::due, left::backToLine);
    }

    @Schedule(hour = "*", minute = "*", second = "4/5", persistent = false)
    void heal() {
        mend("conversations out of step", healing::outOfStep, healing::catchUp);
        mend("callers who hung up", healing::gone, healing::hungUp);
        mend("calls to be summed up", healing::notSummedUp, healing::sumUp);
    }

    @Schedule(hour = "*", minute = "*/5", second = "30", persistent = false)
    void healAll() {
        mend("conversations out of step", healing::outOfStepAtAll, healing::catchUp);
    }

    private static void mend(String what, Supplier<? extends Collection<Long>> found, LongPredicate step) {
        guarded(what, () -> {
            int mended = 0;
            for (long id : found.get()) {
                mended += guarded(what, () -> step.test(id) ? 1 : 0);
            }
            if (mended > 0) {
                MessagingLog.LOG.mended(what, mended);
            }
            return mended;
        });
    }

    private static int guarded(String what, Supplier<Integer> step) {
        try {
            return step.get();
        } catch (EJBException failure) {
            if (DatabaseOutage.caused(failure)) {
                MessagingLog.LOG.databaseAway("healing");
            } else {
                MessagingLog.LOG.notMended(what, failure.toString());
            }
            return 0;
        } catch (BusinessException refused) {
            MessagingLog.LOG.notMended(what, refused.code());
            return 0;
        }
    }
}
