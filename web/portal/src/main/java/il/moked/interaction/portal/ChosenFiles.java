// SPDX-License-Identifier: Apache-2.0
package il.moked.interaction.portal;

import il.moked.interaction.FormSubmission;
import il.moked.shared.ShownText;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The files sent with a form, checked.
 *
 * @param problem {@code many}, {@code large}, {@code empty} or {@code kind}; null when all may go
 * @param about the file the problem is about, or null
 */
public record ChosenFiles(List<FormSubmission.File> files, String problem, String about) {
    public static final int MOST = 5;
    /** Bytes of all together. */
    public static final long LARGEST = 10L * 1024 * 1024;
    private static final int LONGEST_NAME = 120;
    private static final String NAMELESS = "file";

    /** A file as the browser sent it. */
    public record Sent(String fileName, byte[] content) {
    }

    /** A file field that was left empty is sent as a part without a name. @throws IllegalStateException when it is too large to be read */
    public static List<Sent> sent(HttpServletRequest request) throws IOException, ServletException {
        String type = request.getContentType();
        if (type == null || !type.toLowerCase(Locale.ROOT).startsWith("multipart/")) {
            return List.of();
        }
        List<Sent> sent = new ArrayList<>();
        for (Part part : request.getParts()) {
            String name = part.getSubmittedFileName();
            if ("files".equals(part.getName()) && name != null && !name.isEmpty()) {
                try (InputStream content = part.getInputStream()) {
                    sent.add(new Sent(name, content.readAllBytes()));
                }
            }
        }
        return sent;
    }

    public static ChosenFiles none() {
        return new ChosenFiles(List.of(), null, null);
    }

    static ChosenFiles refused(String problem, String about) {
        return new ChosenFiles(List.of(), problem, about);
    }

    public static ChosenFiles of(List<Sent> sent) {
        if (sent.size() > MOST) {
            return refused("many", null);
        }
        if (sent.stream().mapToLong(file -> file.content().length).sum() > LARGEST) {
            return refused("large", null);
        }
        List<FormSubmission.File> files = new ArrayList<>();
        for (Sent file : sent) {
            String name = bare(file.fileName());
            if (file.content().length == 0) {
                return refused("empty", name);
            }
            Optional<FileKind> kind = FileKind.of(name, file.content());
            if (kind.isEmpty()) {
                return refused("kind", name);
            }
            files.add(new FormSubmission.File(kind.get().fitting(name), kind.get().contentType(), file.content()));
        }
        return new ChosenFiles(List.copyOf(files), null, null);
    }

    /** Without a folder, and without anything a file system or a reader could be fooled by. */
    static String bare(String fileName) {
        String last = fileName == null ? "" : fileName.substring(Math.max(fileName.lastIndexOf('/'), fileName.lastIndexOf('\\')) + 1);
        String clean = ShownText.of(last).replaceAll("[<>:\"|?*\\n\\t]", "_").replaceFirst("^[. ]+", "").strip();
        return clean.isEmpty() ? NAMELESS : shortened(clean);
    }

    /** Keeps the end, where the extension is. */
    private static String shortened(String name) {
        return name.length() <= LONGEST_NAME ? name : ShownText.line(name.substring(0, name.length() - 12), LONGEST_NAME - 12) + name.substring(name.length() - 12);
    }
}
