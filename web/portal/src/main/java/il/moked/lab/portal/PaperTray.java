// SPDX-License-Identifier: Apache-2.0
package il.moked.lab.portal;

import il.moked.channel.jms.paper.LetterPrinting;
import il.moked.channel.jms.paper.PaperFolders;
import il.moked.channel.jms.paper.PaperKind;
import il.moked.channel.jms.paper.PrintedLetter;
import il.moked.demo.ejb.DemoCustomers.DemoCustomer;
import il.moked.demo.ejb.DemoOrganisation;
import il.moked.lab.portal.Postbox.Draft;
import il.moked.lab.portal.Postbox.Enclosed;
import il.moked.shared.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.mail.MessagingException;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.ImageWriter;
import javax.imageio.stream.ImageOutputStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The fax machine and the letter box of the played customer: real faxes by the demo's mail server, real files in the demo's scan folder. */
@ApplicationScoped
public class PaperTray {
    private static final int MOST = 10;
    private static final int MOST_PAGES = 20;
    private static final float FAX_DOTS = 200;
    private static final Pattern LETTER = Pattern.compile("[0-9A-Z]{10}-\\d{1,18}\\.pdf");
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("dd.MM.yyyy HH:mm");

    @Inject
    Postbox postbox;
    @Inject
    PaperFolders folders;
    @Inject
    Clock clock;
    @Inject
    @ConfigProperty(name = "moked.time-zone", defaultValue = "Asia/Jerusalem")
    ZoneId zone;

    /** @param file what to ask {@link #open} for @param at in words */
    public record Sheet(String file, String at, boolean fax) {
        public String getFile() {
            return file;
        }

        public String getAt() {
            return at;
        }

        public boolean isFax() {
            return fax;
        }
    }

    /** @throws IllegalArgumentException when the file is neither PDF nor TIFF */
    void fax(DemoCustomer from, String to, String text, String language, byte[] file) throws MessagingException {
        byte[] pages = file == null ? printed(from, text, language) : file;
        PaperKind kind = PaperKind.of(pages).filter(known -> known == PaperKind.PDF || known == PaperKind.TIFF).orElseThrow(() -> new IllegalArgumentException("no fax"));
        byte[] tiff = kind == PaperKind.TIFF ? pages : tiff(pages);
        postbox.send(new Draft("", "gateway@" + DemoOrganisation.FAX_GATEWAY, to, "Fax from " + from.phone(), "", null, List.of(new Enclosed("fax.tif", PaperKind.TIFF.contentType(), tiff))));
    }

    /** As a scanning service does it: first who wrote, then the pages under another name, then their own name. */
    void letter(DemoCustomer from, String address, String text, String language, byte[] file) throws IOException {
        byte[] pages = file == null ? printed(from, text, language) : file;
        Path folder = Files.createDirectories(folders.scans(Map.of(PaperFolders.SCANS, DemoOrganisation.SCANS)).orElseThrow());
        String name = UUID.randomUUID().toString();
        Files.writeString(folder.resolve(name + ".json"), Json.createObjectBuilder().add("name", from.name()).add("address", address).add("email", from.email()).build().toString(), StandardCharsets.UTF_8);
        String ending = PaperKind.of(pages).map(PaperKind::ending).orElse("pdf");
        Path part = Files.write(folder.resolve(name + ".part"), pages);
        Files.move(part, folder.resolve(name + "." + ending), StandardCopyOption.ATOMIC_MOVE);
    }

    private byte[] printed(DemoCustomer from, String text, String language) {
        return LetterPrinting.pdf(new PrintedLetter(from.name(), List.of(), "", LocalDate.ofInstant(clock.instant(), zone), "", text, language, List.of()), MOST_PAGES);
    }

    /** Faxes to his number and letters of the demo's print folder, newest first. */
    List<Sheet> sheets(DemoCustomer customer) throws MessagingException, IOException {
        List<Sheet> sheets = new ArrayList<>();
        Optional<String> number = faxAddress(customer);
        if (number.isPresent()) {
            postbox.files(number.get(), MOST).forEach(fax -> sheets.add(new Sheet("fax-" + fax.number(), MOMENT.format(fax.at().atZone(zone)), true)));
        }
        Path letters = letters();
        if (Files.isDirectory(letters)) {
            try (Stream<Path> all = Files.list(letters)) {
                all.filter(file -> LETTER.matcher(file.getFileName().toString()).matches()).sorted(Comparator.comparing(PaperTray::writtenAt).reversed()).limit(MOST)
                        .forEach(file -> sheets.add(new Sheet(file.getFileName().toString(), MOMENT.format(writtenAt(file).toInstant().atZone(zone)), false)));
            }
        }
        return sheets;
    }

    private static FileTime writtenAt(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }

    /** The PDF of a sheet. */
    Optional<byte[]> open(DemoCustomer customer, String file) throws MessagingException, IOException {
        if (LETTER.matcher(file).matches() && Files.isRegularFile(letters().resolve(file))) {
            return Optional.of(Files.readAllBytes(letters().resolve(file)));
        }
        Optional<String> number = faxAddress(customer);
        return file.matches("fax-\\d{1,9}") && number.isPresent() ? postbox.file(number.get(), Integer.parseInt(file.substring(4))) : Optional.empty();
    }

    private Path letters() {
        return folders.letters(Map.of(PaperFolders.LETTERS, DemoOrganisation.LETTERS)).orElseThrow();
    }

    private static Optional<String> faxAddress(DemoCustomer customer) {
        return PhoneNumber.parse(customer.phone()).map(number -> number.value().replaceAll("\\D", "") + "@" + DemoOrganisation.FAX_GATEWAY);
    }

    /** As a fax machine sends it: black and white, G4. */
    private static byte[] tiff(byte[] pdf) {
        ImageWriter writer = ImageIO.getImageWritersByFormatName("tiff").next();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (PDDocument document = Loader.loadPDF(pdf); ImageOutputStream stream = ImageIO.createImageOutputStream(out)) {
            PDFRenderer renderer = new PDFRenderer(document);
            writer.setOutput(stream);
            ImageWriteParam how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionType("CCITT T.6");
            writer.prepareWriteSequence(null);
            for (int page = 0; page < Math.min(document.getNumberOfPages(), MOST_PAGES); page++) {
                BufferedImage image = renderer.renderImageWithDPI(page, FAX_DOTS, ImageType.BINARY);
                writer.writeToSequence(new IIOImage(image, null, null), how);
            }
            writer.endWriteSequence();
            stream.flush();
        } catch (IOException damaged) {
            throw new IllegalArgumentException("no fax", damaged);
        } finally {
            writer.dispose();
        }
        return out.toByteArray();
    }
}
