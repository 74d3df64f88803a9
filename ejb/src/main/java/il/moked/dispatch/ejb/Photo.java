// SPDX-License-Identifier: Apache-2.0
package il.moked.dispatch.ejb;

import il.moked.dispatch.VisitPhoto;
import il.moked.shared.BusinessException;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;

/** A photo made anew from its pixels: nothing else that was in the file is kept, neither where it was taken nor what hides in it. */
final class Photo {
    private static final Set<String> TAKEN = Set.of("jpeg", "png");
    private static final long MOST_PIXELS = 50_000_000;
    private static final int LONGEST_SIDE = 1600;

    private Photo() {
    }

    /** @throws BusinessException {@code dispatch.photo}: no JPEG or PNG, or too large */
    static byte[] jpeg(byte[] sent) {
        if (sent == null || sent.length == 0 || sent.length > VisitPhoto.MOST_BYTES) {
            throw new BusinessException("dispatch.photo");
        }
        try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(sent))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                throw new BusinessException("dispatch.photo");
            }
            ImageReader reader = readers.next();
            try {
                return made(reader, in);
            } finally {
                reader.dispose();
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new BusinessException("dispatch.photo");
        }
    }

    private static byte[] made(ImageReader reader, ImageInputStream in) throws IOException {
        reader.setInput(in, true, true);
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if (!TAKEN.contains(reader.getFormatName().toLowerCase(Locale.ROOT)) || (long) width * height > MOST_PIXELS) {
            throw new BusinessException("dispatch.photo");
        }
        ImageReadParam coarse = reader.getDefaultReadParam();
        // never more in memory than four times what is kept
        int step = Math.max(1, Math.max(width, height) / (2 * LONGEST_SIDE));
        coarse.setSourceSubsampling(step, step, 0, 0);
        BufferedImage read = reader.read(0, coarse);
        double scale = Math.min(1, (double) LONGEST_SIDE / Math.max(read.getWidth(), read.getHeight()));
        BufferedImage small = new BufferedImage(Math.max(1, (int) (read.getWidth() * scale)), Math.max(1, (int) (read.getHeight() * scale)), BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = small.createGraphics();
        pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(read, 0, 0, small.getWidth(), small.getHeight(), Color.WHITE, null);
        pen.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(small, "jpeg", out);
        return out.toByteArray();
    }
}
