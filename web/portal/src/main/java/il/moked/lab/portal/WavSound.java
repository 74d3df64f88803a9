// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Plain sound of a WAV file: 8 or 16 bits, any number of voices of which the first is heard. */
record WavSound(int rate, float[] samples) {
    private static final int PLAIN = 1;
    private static final int LOWEST_RATE = 4_000;
    private static final int HIGHEST_RATE = 96_000;

    /** Empty when it is something else. */
    static Optional<WavSound> read(byte[] file) {
        ByteBuffer bytes = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        if (file.length < 12 || !"RIFF".equals(name(bytes)) || bytes.getInt() < 0 || !"WAVE".equals(name(bytes))) {
            return Optional.empty();
        }
        int voices = 0;
        int rate = 0;
        int bits = 0;
        while (bytes.remaining() >= 8) {
            String part = name(bytes);
            int length = bytes.getInt();
            if (length < 0) {
                return Optional.empty();
            }
            int here = bytes.position();
            if ("fmt ".equals(part) && length >= 16 && bytes.remaining() >= 16) {
                int format = bytes.getShort();
                voices = bytes.getShort();
                rate = bytes.getInt();
                bits = bytes.getShort(here + 14);
                if (format != PLAIN || voices < 1 || voices > 8 || rate < LOWEST_RATE || rate > HIGHEST_RATE || bits != 8 && bits != 16) {
                    return Optional.empty();
                }
            } else if ("data".equals(part)) {
                return rate == 0 ? Optional.empty() : Optional.of(new WavSound(rate, samples(bytes, Math.min(length, bytes.remaining()), voices, bits)));
            }
            bytes.position((int) Math.min((long) here + length + (length & 1), bytes.limit()));
        }
        return Optional.empty();
    }

    private static String name(ByteBuffer bytes) {
        byte[] name = new byte[4];
        bytes.get(name);
        return new String(name, StandardCharsets.US_ASCII);
    }

    private static float[] samples(ByteBuffer bytes, int length, int voices, int bits) {
        int frame = voices * bits / 8;
        float[] samples = new float[length / frame];
        int start = bytes.position();
        for (int i = 0; i < samples.length; i++) {
            int at = start + i * frame;
            samples[i] = bits == 16 ? bytes.getShort(at) / 32768f : ((bytes.get(at) & 0xff) - 128) / 128f;
        }
        return samples;
    }
}
