// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TonesTest {
    private static final double[] ROWS = {697, 770, 852, 941};
    private static final double[] COLUMNS = {1209, 1336, 1477};
    private static final String[] PAD = {"123", "456", "789", "*0#"};

    /** Keys with a pause after each, over noise. */
    static byte[] wav(String keys, int rate, int bits, double loud, double noise, int milliseconds) {
        int on = rate * milliseconds / 1000;
        int all = keys.length() * on * 2 + on;
        Random random = new Random(7);
        ByteBuffer file = ByteBuffer.allocate(44 + all * bits / 8).order(ByteOrder.LITTLE_ENDIAN);
        file.put("RIFF".getBytes(StandardCharsets.US_ASCII)).putInt(36 + all * bits / 8).put("WAVEfmt ".getBytes(StandardCharsets.US_ASCII)).putInt(16).putShort((short) 1).putShort((short) 1).putInt(rate).putInt(rate * bits / 8)
                .putShort((short) (bits / 8)).putShort((short) bits).put("data".getBytes(StandardCharsets.US_ASCII)).putInt(all * bits / 8);
        for (int i = 0; i < all; i++) {
            int which = i / (2 * on);
            double value = noise * (random.nextDouble() * 2 - 1);
            if (which < keys.length() && i % (2 * on) < on) {
                for (int row = 0; row < PAD.length; row++) {
                    int column = PAD[row].indexOf(keys.charAt(which));
                    if (column >= 0) {
                        value += loud * (Math.sin(2 * Math.PI * ROWS[row] * i / rate) + Math.sin(2 * Math.PI * COLUMNS[column] * i / rate)) / 2;
                    }
                }
            }
            if (bits == 16) {
                file.putShort((short) (value * 32767));
            } else {
                file.put((byte) (value * 127 + 128));
            }
        }
        return file.array();
    }

    private static String heard(byte[] file) {
        return WavSound.read(file).map(Tones::keys).orElse("no sound");
    }

    @Test
    void everyKeyIsHeard() {
        assertThat(heard(wav("1234567890*#", 8_000, 16, 0.8, 0, 80))).isEqualTo("1234567890*#");
        assertThat(heard(wav("*0#987654321", 44_100, 16, 0.3, 0.02, 60))).isEqualTo("*0#987654321");
        assertThat(heard(wav("200000008#", 16_000, 8, 0.9, 0.02, 100))).isEqualTo("200000008#");
    }

    @Test
    void theSameKeyTwiceIsTwoKeysAndALongOneIsOne() {
        assertThat(heard(wav("1155", 8_000, 16, 0.5, 0, 100))).isEqualTo("1155");
        assertThat(heard(wav("7", 8_000, 16, 0.5, 0, 900))).isEqualTo("7");
    }

    @Test
    void noiseSilenceAndOtherFilesAreNoKeys() {
        assertThat(heard(wav("    ", 8_000, 16, 0, 0.5, 100))).isEmpty();
        assertThat(heard(wav("    ", 8_000, 16, 0, 0, 100))).isEmpty();
        assertThat(heard("ID3 this is something else".getBytes(StandardCharsets.UTF_8))).isEqualTo("no sound");
        assertThat(heard(new byte[0])).isEqualTo("no sound");
        byte[] cut = java.util.Arrays.copyOf(wav("1", 8_000, 16, 0.5, 0, 100), 30);
        assertThat(heard(cut)).isEqualTo("no sound");
    }
}
