// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

class PortalAddressTest {
    @Test
    void aPageIsUnderTheAddressHoweverThatEnds() {
        assertThat(portal("https://service.example").page("/order/7")).contains("https://service.example/order/7");
        assertThat(portal("https://service.example/").page("/order/7")).contains("https://service.example/order/7");
        assertThat(portal("https://service.example//").page("")).contains("https://service.example");
        assertThat(portal(null).page("/order/7")).isEmpty();
    }

    private static PortalAddress portal(String url) {
        PortalAddress portal = new PortalAddress();
        portal.url = Optional.ofNullable(url);
        return portal;
    }
}
