// SPDX-License-Identifier: Apache-2.0
package il.moked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;

/** What must not be possible. */
public final class Refusals {
    private Refusals() {
    }

    public static void refused(String code, ThrowingCallable act) {
        assertThatThrownBy(act).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo(code));
    }
}
