// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;

/**
 * A short video of a telephone: MP4, QuickTime or 3GP (ISO 14496-12), told by what is in it, never by its name. Boxes that say where
 * and by what it was taken are made empty; what is shown and heard stays as it was.
 */
public final class PlainVideo {
    private static final Set<String> MP4 = Set.of("isom", "iso2", "iso4", "iso5", "iso6", "mp41", "mp42", "avc1", "M4V ", "MSNV");
    private static final Set<String> THREE_GP = Set.of("3gp4", "3gp5", "3gp6", "3gp7");
    private static final String QUICKTIME = "qt  ";
    private static final Set<String> OF_A_FILE = Set.of("ftyp", "moov", "mdat", "free", "skip", "wide", "uuid", "meta", "udta", "moof", "mfra", "sidx", "styp", "pnot", "prft", "beam");
    /** What tells of the camera, the place and the owner. */
    private static final Set<String> TELLING = Set.of("udta", "meta", "uuid");
    /** What may hold such boxes. */
    private static final Set<String> HOLDING = Set.of("moov", "trak", "mdia", "minf", "moof", "traf");
    private static final int HEAD = 8;
    private static final int LONG_HEAD = 16;
    private static final int MOST_BOXES = 20_000;
    private static final int DEEPEST = 6;

    /** @param contentType of its container @param ending of a file name, without the dot */
    public record Video(byte[] content, String contentType, String ending) {
    }

    private final byte[] content;
    private int boxes;
    private boolean movie;
    private boolean media;

    private PlainVideo(byte[] content) {
        this.content = content;
    }

    /** @return empty when it is none of these, or its parts do not fit together */
    public static Optional<Video> of(byte[] sent, int mostBytes) {
        if (sent == null || sent.length < LONG_HEAD || sent.length > mostBytes || !"ftyp".equals(type(sent, 0))) {
            return Optional.empty();
        }
        String brand = new String(sent, HEAD, 4, StandardCharsets.ISO_8859_1);
        PlainVideo video = new PlainVideo(sent.clone());
        if (!MP4.contains(brand) && !THREE_GP.contains(brand) && !QUICKTIME.equals(brand) || !video.clean(0, sent.length, 0) || !video.movie || !video.media) {
            return Optional.empty();
        }
        if (QUICKTIME.equals(brand)) {
            return Optional.of(new Video(video.content, "video/quicktime", "mov"));
        }
        return Optional.of(THREE_GP.contains(brand) ? new Video(video.content, "video/3gpp", "3gp") : new Video(video.content, "video/mp4", "mp4"));
    }

    /** @return false when the boxes there do not fill it */
    private boolean clean(int from, int to, int depth) {
        int at = from;
        while (at < to) {
            if (++boxes > MOST_BOXES || to - at < HEAD) {
                return depth > 0 && allZero(at, to);
            }
            long size = ByteBuffer.wrap(content).getInt(at) & 0xFFFFFFFFL;
            int head = HEAD;
            if (size == 1 && to - at >= LONG_HEAD) {
                size = ByteBuffer.wrap(content).getLong(at + HEAD);
                head = LONG_HEAD;
            } else if (size == 0 && depth == 0) {
                size = to - at;
            }
            String type = type(content, at);
            if (size < head || size > to - at || depth == 0 && !OF_A_FILE.contains(type)) {
                return false;
            }
            int end = at + (int) size;
            movie |= depth == 0 && type.equals("moov");
            media |= depth == 0 && type.equals("mdat");
            if (TELLING.contains(type)) {
                empty(at, head, end);
            } else if (HOLDING.contains(type) && depth < DEEPEST && !clean(at + head, end, depth + 1)) {
                return false;
            }
            at = end;
        }
        return true;
    }

    /** It stays as long as it was, so that everything behind it stays where it is. */
    private void empty(int at, int head, int end) {
        System.arraycopy("free".getBytes(StandardCharsets.US_ASCII), 0, content, at + 4, 4);
        java.util.Arrays.fill(content, at + head, end, (byte) 0);
    }

    private boolean allZero(int from, int to) {
        for (int at = from; at < to; at++) {
            if (content[at] != 0) {
                return false;
            }
        }
        return true;
    }

    private static String type(byte[] content, int at) {
        return new String(content, at + 4, 4, StandardCharsets.ISO_8859_1);
    }
}
