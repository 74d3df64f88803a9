// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.jms;

import il.moked.access.Role;
import il.moked.selfservice.ejb.UploadSteps;
import il.moked.shared.ejb.CrossedLocks;
import il.moked.shared.jms.MessagingLog;
import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RunAs;
import jakarta.ejb.Asynchronous;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Has checked what customers sent by links. What nobody could check waits and is shown to nobody. */
@Stateless
@PermitAll
@RunAs(Role.SYSTEM)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class UploadChecking {
    @Inject
    UploadSteps steps;
    @Inject
    Clamd clamd;

    /** At once, after whoever sent it was answered. */
    @Asynchronous
    public void soon(List<Long> ids) {
        ids.forEach(this::check);
    }

    /** What could not be checked before. */
    public void again() {
        steps.due().forEach(this::check);
    }

    private void check(long id) {
        Optional<byte[]> content = CrossedLocks.retried(() -> steps.begin(id));
        if (content.isEmpty()) {
            return;
        }
        try {
            Optional<String> found = clamd.configured() ? clamd.found(content.get()) : Optional.empty();
            if (found.isPresent()) {
                CrossedLocks.retried(() -> steps.infected(id, found.get()));
            } else {
                CrossedLocks.retried(() -> steps.clean(id));
            }
        } catch (IOException nobodyThere) {
            MessagingLog.LOG.uploadNotChecked(id, nobodyThere.getMessage());
            CrossedLocks.retried(() -> steps.notChecked(id));
        }
    }
}
