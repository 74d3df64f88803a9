// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** What a page can come as. Told by the first bytes, never by the name. */
public enum PaperKind {
    PDF("application/pdf", "pdf"), TIFF("image/tiff", "tif"), JPEG("image/jpeg", "jpg"), PNG("image/png", "png");

    /** Some programs write something before the PDF; readers look for it within the first kilobyte (ISO 32000-1, annex H). */
    private static final int PDF_WITHIN = 1024;

    private final String contentType;
    private final String ending;

    PaperKind(String contentType, String ending) {
        this.contentType = contentType;
        this.ending = ending;
    }

    public String contentType() {
        return contentType;
    }

    public String ending() {
        return ending;
    }

    public static Optional<PaperKind> of(byte[] content) {
        if (begins(content, 'I', 'I', 42, 0) || begins(content, 'M', 'M', 0, 42)) {
            return Optional.of(TIFF);
        }
        if (begins(content, 0xFF, 0xD8, 0xFF)) {
            return Optional.of(JPEG);
        }
        if (begins(content, 0x89, 'P', 'N', 'G')) {
            return Optional.of(PNG);
        }
        String head = new String(content, 0, Math.min(content.length, PDF_WITHIN), StandardCharsets.ISO_8859_1);
        return head.contains("%PDF-") ? Optional.of(PDF) : Optional.empty();
    }

    private static boolean begins(byte[] content, int... sign) {
        if (content.length < sign.length) {
            return false;
        }
        for (int place = 0; place < sign.length; place++) {
            if ((content[place] & 0xFF) != sign[place]) {
                return false;
            }
        }
        return true;
    }
}
