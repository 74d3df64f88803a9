// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import il.moked.shared.StaleVersionException;
import jakarta.ws.rs.core.HttpHeaders;
import java.lang.reflect.Proxy;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PreconditionsTest {
    private static HttpHeaders ifMatch(String said) {
        return (HttpHeaders) Proxy.newProxyInstance(HttpHeaders.class.getClassLoader(), new Class<?>[] {HttpHeaders.class}, (proxy, method, arguments) -> HttpHeaders.IF_MATCH.equals(arguments[0]) ? said : null);
    }

    @Test
    void theTagIsTheVersion() {
        assertThat(Preconditions.seen(ifMatch("\"v17\""))).isEqualTo(17);
    }

    @Test
    void whoDoesNotSayWhatHeSawIsAskedTo() {
        for (String nothing : new String[] {null, " ", "*"}) {
            assertThatThrownBy(() -> Preconditions.seen(ifMatch(nothing))).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(Refusal.of(refused, Locale.ENGLISH).status()).isEqualTo(428));
        }
    }

    @Test
    void whatIsNoTagOfOursIsNotThePresentVersion() {
        for (String foreign : new String[] {"17", "W/\"v17\"", "\"v17\", \"v18\"", "\"v99999999999\""}) {
            assertThatThrownBy(() -> Preconditions.seen(ifMatch(foreign))).isInstanceOfSatisfying(StaleVersionException.class, refused -> assertThat(Refusal.of(refused, Locale.ENGLISH).status()).isEqualTo(412));
        }
    }

    @Test
    void aRequestIsTheSameOnlyWithTheSameAddressAndBody() {
        byte[] body = "{}".getBytes(StandardCharsets.UTF_8);
        String one = IdempotentRequests.fingerprint("POST /customers", body);
        assertThat(one).hasSize(64).isEqualTo(IdempotentRequests.fingerprint("POST /customers", body.clone()));
        assertThat(one).isNotEqualTo(IdempotentRequests.fingerprint("POST /customer", body)).isNotEqualTo(IdempotentRequests.fingerprint("POST /customers", "{ }".getBytes(StandardCharsets.UTF_8)));
    }
}
