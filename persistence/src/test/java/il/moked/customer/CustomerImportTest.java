// SPDX-License-Identifier: Apache-2.0
package il.moked.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.customer.CustomerImport.OfAlike;
import il.moked.customer.CustomerImport.State;
import il.moked.customer.CustomerImport.Tally;
import il.moked.shared.BusinessException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class CustomerImportTest {
    private final Instant now = Instant.parse("2026-05-14T06:00:00Z");
    private final CustomerImport file = new CustomerImport("old-crm", "customers.csv", "admin", now);

    private boolean begin(String node, int second) {
        return file.begin(node, now.plusSeconds(second), now.plusSeconds(second + 60));
    }

    private void checked(Tally tally) {
        begin("one", 0);
        file.reached(tally.lines() + 1, tally);
        file.checked(true, now);
    }

    @Test
    void whatANodeBeganNoOtherTakesBeforeItsTimeIsUp() {
        assertThat(begin("one", 0)).isTrue();
        assertThat(begin("two", 30)).isFalse();
        file.reached(101, new Tally(100, 100, 0, 0, 0, 0));
        assertThat(begin("two", 61)).isTrue();
        assertThat(file.hold("one", now.plusSeconds(90))).isFalse();
        assertThat(file.checked()).isEqualTo(Tally.NONE);
    }

    @Test
    void anImportGoesOnBehindTheLastLineThatWasKept() {
        checked(new Tally(200, 200, 0, 0, 0, 0));
        file.approve(false, OfAlike.REGISTER, "admin", now);
        begin("one", 0);
        file.reached(101, new Tally(100, 100, 0, 0, 0, 0));
        assertThat(begin("one", 1)).isTrue();
        assertThat(file.lastLine()).isEqualTo(101);
        assertThat(file.done().fresh()).isEqualTo(100);
    }

    @Test
    void wrongLinesAreLeftOutOnlyWhenSomebodySaysSo() {
        checked(new Tally(2, 1, 0, 0, 0, 1));
        assertThatThrownBy(() -> file.approve(false, OfAlike.REGISTER, "admin", now)).isInstanceOf(BusinessException.class).hasMessage("customer.import-wrong");
        file.approve(true, OfAlike.LEAVE_OUT, "admin", now);
        assertThatThrownBy(() -> file.approve(true, OfAlike.REGISTER, "admin", now)).hasMessage("customer.import-decided");
    }

    @Test
    void whatCannotBeReadToItsEndIsRefusedAndWhatIsStoppedStaysSo() {
        begin("one", 0);
        file.checked(false, now);
        assertThat(file.state()).isEqualTo(State.REFUSED);
        assertThatThrownBy(() -> file.stop("admin", now)).hasMessage("customer.import-decided");
        CustomerImport other = new CustomerImport("old-crm", "customers.csv", "admin", now);
        other.stop("admin", now);
        assertThat(other.state()).isEqualTo(State.DROPPED);
    }
}
