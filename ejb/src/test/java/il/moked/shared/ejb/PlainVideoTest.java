// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class PlainVideoTest {
    private static final int MOST = 1_000_000;

    private static byte[] box(String type, byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        int length = 8;
        for (byte[] part : parts) {
            length += part.length;
        }
        out.writeBytes(ByteBuffer.allocate(4).putInt(length).array());
        out.writeBytes(ascii(type));
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static byte[] file(byte[]... boxes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] box : boxes) {
            out.writeBytes(box);
        }
        return out.toByteArray();
    }

    private static byte[] kind(String brand) {
        return box("ftyp", ascii(brand), new byte[4], ascii(brand));
    }

    private static final byte[] MOVIE = box("moov", box("mvhd", new byte[20]), box("trak", box("tkhd", new byte[10]), box("udta", ascii("owner"))), box("udta", box("xyz0", ascii("+32.0853+034.7818/"))));
    private static final byte[] MEDIA = box("mdat", ascii("pictures and sound"));

    @Test
    void whereItWasTakenIsNotKeptAndAllElseIs() {
        byte[] sent = file(kind("isom"), MOVIE, MEDIA, box("uuid", ascii("1234567890123456maker")));
        PlainVideo.Video video = PlainVideo.of(sent, MOST).orElseThrow();
        assertThat(video.contentType()).isEqualTo("video/mp4");
        assertThat(video.content()).hasSameSizeAs(sent);
        assertThat(new String(video.content(), StandardCharsets.ISO_8859_1)).doesNotContain("32.0853").doesNotContain("owner").doesNotContain("maker").contains("pictures and sound").contains("tkhd");
    }

    @Test
    void kindsAreToldByContent() {
        assertThat(PlainVideo.of(file(kind("qt  "), MOVIE, MEDIA), MOST).orElseThrow().ending()).isEqualTo("mov");
        assertThat(PlainVideo.of(file(kind("3gp5"), MEDIA, MOVIE), MOST).orElseThrow().ending()).isEqualTo("3gp");
        assertThat(PlainVideo.of(file(kind("heic"), MOVIE, MEDIA), MOST)).isEmpty();
        assertThat(PlainVideo.of(file(kind("isom"), MEDIA), MOST)).as("without a movie").isEmpty();
        assertThat(PlainVideo.of(file(kind("isom"), MOVIE, MEDIA, ascii("<script>alert(1)</script>")), MOST)).as("with something behind it").isEmpty();
        assertThat(PlainVideo.of(file(kind("isom"), MOVIE, box("html", ascii("<script>"))), MOST)).isEmpty();
        assertThat(PlainVideo.of(file(kind("isom"), MOVIE, MEDIA), 20)).isEmpty();
        byte[] whole = file(kind("isom"), MOVIE, MEDIA);
        assertThat(PlainVideo.of(java.util.Arrays.copyOf(whole, whole.length - 3), MOST)).as("cut").isEmpty();
    }
}
