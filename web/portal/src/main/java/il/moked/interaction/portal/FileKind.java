// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * The kinds of file a stranger may send. Told by the first bytes, never by what the sender claims; the name only decides
 * where the bytes cannot (old Office files, plain text). Signatures: PDF 32000-1, PNG, JFIF, GIF89a, RIFF/WebP, MS-CFB,
 * APPNOTE.TXT of ZIP with the parts of ECMA-376, ISO 14496-12 with the brands of ISO 23008-12 (HEIF).
 */
public enum FileKind {
    PDF("application/pdf", "pdf"),
    PNG("image/png", "png"),
    JPEG("image/jpeg", "jpg", "jpeg", "jfif"),
    GIF("image/gif", "gif"),
    WEBP("image/webp", "webp"),
    HEIC("image/heic", "heic", "heif"),
    DOC("application/msword", "doc"),
    XLS("application/vnd.ms-excel", "xls"),
    DOCX("application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    TEXT("text/plain", "txt");

    private static final byte[] PNG_SIGN = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_SIGN = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] OLE_SIGN = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
    private static final byte[] ZIP_SIGN = {'P', 'K', 3, 4};
    private static final Set<String> HEIF_BRANDS = Set.of("heic", "heix", "heim", "heis", "hevc", "hevx", "mif1", "msf1");

    private final String contentType;
    private final List<String> extensions;

    FileKind(String contentType, String... extensions) {
        this.contentType = contentType;
        this.extensions = List.of(extensions);
    }

    public String contentType() {
        return contentType;
    }

    /** @return empty when it is none of the kinds that are taken */
    public static Optional<FileKind> of(String fileName, byte[] content) {
        if (begins(content, 0, ascii("%PDF-"))) {
            return Optional.of(PDF);
        }
        if (begins(content, 0, PNG_SIGN)) {
            return Optional.of(PNG);
        }
        if (begins(content, 0, JPEG_SIGN)) {
            return Optional.of(JPEG);
        }
        if (begins(content, 0, ascii("GIF87a")) || begins(content, 0, ascii("GIF89a"))) {
            return Optional.of(GIF);
        }
        if (begins(content, 0, ascii("RIFF")) && begins(content, 8, ascii("WEBP"))) {
            return Optional.of(WEBP);
        }
        if (begins(content, 4, ascii("ftyp")) && content.length >= 12 && HEIF_BRANDS.contains(new String(content, 8, 4, StandardCharsets.ISO_8859_1))) {
            return Optional.of(HEIC);
        }
        if (begins(content, 0, OLE_SIGN)) {
            return oldOffice(fileName, content);
        }
        if (begins(content, 0, ZIP_SIGN)) {
            return newOffice(content);
        }
        return TEXT.named(fileName) && plain(content) ? Optional.of(TEXT) : Optional.empty();
    }

    /** The name with an extension that tells what the content is: a picture called {@code x.html} becomes {@code x.html.png}. */
    public String fitting(String fileName) {
        return named(fileName) ? fileName : fileName + "." + extensions.get(0);
    }

    private boolean named(String fileName) {
        String lower = fileName.toLowerCase(Locale.ROOT);
        return extensions.stream().anyMatch(extension -> lower.endsWith("." + extension));
    }

    private static Optional<FileKind> oldOffice(String fileName, byte[] content) {
        if (DOC.named(fileName) && holds(content, "WordDocument".getBytes(StandardCharsets.UTF_16LE))) {
            return Optional.of(DOC);
        }
        boolean workbook = holds(content, "Workbook".getBytes(StandardCharsets.UTF_16LE)) || holds(content, "Book".getBytes(StandardCharsets.UTF_16LE));
        return XLS.named(fileName) && workbook ? Optional.of(XLS) : Optional.empty();
    }

    /** Names of the parts stand unpacked in a zip file. A document with macros is refused. */
    private static Optional<FileKind> newOffice(byte[] content) {
        if (!holds(content, ascii("[Content_Types].xml")) || holds(content, ascii("vbaProject.bin"))) {
            return Optional.empty();
        }
        if (holds(content, ascii("word/document.xml"))) {
            return Optional.of(DOCX);
        }
        return holds(content, ascii("xl/workbook.xml")) ? Optional.of(XLSX) : Optional.empty();
    }

    /** No control characters but those of lines; UTF-16 with its mark is text too. */
    private static boolean plain(byte[] content) {
        if (begins(content, 0, new byte[] {(byte) 0xFF, (byte) 0xFE}) || begins(content, 0, new byte[] {(byte) 0xFE, (byte) 0xFF})) {
            return content.length % 2 == 0;
        }
        for (byte octet : content) {
            if (octet >= 0 && octet < ' ' && octet != '\n' && octet != '\r' && octet != '\t' && octet != '\f') {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static boolean begins(byte[] content, int at, byte[] sign) {
        if (content.length < at + sign.length) {
            return false;
        }
        for (int place = 0; place < sign.length; place++) {
            if (content[at + place] != sign[place]) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(byte[] content, byte[] sought) {
        for (int at = 0; at <= content.length - sought.length; at++) {
            if (content[at] == sought[0] && begins(content, at, sought)) {
                return true;
            }
        }
        return false;
    }
}
