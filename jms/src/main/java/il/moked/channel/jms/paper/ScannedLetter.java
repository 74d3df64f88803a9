// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * A scanned letter as it lies in the inbox: a ZIP of the file and what lay beside it, which a person can open.
 *
 * @param sidecarName null when there was nothing beside it
 */
public record ScannedLetter(String fileName, byte[] content, String sidecarName, byte[] sidecar) {
    private static final String PAGES = "letter/";
    private static final String DETAILS = "sender/";
    private static final int LARGEST = 64 * 1024 * 1024;

    public byte[] bytes() {
        try (ByteArrayOutputStream out = new ByteArrayOutputStream(); ZipOutputStream zip = new ZipOutputStream(out)) {
            add(zip, PAGES + fileName, content);
            if (sidecarName != null) {
                add(zip, DETAILS + sidecarName, sidecar);
            }
            zip.finish();
            return out.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTime(0);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }

    /** @throws IllegalArgumentException when it is no such ZIP */
    public static ScannedLetter read(byte[] raw) {
        String fileName = null;
        byte[] content = null;
        String sidecarName = null;
        byte[] sidecar = null;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(raw))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                byte[] bytes = zip.readNBytes(LARGEST);
                if (entry.getName().startsWith(PAGES)) {
                    fileName = entry.getName().substring(PAGES.length());
                    content = bytes;
                } else if (entry.getName().startsWith(DETAILS)) {
                    sidecarName = entry.getName().substring(DETAILS.length());
                    sidecar = bytes;
                }
            }
        } catch (IOException damaged) {
            throw new IllegalArgumentException("not a scanned letter", damaged);
        }
        if (content == null) {
            throw new IllegalArgumentException("not a scanned letter");
        }
        return new ScannedLetter(fileName, content, sidecarName, sidecar);
    }
}
