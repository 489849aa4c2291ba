package io.contactsync.sandbox.store;

import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A picture of a user or of a contact, in pixels. It is made when first asked for; smaller copies likewise, and kept.
 *
 * @see <a href="https://learn.microsoft.com/graph/api/profilephoto-get">get profilePhoto, the supported sizes</a>
 */
public final class Photo {
    /** Edges of the square copies of a user's photo. */
    public static final List<Integer> EDGES = List.of(48, 64, 96, 120, 240, 360, 432, 504, 648);
    private final Supplier<byte[]> source;
    private final Map<Integer, byte[]> copies = new HashMap<>();
    private byte[] bytes;
    private Images.Header header;

    private Photo(Supplier<byte[]> source) {
        this.source = source;
    }

    /** @param drawing gives a JPEG, PNG or GIF file when the photo is first asked for */
    public static Photo drawn(Supplier<byte[]> drawing) {
        return new Photo(drawing);
    }

    /** The photo in that file, or null if it is no JPEG, PNG or GIF file. */
    public static Photo of(byte[] file) {
        Photo photo = new Photo(() -> file);
        return photo.header() == null ? null : photo;
    }

    public byte[] bytes() {
        if (bytes == null) {
            bytes = source.get();
        }
        return bytes;
    }

    /** Such as {@code image/jpeg}. */
    public String contentType() {
        return header().contentType();
    }

    public int width() {
        return header().width();
    }

    public int height() {
        return header().height();
    }

    /** The edges of those square copies that are not larger than the photo. */
    public List<Integer> edges() {
        return EDGES.stream().filter(edge -> edge <= Math.min(width(), height())).toList();
    }

    /** A square JPEG of that edge. */
    public byte[] copy(int edge) {
        return copies.computeIfAbsent(edge, any -> Images.square(bytes(), edge));
    }

    /** Eight hexadecimal digits that change with the content. */
    public String tag() {
        return String.format(Locale.ROOT, "%08X", Arrays.hashCode(bytes()));
    }

    private Images.Header header() {
        if (header == null) {
            header = Images.header(bytes());
        }
        return header;
    }
}
