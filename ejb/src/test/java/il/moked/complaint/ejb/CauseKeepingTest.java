// SPDX-License-Identifier: Apache-2.0
package il.moked.complaint.ejb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.complaint.ComplaintCause;
import il.moked.complaint.Complaints;
import il.moked.complaint.ejb.CauseKeeping.Named;
import il.moked.shared.BusinessException;
import java.lang.reflect.Field;
import java.util.List;
import org.junit.jupiter.api.Test;

class CauseKeepingTest {
    private final CauseKeeping keeping = new CauseKeeping();

    private static ComplaintCause cause(long id, String sku) throws ReflectiveOperationException {
        ComplaintCause cause = new ComplaintCause(sku, "BILLING", "C" + id);
        cause.ofComponent("חיוב", "Billing");
        cause.become("סיבה", "Cause", true);
        Field field = ComplaintCause.class.getDeclaredField("id");
        field.setAccessible(true);
        field.set(cause, id);
        return cause;
    }

    @Test
    void theLastCauseThatFitsEveryProductIsNotRetired() throws ReflectiveOperationException {
        List<ComplaintCause> all = List.of(cause(1, null), cause(2, "PHN-1"));
        keeping.complaints = new Complaints() {
            @Override
            public List<ComplaintCause> allCausesLocked() {
                return all;
            }
        };
        assertThatThrownBy(() -> keeping.change(1, 0, new Named("חיוב", "Billing", "סיבה", "Cause", false))).isInstanceOfSatisfying(BusinessException.class, refusal -> assertThat(refusal.code()).isEqualTo("complaint.last-cause"));
    }
}
