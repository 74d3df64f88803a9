// SPDX-License-Identifier: Apache-2.0
package il.moked.channel.jms.paper;

import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Iterator;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.graphics.image.CCITTFactory;
import org.apache.pdfbox.pdmodel.graphics.image.JPEGFactory;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The pages of a TIFF, as faxes and scanners write it, as pages of a PDF: all of one size, each as large as fits. */
final class TiffPages {
    private static final String METADATA = "javax_imageio_1.0";
    /** Of one page unpacked: A3 in colours at 300 dpi has 70 million. Bytes. */
    private static final long LARGEST_PAGE = 80L * 1024 * 1024;
    /** A fax in normal resolution has fewer lines on A4; its dots are twice as high as wide (ITU-T T.4, table 2). */
    private static final int NORMAL_LINES = 1400;
    private static final int FAX_WIDTH = 1728;

    /** @param pages that could be read @param more there are pages beyond the most allowed @param broken reading ended at a damaged page */
    record Read(int pages, boolean more, boolean broken) {
    }

    private TiffPages() {
    }

    /** Never throws for what is wrong with the TIFF: says how far it could be read. */
    static Read addTo(PDDocument document, byte[] tiff, int most) throws IOException {
        ImageReader reader = ImageIO.getImageReadersByFormatName("tiff").next();
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(tiff))) {
            reader.setInput(in, false, false);
            // The pages are not counted first: a chain of pages that leads back to itself has no end.
            for (int page = 0; page <= most; page++) {
                BufferedImage image;
                double height;
                try {
                    if (page == most) {
                        reader.getWidth(page);
                        return new Read(page, true, false);
                    }
                    refuseIfLarge(reader, page);
                    image = reader.read(page);
                    height = heightOfDot(reader, page, image);
                } catch (IndexOutOfBoundsException noMore) {
                    return new Read(page, false, page == 0);
                } catch (IOException | RuntimeException damaged) {
                    return new Read(page, false, true);
                }
                add(document, image, height);
            }
            throw new IllegalStateException("not reached");
        } finally {
            reader.dispose();
        }
    }

    /** A JPEG or PNG. @throws IOException when it cannot be read, or would take too much memory */
    static BufferedImage picture(byte[] content) throws IOException {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(content))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new IOException("no picture");
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                refuseIfLarge(reader, 0);
                return reader.read(0);
            } catch (RuntimeException damaged) {
                throw new IOException(damaged);
            } finally {
                reader.dispose();
            }
        }
    }

    private static void refuseIfLarge(ImageReader reader, int page) throws IOException {
        long dots = (long) reader.getWidth(page) * reader.getHeight(page);
        int bits = reader.getRawImageType(page) == null ? 32 : reader.getRawImageType(page).getColorModel().getPixelSize();
        if (dots * bits / Byte.SIZE > LARGEST_PAGE) {
            throw new IOException("page too large");
        }
    }

    /** How high a dot is, measured in its width. */
    private static double heightOfDot(ImageReader reader, int page, BufferedImage image) throws IOException {
        Node root = reader.getImageMetadata(page).getAsTree(METADATA);
        double wide = number(root, "HorizontalPixelSize");
        double high = number(root, "VerticalPixelSize");
        if (wide > 0 && high > 0 && high / wide < 5 && wide / high < 5) {
            return high / wide;
        }
        return image.getWidth() == FAX_WIDTH && image.getHeight() < NORMAL_LINES ? 2 : 1;
    }

    private static double number(Node node, String name) {
        if (node.getNodeName().equals(name)) {
            try {
                return Double.parseDouble(node.getAttributes().getNamedItem("value").getNodeValue());
            } catch (NumberFormatException | NullPointerException unwritten) {
                return 0;
            }
        }
        NodeList children = node.getChildNodes();
        double found = 0;
        for (int child = 0; child < children.getLength() && found == 0; child++) {
            found = number(children.item(child), name);
        }
        return found;
    }

    /** @param heightOfDot measured in its width */
    static void add(PDDocument document, BufferedImage image, double heightOfDot) throws IOException {
        boolean wide = image.getWidth() > image.getHeight() * heightOfDot;
        PDRectangle size = wide ? new PDRectangle(PDRectangle.A4.getHeight(), PDRectangle.A4.getWidth()) : PDRectangle.A4;
        PDPage page = new PDPage(size);
        document.addPage(page);
        double scale = Math.min(size.getWidth() / image.getWidth(), size.getHeight() / (image.getHeight() * heightOfDot));
        float width = (float) (image.getWidth() * scale);
        float height = (float) (image.getHeight() * heightOfDot * scale);
        try (PDPageContentStream content = new PDPageContentStream(document, page)) {
            content.drawImage(picture(document, image), (size.getWidth() - width) / 2, size.getHeight() - height, width, height);
        }
    }

    /** Black and white stays so: a page of text has 30 KB. */
    private static PDImageXObject picture(PDDocument document, BufferedImage image) throws IOException {
        if (image.getColorModel().getPixelSize() == 1) {
            return CCITTFactory.createFromImage(document, redrawn(image, BufferedImage.TYPE_BYTE_BINARY));
        }
        return JPEGFactory.createFromImage(document, redrawn(image, image.getColorModel().getNumColorComponents() == 1 ? BufferedImage.TYPE_BYTE_GRAY : BufferedImage.TYPE_INT_RGB), 0.8f);
    }

    private static BufferedImage redrawn(BufferedImage image, int type) {
        if (image.getType() == type) {
            return image;
        }
        BufferedImage drawn = new BufferedImage(image.getWidth(), image.getHeight(), type);
        Graphics2D pen = drawn.createGraphics();
        pen.setColor(java.awt.Color.WHITE);
        pen.fillRect(0, 0, image.getWidth(), image.getHeight());
        pen.drawImage(image, 0, 0, null);
        pen.dispose();
        return drawn;
    }
}
