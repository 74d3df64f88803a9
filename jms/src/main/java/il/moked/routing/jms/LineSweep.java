// SPDX-License-Identifier: Apache-2.0
package il.moked.routing.jms;

import il.moked.access.Role;
import il.moked.routing.ejb.Assignment;
import il.moked.routing.ejb.CallAnnouncing;
import il.moked.routing.ejb.Reconciling;
import il.moked.routing.ejb.StatutoryWatch;
import il.moked.shared.ejb.CrossedLocks;
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
import java.util.List;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;

/** Ends offers nobody answered, and every few seconds asks for a round of each team that has anything waiting: items ask less by then, and an event may have been lost. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@Startup
@RunAs(Role.SYSTEM)
@PermitAll
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LineSweep {
    @Inject
    Assignment assignment;
    @Inject
    Reconciling reconciling;
    @Inject
    StatutoryWatch law;
    @Inject
    CallAnnouncing announcing;
    @Inject
    AssignmentRequests requests;

    @Schedule(hour = "*", minute = "*", second = "*/2", persistent = false)
    void expire() {
        guarded(assignment::expireOffers);
    }

    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    void sweep() {
        guarded(() -> assignment.teamsWaiting().forEach(teamId -> {
            requests.begun(teamId);
            requests.ask(teamId);
        }));
    }

    /** What events failed to do. Each step by itself: one that fails does not keep the others from mending. */
    @Schedule(hour = "*", minute = "*", second = "3/5", persistent = false)
    void reconcile() {
        mend("offers to nobody", reconciling::offersToNobody);
        mend("work on closed conversations", reconciling::workOnClosed);
        mend("capacity", reconciling::capacity);
        each("calls that were not answered", reconciling::callsNotAnswered, reconciling::callNotAnswered);
        each("calls that are over", reconciling::callsOver, reconciling::callOver);
        guarded(reconciling::callbacksDue);
        guarded(law::look);
    }

    /** What callers should hear, each by itself. */
    @Schedule(hour = "*", minute = "*", second = "1/5", persistent = false)
    void announce() {
        guarded(() -> announcing.due().forEach(interaction -> guarded(() -> announcing.announce(interaction))));
    }

    @Schedule(hour = "4", minute = "10", second = "0", persistent = false)
    void forget() {
        guarded(() -> {
            while (reconciling.oldReasons() > 0) {
                MessagingLog.LOG.forgotten("routing decisions");
            }
        });
        guarded(() -> {
            while (law.forget()) {
                MessagingLog.LOG.forgotten("clocks of the law");
            }
        });
    }

    private static void mend(String what, IntSupplier step) {
        guarded(() -> {
            int mended = step.getAsInt();
            if (mended > 0) {
                MessagingLog.LOG.mended(what, mended);
            }
        });
    }

    /** Each by itself: one that fails keeps no other from being mended. */
    private static <T> void each(String what, Supplier<List<T>> found, ToIntFunction<T> step) {
        guarded(() -> found.get().forEach(one -> {
            try {
                mend(what, () -> step.applyAsInt(one));
            } catch (EJBException failure) {
                MessagingLog.LOG.notMended(what, String.valueOf(failure.getMessage()));
            }
        }));
    }

    private static void guarded(Runnable step) {
        DatabaseOutage.tolerated("line", () -> CrossedLocks.retried(step));
    }
}
