package io.contactsync.sandbox.store;

import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;

/** Reads, scales and writes pictures without a screen. */
public final class Images {
    private static final Set<String> FORMATS = Set.of("jpeg", "png", "gif");

    static {
        System.setProperty("java.awt.headless", "true");
        ImageIO.setUseCache(false);
    }

    /** Kind and size of a picture, in pixels. */
    record Header(String contentType, int width, int height) {
    }

    private Images() {
    }

    /** Kind and size, read without the pixels, or null if the bytes are no JPEG, PNG or GIF file. */
    static Header header(byte[] file) {
        try (ImageInputStream in = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            return readers.hasNext() ? header(readers.next(), in) : null;
        } catch (IOException e) {
            return null;
        }
    }

    private static Header header(ImageReader reader, ImageInputStream in) throws IOException {
        try {
            String format = reader.getFormatName().toLowerCase(Locale.ROOT);
            reader.setInput(in);
            return FORMATS.contains(format) ? new Header("image/" + format, reader.getWidth(0), reader.getHeight(0))
                    : null;
        } finally {
            reader.dispose();
        }
    }

    /** A square JPEG of that edge, cut out of the middle. */
    static byte[] square(byte[] file, int edge) {
        try {
            BufferedImage whole = ImageIO.read(new ByteArrayInputStream(file));
            int from = Math.min(whole.getWidth(), whole.getHeight());
            BufferedImage middle =
                    whole.getSubimage((whole.getWidth() - from) / 2, (whole.getHeight() - from) / 2, from, from);
            BufferedImage scaled = new BufferedImage(edge, edge, BufferedImage.TYPE_INT_RGB);
            Graphics2D pen = scaled.createGraphics();
            pen.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BILINEAR);
            pen.drawImage(middle, 0, 0, edge, edge, null);
            pen.dispose();
            return jpeg(scaled);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The picture as a JPEG file. */
    public static byte[] jpeg(BufferedImage image) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "jpeg", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
