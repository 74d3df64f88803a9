// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import il.moked.interaction.Message.Notice;
import il.moked.interaction.ejb.IncomingMessage.IncomingFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.encryption.InvalidPasswordException;

/**
 * A received file made readable in the browser: a TIFF becomes a PDF, a PDF or picture stays as it is. What cannot be
 * read, or not wholly, is kept as it came, and the reader is told.
 *
 * @param pages that can be read, 0 when none
 */
public record ReceivedPages(int pages, List<IncomingFile> files, Set<Notice> notices) {

    /** @param most pages of a TIFF that are made readable */
    public static ReceivedPages of(String fileName, byte[] content, int most) {
        Optional<PaperKind> kind = PaperKind.of(content);
        IncomingFile asItCame = new IncomingFile(fileName, kind.map(PaperKind::contentType).orElse("application/octet-stream"), null, false, content);
        if (kind.isEmpty()) {
            return new ReceivedPages(0, List.of(asItCame), Set.of(Notice.UNREADABLE));
        }
        return switch (kind.get()) {
            case PDF -> pdf(asItCame);
            case TIFF -> tiff(asItCame, most);
            case JPEG, PNG -> new ReceivedPages(1, List.of(asItCame), Set.of());
        };
    }

    /** Whether anything of it can be read; looks at every page of a PDF's tree, at the first of a TIFF. */
    public static boolean readable(byte[] content) {
        return PaperKind.of(content).map(kind -> switch (kind) {
            case PDF -> pdf(new IncomingFile("", null, null, false, content)).pages() > 0;
            case TIFF -> tiff(new IncomingFile("", null, null, false, content), 1).pages() > 0;
            case JPEG, PNG -> picture(content, kind);
        }).orElse(false);
    }

    private static boolean picture(byte[] content, PaperKind kind) {
        ImageReader reader = ImageIO.getImageReadersByFormatName(kind.ending()).next();
        try (var in = new javax.imageio.stream.MemoryCacheImageInputStream(new java.io.ByteArrayInputStream(content))) {
            reader.setInput(in);
            return reader.getWidth(0) > 0;
        } catch (IOException | RuntimeException damaged) {
            return false;
        } finally {
            reader.dispose();
        }
    }

    private static ReceivedPages pdf(IncomingFile file) {
        try (PDDocument document = Loader.loadPDF(file.content())) {
            int pages = document.getNumberOfPages();
            return new ReceivedPages(pages, List.of(file), pages == 0 ? Set.of(Notice.UNREADABLE) : Set.of());
        } catch (InvalidPasswordException locked) {
            return new ReceivedPages(0, List.of(file), Set.of(Notice.ENCRYPTED));
        } catch (IOException | RuntimeException | StackOverflowError damaged) {
            return new ReceivedPages(0, List.of(file), Set.of(Notice.UNREADABLE));
        }
    }

    private static ReceivedPages tiff(IncomingFile file, int most) {
        try (PDDocument document = new PDDocument()) {
            TiffPages.Read read = TiffPages.addTo(document, file.content(), most);
            if (read.pages() == 0) {
                return new ReceivedPages(0, List.of(file), Set.of(Notice.UNREADABLE));
            }
            ByteArrayOutputStream pdf = new ByteArrayOutputStream();
            document.save(pdf);
            List<IncomingFile> files = new ArrayList<>(List.of(new IncomingFile(pdfName(file.fileName()), PaperKind.PDF.contentType(), null, false, pdf.toByteArray())));
            Set<Notice> notices = EnumSet.noneOf(Notice.class);
            if (read.more()) {
                notices.add(Notice.TRUNCATED);
            }
            if (read.broken()) {
                notices.add(Notice.BROKEN_STRUCTURE);
            }
            if (!notices.isEmpty()) {
                files.add(file);
            }
            return new ReceivedPages(read.pages(), files, notices);
        } catch (IOException unwritten) {
            return new ReceivedPages(0, List.of(file), Set.of(Notice.UNREADABLE));
        }
    }

    private static String pdfName(String name) {
        return name.replaceFirst("(?i)\\.tiff?$", "") + ".pdf";
    }
}
