// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.portal;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** A text as a square that a scanner reads, drawn as SVG: sharp on every screen and on paper. Dark on light in dark pages too, for scanners want it so. */
public final class QrPicture {
    /** Scanners find it by the light around it. */
    private static final int MARGIN = 4;

    private QrPicture() {
    }

    /** @param text short: a code */
    public static String svg(String text) {
        ByteMatrix squares = matrix(text);
        int side = squares.getWidth() + 2 * MARGIN;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < squares.getHeight(); y++) {
            for (int x = 0; x < squares.getWidth(); x++) {
                if (squares.get(x, y) == 1) {
                    path.append('M').append(x + MARGIN).append(' ').append(y + MARGIN).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + side + " " + side + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + side + "v" + side + "h-" + side + "z\"/><path fill=\"#000\" d=\"" + path + "\"/></svg>";
    }

    private static ByteMatrix matrix(String text) {
        try {
            return Encoder.encode(text, ErrorCorrectionLevel.M).getMatrix();
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException("Not a code", tooLong);
        }
    }
}
