// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.email;

import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** Names of attached files: safe to show, to store under and to download as. */
final class FileNames {

    /** In characters; file systems allow 255 bytes, and a Hebrew letter is two. */
    static final int MAX_LENGTH = 100;

    private static final Map<String, String> EXTENSIONS = Map.ofEntries(
            Map.entry("text/plain", "txt"), Map.entry("text/html", "html"), Map.entry("text/calendar", "ics"), Map.entry("text/csv", "csv"),
            Map.entry("text/vcard", "vcf"), Map.entry("text/x-vcard", "vcf"), Map.entry("message/rfc822", "eml"), Map.entry("text/rfc822-headers", "txt"),
            Map.entry("message/delivery-status", "txt"), Map.entry("application/pdf", "pdf"), Map.entry("application/ms-tnef", "dat"),
            Map.entry("application/pkcs7-mime", "p7m"), Map.entry("application/x-pkcs7-mime", "p7m"), Map.entry("application/pkcs7-signature", "p7s"),
            Map.entry("application/x-pkcs7-signature", "p7s"), Map.entry("application/pgp-signature", "asc"), Map.entry("application/pgp-encrypted", "asc"),
            Map.entry("image/jpeg", "jpg"), Map.entry("image/jpg", "jpg"), Map.entry("image/png", "png"), Map.entry("image/gif", "gif"),
            Map.entry("image/tiff", "tif"), Map.entry("image/heic", "heic"), Map.entry("image/svg+xml", "svg"), Map.entry("audio/mpeg", "mp3"),
            Map.entry("audio/wav", "wav"), Map.entry("audio/x-wav", "wav"), Map.entry("video/mp4", "mp4"), Map.entry("application/zip", "zip"));
    private static final Set<String> DEVICES = Set.of("con", "prn", "aux", "nul", "com1", "com2", "com3", "com4", "com5", "com6", "com7", "com8", "com9",
            "lpt1", "lpt2", "lpt3", "lpt4", "lpt5", "lpt6", "lpt7", "lpt8", "lpt9");

    private FileNames() {
    }

    /**
     * A safe form of the name a mail gives.
     *
     * @param name   decoded, as the mail has it, may be null
     * @param type   media type, for the ending of an invented name
     * @param number which file of the mail it is, from 1
     */
    static String safe(String name, String type, int number) {
        String plain = name == null ? "" : withoutPath(visible(name));
        plain = plain.replaceAll("[<>:\"|?*]", "_").replaceAll("\\s+", " ").strip();
        while (plain.startsWith(".") || plain.endsWith(".") || plain.endsWith(" ")) {
            plain = plain.startsWith(".") ? plain.substring(1) : plain.substring(0, plain.length() - 1);
        }
        if (plain.isBlank()) {
            return "attachment-" + number + '.' + EXTENSIONS.getOrDefault(type, "bin");
        }
        String stem = plain.contains(".") ? plain.substring(0, plain.indexOf('.')) : plain;
        if (DEVICES.contains(stem.toLowerCase(Locale.ROOT))) {
            plain = '_' + plain;
        }
        return shortened(plain);
    }

    /** Without control, bidi, zero-width and unpaired characters: a name must not look like another name. */
    static String visible(String text) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().filter(FileNames::isVisible).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isVisible(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.PRIVATE_USE, Character.UNASSIGNED,
                    Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR -> false;
            default -> true;
        };
    }

    private static String withoutPath(String name) {
        String plain = name.replace('\\', '/');
        while (plain.endsWith("/")) {
            plain = plain.substring(0, plain.length() - 1);
        }
        return plain.substring(plain.lastIndexOf('/') + 1);
    }

    private static String shortened(String name) {
        if (name.length() <= MAX_LENGTH) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String ending = dot > 0 && name.length() - dot <= 12 ? name.substring(dot) : "";
        int cut = MAX_LENGTH - ending.length();
        if (Character.isHighSurrogate(name.charAt(cut - 1))) {
            cut--;
        }
        return name.substring(0, cut) + ending;
    }
}
