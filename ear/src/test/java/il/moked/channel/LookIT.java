// SPDX-License-Identifier: Apache-2.0
package il.moked.channel;

import static il.moked.Refusals.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import il.moked.As;
import il.moked.SiteVisitor;
import il.moked.channel.ejb.LookKeeping;
import il.moked.channel.ejb.PublicLook;
import il.moked.channel.ejb.PublicLook.Look;
import il.moked.shared.StaleVersionException;
import jakarta.ejb.EJBAccessException;
import jakarta.inject.Inject;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.jboss.arquillian.junit5.container.annotation.ArquillianTest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How the organisation looks outside is said by administrators, and is readable whatever they say. */
@ArquillianTest
public class LookIT {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    LookKeeping keeping;
    @Inject
    PublicLook outside;

    private final SiteVisitor visitor = new SiteVisitor("en");
    private Look before;
    private byte[] logo;

    @BeforeEach
    void asItWas() {
        Awaitility.pollInSameThread();
        before = outside.look();
        logo = outside.logo().map(PublicLook.Logo::content).orElse(new byte[0]);
    }

    @AfterEach
    void asBefore() throws Exception {
        As.run("admin", () -> {
            keeping.change(keeping.current().version(), before.hebrewName(), before.englishName(), before.accent());
            keeping.logo(logo);
        });
    }

    @Test
    void anAdministratorSaysItAndEverybodySeesIt() throws Exception {
        As.run("admin", () -> {
            int seen = keeping.current().version();
            refused("channel.look-contrast", () -> keeping.change(seen, "", "", "#ffee00"));
            refused("channel.look-colour", () -> keeping.change(seen, "", "", "blue"));
            refused("channel.look-logo", () -> keeping.logo("<svg onload='alert(1)'/>".getBytes()));
            keeping.change(seen, "חברת בדיקה", "Test Company & Sons", "#6b21a8");
            assertThatThrownBy(() -> keeping.change(seen, "", "", "#000000")).isInstanceOf(StaleVersionException.class);
        });
        await().atMost(PATIENCE).untilAsserted(() -> assertThat(visitor.get("/portal/look.css").body()).contains("--accent: light-dark(#6b21a8, #6b21a8)"));
        assertThat(visitor.get("/contact").body()).contains("Test Company &amp; Sons").contains("/portal/look.css?v=");
        assertThat(new SiteVisitor("he").get("/contact").body()).contains("חברת בדיקה");
    }

    @Test
    void nobodyElseMay() throws Exception {
        As.run("dana", () -> assertThatThrownBy(() -> keeping.change(keeping.current().version(), "", "", "#000000")).isInstanceOf(EJBAccessException.class));
        As.run("dana", () -> assertThatThrownBy(() -> keeping.logo(new byte[0])).isInstanceOf(EJBAccessException.class));
    }

    @Test
    void theLogoIsServedAsWhatItIs() throws Exception {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 1, 2, 3};
        As.run("admin", () -> keeping.logo(png));
        var answer = visitor.get("/portal/logo");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/png");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        As.run("admin", () -> keeping.logo(new byte[0]));
        assertThat(visitor.get("/portal/logo").statusCode()).isEqualTo(404);
    }
}
