// SPDX-License-Identifier: Apache-2.0
package il.moked.shared.ejb;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.AffineTransform;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Iterator;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A photo made anew from its pixels: nothing else that was in the file is kept, neither where it was taken nor what hides in it. It is turned as its camera was held. */
public final class PlainPhoto {
    private static final Set<String> TAKEN = Set.of("jpeg", "png");
    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 1600;
    private static final int START_OF_IMAGE = 0xFFD8;
    private static final int START_OF_SCAN = 0xFFDA;
    private static final int EXIF_SEGMENT = 0xFFE1;
    private static final int EXIF_HEAD = 6;
    private static final int ORIENTATION = 0x0112;
    private static final int UPRIGHT = 1;
    private static final int MOST_TAGS = 200;

    private PlainPhoto() {
    }

    /** @return empty when it is no JPEG or PNG, broken, or larger than that or 50 million pixels */
    public static Optional<byte[]> jpeg(byte[] sent, int mostBytes) {
        if (sent == null || sent.length == 0 || sent.length > mostBytes) {
            return Optional.empty();
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return Optional.empty();
            }
            ImageReader reader = readers.next();
            try {
                return made(reader, in, orientation(sent));
            } finally {
                reader.dispose();
            }
        } catch (IOException | RuntimeException broken) {
            return Optional.empty(); // readers of pictures answer what is broken with whatever comes to them
        }
    }

    private static Optional<byte[]> made(ImageReader reader, ImageInputStream in, int orientation) throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (!TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || (long) width * height > MOST_PIXELS) {
            return Optional.empty();
        }
        ImageReadParam coarse = reader.getDefaultReadParam();
        // never more in memory than four times what is kept
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        coarse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, coarse);
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        int wide = Math.max(1, (int) (read.getWidth() * scale));
        int high = Math.max(1, (int) (read.getHeight() * scale));
        boolean lying = orientation > 4;
        BufferedImage small = new BufferedImage(lying ? high : wide, lying ? wide : high, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.transform(turn(orientation, wide, high));
        pen.drawImage(read, 0, 0, wide, high, Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return Optional.of(out.toByteArray());
    }

    /** The eight orientations of Exif 2.32, 4.6.4. */
    private static AffineTransform turn(int orientation, int width, int height) {
        return switch (orientation) {
            case 2 -> new AffineTransform(-1, 0, 0, 1, width, 0);
            case 3 -> new AffineTransform(-1, 0, 0, -1, width, height);
            case 4 -> new AffineTransform(1, 0, 0, -1, 0, height);
            case 5 -> new AffineTransform(0, 1, 1, 0, 0, 0);
            case 6 -> new AffineTransform(0, 1, -1, 0, height, 0);
            case 7 -> new AffineTransform(0, -1, -1, 0, height, width);
            case 8 -> new AffineTransform(0, -1, 1, 0, 0, width);
            default -> new AffineTransform();
        };
    }

    /** How the camera was held, 1 to 8; 1 also where nothing says so. */
    static int orientation(byte[] sent) {
        ByteBuffer file = ByteBuffer.wrap(sent);
        try {
            if ((file.getShort() & 0xFFFF) != START_OF_IMAGE) {
                return UPRIGHT;
            }
            while (file.remaining() > 4) {
                int marker = file.getShort() & 0xFFFF;
                int length = file.getShort() & 0xFFFF;
                if (marker == START_OF_SCAN || length < 2) {
                    return UPRIGHT;
                }
                if (marker == EXIF_SEGMENT && length > EXIF_HEAD + 2 && file.getInt(file.position()) == 0x45786966) {
                    return ofExif(file.slice(file.position() + EXIF_HEAD, length - 2 - EXIF_HEAD));
                }
                file.position(file.position() + length - 2);
            }
            return UPRIGHT;
        } catch (IndexOutOfBoundsException | IllegalArgumentException | java.nio.BufferUnderflowException cut) {
            return UPRIGHT;
        }
    }

    private static int ofExif(ByteBuffer tiff) {
        tiff.order(tiff.get(0) == 'I' ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int at = tiff.getInt(4);
        int tags = Math.min(MOST_TAGS, tiff.getShort(at) & 0xFFFF);
        for (int tag = 0; tag < tags; tag++) {
            int entry = at + 2 + 12 * tag;
            if ((tiff.getShort(entry) & 0xFFFF) == ORIENTATION) {
                int value = tiff.getShort(entry + 8) & 0xFFFF;
                return value >= 1 && value <= 8 ? value : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
