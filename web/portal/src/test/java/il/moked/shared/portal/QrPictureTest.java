// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.decoder.Decoder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class QrPictureTest {
    private static final int MARGIN = 4;

    @Test
    void whatIsDrawnIsReadAgain() throws Exception {
        String svg = QrPicture.svg("7K2M9PQ4XZ");
        Matcher box = Pattern.compile("viewBox=\"0 0 (\\d+) ").matcher(svg);
        assertThat(box.find()).isTrue();
        int side = Integer.parseInt(box.group(1)) - 2 * MARGIN;
        BitMatrix squares = new BitMatrix(side);
        Matcher square = Pattern.compile("M(\\d+) (\\d+)h1v1h-1z").matcher(svg);
        while (square.find()) {
            squares.set(Integer.parseInt(square.group(1)) - MARGIN, Integer.parseInt(square.group(2)) - MARGIN);
        }
        assertThat(new Decoder().decode(squares).getText()).isEqualTo("7K2M9PQ4XZ");
    }
}
