// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice.portal;

import static org.assertj.core.api.Assertions.assertThat;

import il.moked.selfservice.PortalSession.Kind;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WayBackTest {
    @ParameterizedTest
    @ValueSource(strings = {"https://example.org", "//example.org", "/\\example.org", "/my/../lab", "/my@example.org", "/mystery", "/my//example.org", "/business/sites", "/my/a\nLocation: x", "", "javascript:alert(1)"})
    void whatIsNoneOfHisPagesIsHisHome(String asked) {
        assertThat(WayBack.to(Kind.CUSTOMER, asked)).isEqualTo("/my");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/my", "/my/contacts/ABC0123456", "/my/orders?after=1.2-3", "/my/orders/invoice/INV-0000001"})
    void hisOwnPagesAreKept(String asked) {
        assertThat(WayBack.to(Kind.CUSTOMER, asked)).isEqualTo(asked);
    }

    @Test
    void peopleOfCompaniesGoToTheirs() {
        assertThat(WayBack.to(Kind.COMPANY, "/my")).isEqualTo("/business");
        assertThat(WayBack.signInFor(Kind.COMPANY, "/business/calls")).isEqualTo("/business/sign-in?to=%2Fbusiness%2Fcalls");
        assertThat(WayBack.signInFor(Kind.CUSTOMER, null)).isEqualTo("/sign-in");
    }

    @Test
    void aPlaceInAListIsReadAsItIsWritten() {
        OwnCursor cursor = new OwnCursor(Instant.parse("2026-03-01T10:00:00.123456Z"), 42);
        assertThat(OwnCursor.read(cursor.written())).contains(cursor);
        assertThat(OwnCursor.read("1.2")).isEmpty();
        assertThat(OwnCursor.read("9999999999999999.1-1")).isEmpty();
        assertThat(OwnCursor.read(null)).isEmpty();
    }

    @Test
    void aBrowserIsCalledByItsNameAndItsSystem() {
        assertThat(DeviceName.of("Mozilla/5.0 (iPhone; CPU iPhone OS 17_0 like Mac OS X) AppleWebKit/605 Version/17.0 Mobile Safari/604.1")).isEqualTo("Safari · iPhone");
        assertThat(DeviceName.of(null)).isEmpty();
    }
}
