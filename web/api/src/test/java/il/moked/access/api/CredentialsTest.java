// SPDX-License-Identifier: Apache-2.0
package il.moked.access.api;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class CredentialsTest {
    private static String basic(String said) {
        return "basic " + Base64.getEncoder().encodeToString(said.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aPasswordMayHoldColonsAndHebrew() {
        assertThat(Credentials.in(basic("crm:סוד:1"))).contains(new Credentials("crm", "סוד:1"));
    }

    @Test
    void whateverElseIsSaidIsNobody() {
        assertThat(Credentials.in(null)).isEmpty();
        assertThat(Credentials.in("Bearer abc")).isEmpty();
        assertThat(Credentials.in("Basic ***")).isEmpty();
        assertThat(Credentials.in(basic("no colon"))).isEmpty();
        assertThat(Credentials.in(basic(":nobody"))).isEmpty();
    }

    @Test
    void aPasswordIsNeverPrinted() {
        assertThat(new Credentials("crm", "secret")).hasToString("crm");
    }
}
