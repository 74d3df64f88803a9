// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChatOriginsTest {
    private final ChatOrigins origins = new ChatOrigins();

    {
        origins.configured = Optional.of(List.of(" https://Shop.example ", "https://evil.example; script-src *", "*"));
    }

    @Test
    void thePortalsOwnPagesMayOpenASocketWithAndWithoutThePort() {
        assertThat(origins.admits("http://localhost:8081", "localhost:8081")).isTrue();
        assertThat(origins.admits("https://portal.example", "portal.example")).isTrue();
        assertThat(origins.admits("https://portal.example", "portal.example:443")).isTrue();
        assertThat(origins.admits("HTTPS://PORTAL.example", "portal.EXAMPLE")).isTrue();
    }

    @Test
    void otherPagesMayNot() {
        assertThat(origins.admits("https://other.example", "portal.example")).isFalse();
        assertThat(origins.admits("https://portal.example.other.example", "portal.example")).isFalse();
        assertThat(origins.admits("http://localhost:9090", "localhost:8081")).isFalse();
        assertThat(origins.admits("null", "portal.example")).isFalse();
        assertThat(origins.admits("https://portal.example@other.example", "portal.example")).isFalse();
        assertThat(origins.admits(null, "portal.example")).isFalse();
        assertThat(origins.admits("https://portal.example", null)).isFalse();
    }

    @Test
    void aConfiguredSiteMayAndOnlyOriginsReachTheHeader() {
        assertThat(origins.admits("https://shop.example", "portal.example")).isTrue();
        assertThat(origins.forPolicy()).isEqualTo(" https://shop.example");
    }
}
