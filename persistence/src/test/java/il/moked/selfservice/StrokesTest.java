// SPDX-License-Identifier: Apache-2.0
package il.moked.selfservice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import il.moked.shared.BusinessException;
import org.junit.jupiter.api.Test;

class StrokesTest {
    private static final String NAME = "100,200,0 140,150,40 180,240,80 230,160,120;300,120,400 340,260,440 380,140,480 420,240,520";

    @Test
    void areKeptAsTheyWereDrawn() {
        Strokes strokes = Strokes.signature(NAME);
        assertThat(strokes.written()).isEqualTo(NAME);
        assertThat(strokes.lines()).hasSize(2);
        assertThat(strokes.points()).isEqualTo(8);
        assertThat(strokes.took()).isEqualTo(520);
    }

    @Test
    void aDotOrASlipIsNoSignature() {
        for (String slip : new String[] {"", null, "1,1,0", "1,1,0 1,2,1 1,3,2 1,4,3 1,5,4 1,6,5 1,7,6 1,8,7 1,9,8"}) {
            assertThatThrownBy(() -> Strokes.signature(slip)).isInstanceOfSatisfying(BusinessException.class, refused -> assertThat(refused.code()).isEqualTo("selfservice.sign-short"));
        }
    }

    @Test
    void whatNoPadDrawsIsRefused() {
        for (String forged : new String[] {"1001,1,0", "1,401,0", "1,1,5 1,2,4", "a,b,c", "1,1", "1,1,0;;", "-1,1,0", "1,1,0 ".repeat(9000)}) {
            assertThat(Strokes.read(forged)).as(forged.substring(0, Math.min(20, forged.length()))).isEmpty();
        }
    }
}
