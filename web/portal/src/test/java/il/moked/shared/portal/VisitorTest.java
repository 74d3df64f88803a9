// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VisitorTest {
    @Test
    void anOldAddressIsItself() {
        assertThat(Visitor.household("192.0.2.7")).isEqualTo("192.0.2.7");
    }

    @ParameterizedTest
    @CsvSource({"2001:db8:1:2:3:4:5:6, 2001:db8:1:2::/64", "2001:db8:1:2::9, 2001:db8:1:2::/64", "2001:0db8:0001:0002:ffff:0:0:1, 2001:db8:1:2::/64", "::1, 0:0:0:0::/64", "fe80::1%eth0, fe80:0:0:0::/64", "2001:db8::, 2001:db8:0:0::/64"})
    void aNewAddressIsItsHousehold(String address, String household) {
        assertThat(Visitor.household(address)).isEqualTo(household);
    }

    @Test
    void nothingAtAllIsStillOneVisitor() {
        assertThat(Visitor.household(null)).isEqualTo("null");
    }
}
