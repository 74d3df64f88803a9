// SPDX-License-Identifier: Apache-2.0
package il.moked.casework.ejb;

import il.moked.casework.ServiceCase;

/** A case is about to be closed, in the transaction of whoever closes it. Areas above this one refuse it by a business exception. */
public record CaseClosing(long caseId, ServiceCase.Cause cause) {
}
