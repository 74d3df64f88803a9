// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

class PlainPhotoTest {
    private static final int MOST = 1_000_000;

    /** 40 wide and 20 high, its left half red. @param orientation 0 for none */
    private static byte[] photo(int orientation) throws IOException {
        BufferedImage image = new BufferedImage(40, 20, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = image.createGraphics();
        pen.setColor(Color.RED);
        pen.fillRect(0, 0, 20, 20);
        pen.dispose();
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        ImageIO.write(image, "jpeg", plain);
        if (orientation == 0) {
            return plain.toByteArray();
        }
        byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 1, 0x01, 0x12, 0, 3, 0, 0, 0, 1, 0, (byte) orientation, 0, 0, 0, 0, 0, 0};
        ByteArrayOutputStream with = new ByteArrayOutputStream();
        with.write(plain.toByteArray(), 0, 2);
        with.write(new byte[] {(byte) 0xFF, (byte) 0xE1, 0, (byte) (exif.length + 2)});
        with.write(exif);
        with.write(plain.toByteArray(), 2, plain.size() - 2);
        return with.toByteArray();
    }

    private static BufferedImage made(byte[] sent) throws IOException {
        byte[] jpeg = PlainPhoto.jpeg(sent, MOST).orElseThrow();
        assertThat(new String(jpeg, StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static boolean red(BufferedImage image, int x, int y) {
        Color at = new Color(image.getRGB(x, y));
        return at.getRed() > 150 && at.getGreen() < 100;
    }

    @Test
    void itIsTurnedAsTheCameraWasHeld() throws IOException {
        BufferedImage upright = made(photo(0));
        assertThat(upright.getWidth()).isEqualTo(40);
        assertThat(red(upright, 5, 10)).isTrue();
        BufferedImage over = made(photo(3));
        assertThat(red(over, 35, 10)).isTrue();
        assertThat(red(over, 5, 10)).isFalse();
        BufferedImage right = made(photo(6));
        assertThat(right.getWidth()).isEqualTo(20);
        assertThat(right.getHeight()).isEqualTo(40);
        assertThat(red(right, 10, 5)).as("what was left is above").isTrue();
        BufferedImage left = made(photo(8));
        assertThat(red(left, 10, 35)).as("what was left is below").isTrue();
    }

    @Test
    void whatIsNoPhotoIsNone() throws IOException {
        assertThat(PlainPhoto.jpeg("<svg/>".getBytes(StandardCharsets.US_ASCII), MOST)).isEmpty();
        assertThat(PlainPhoto.jpeg(new byte[0], MOST)).isEmpty();
        assertThat(PlainPhoto.jpeg(photo(0), 10)).isEmpty();
        byte[] cut = photo(6);
        assertThat(PlainPhoto.orientation(java.util.Arrays.copyOf(cut, 20))).isEqualTo(1);
        for (int length = 0; length < cut.length; length += 7) {
            PlainPhoto.jpeg(java.util.Arrays.copyOf(cut, length), MOST);
        }
    }
}
