// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.casework.ServiceCase;
import il.moked.casework.ejb.CaseHandling.Keeper;

/** Something that is done with a case as it was seen. */
public sealed interface CaseAct {
    /** @param seen version that was looked at, null for whichever it is now @throws il.moked.shared.BusinessException as the act itself */
    void with(CaseHandling handling, long id, Integer seen);

    /** The caller deals with it. */
    record Take() implements CaseAct {
        @Override
        public void with(CaseHandling handling, long id, Integer seen) {
            handling.take(id, seen);
        }
    }

    record Assign(Keeper keeper) implements CaseAct {
        @Override
        public void with(CaseHandling handling, long id, Integer seen) {
            handling.assign(id, seen, keeper);
        }
    }

    record Become(ServiceCase.State next) implements CaseAct {
        @Override
        public void with(CaseHandling handling, long id, Integer seen) {
            handling.become(id, seen, next);
        }
    }

    record Severe(ServiceCase.Severity severity) implements CaseAct {
        @Override
        public void with(CaseHandling handling, long id, Integer seen) {
            handling.severe(id, seen, severity);
        }
    }

    record Close(ServiceCase.Cause cause, String note) implements CaseAct {
        @Override
        public void with(CaseHandling handling, long id, Integer seen) {
            handling.close(id, seen, cause, note);
        }
    }
}
