package io.contactsync.journal;

import io.contactsync.core.ContactKey;
import io.contactsync.core.SharedChanges.Shared;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What contacts held, so that runs can be undone: each content once, however many mailboxes hold it. Readable by its
 * owner only, and apart from the journals, which name contents by their hashes and hold none. {@code contents.jsonl}
 * has what runs set out to write; {@code <run>.jsonl} what a run read of contacts that somebody had changed, before it
 * changed them. What is lost cannot be undone any more, and of it nobody can tell what a source has changed since.
 */
public final class ImageStore {

    private static final String SUFFIX = ".jsonl";

    private final Path folder;
    private final ImageLines lines;
    private final Duration kept;

    /** @param kept how long a content is kept after a run has replaced it */
    public ImageStore(Path data, ImageSeal seal, Duration kept) {
        this.folder = new DataPlaces(data).images();
        this.lines = new ImageLines(seal);
        this.kept = kept;
    }

    private Path contents() {
        return folder.resolve("contents" + SUFFIX);
    }

    /**
     * Keeps what a run sets out to write, before it does, and forgets what was replaced too long ago. Where the clock
     * went back, nothing is forgotten.
     *
     * @param now all that sources name, each content once
     * @throws IOException if it cannot be read or written; what was there is there still
     */
    public void keep(Collection<StoredImage> now, Instant at) throws IOException {
        Map<String, StoredImage> all = all(contents());
        Map<String, StoredImage> next = new TreeMap<>();
        all.forEach((id, image) -> next.put(id, image.until() == null ? image.until(at) : image));
        now.forEach(image -> next.put(image.id(), image));
        forget(next, at);
        write(all, next);
    }

    /**
     * Contents that a run took away or replaced: they are kept from now on.
     *
     * @param changes what replaced them, or took them away
     */
    public void used(Collection<Shared> changes, Instant at) throws IOException {
        Map<String, StoredImage> all = all(contents());
        Map<String, StoredImage> next = new TreeMap<>(all);
        changes.forEach(each -> next.computeIfPresent(StoredImage.id(each.key(), each.before()),
                (id, image) -> image.until() == null || image.until().isAfter(at) ? image : image.until(at)));
        write(all, next);
    }

    private void forget(Map<String, StoredImage> images, Instant at) throws IOException {
        List<Instant> times = images.values().stream().map(StoredImage::until).filter(until -> until != null).toList();
        if (times.stream().noneMatch(until -> until.isAfter(at))) {
            images.values().removeIf(image -> image.until() != null && image.until().plus(kept).isBefore(at));
            for (Path file : ofRuns()) {
                if (isOver(file, at)) {
                    Files.delete(file);
                }
            }
        }
    }

    private boolean isOver(Path file, Instant at) throws IOException {
        return all(file).values().stream().allMatch(image -> image.until().plus(kept).isBefore(at));
    }

    private void write(Map<String, StoredImage> before, Map<String, StoredImage> next) throws IOException {
        if (!next.equals(before)) {
            write(contents(), next);
        }
    }

    private void write(Path file, Map<String, StoredImage> images) throws IOException {
        SummedLines.write(file, out -> {
            for (StoredImage image : images.values()) {
                out.line(lines.line(image));
            }
        });
    }

    /**
     * Forgets all that a contact held.
     *
     * @throws IOException if it cannot be read or written, or is sealed with another key
     */
    public void erase(ContactKey key) throws IOException {
        for (Path file : Stream.concat(ofRuns().stream(), Stream.of(contents())).toList()) {
            Map<String, StoredImage> all = all(file);
            if (all.values().removeIf(image -> image.isOf(key))) {
                write(file, all);
            }
        }
    }

    /**
     * Adds what a run has read of contacts that it is about to change; it is on the disk when this returns.
     *
     * @throws JournalException if it cannot be written: then they must not be changed
     */
    public synchronized void add(String run, Collection<StoredImage> read) {
        Path file = folder.resolve(run + SUFFIX);
        try {
            append(file, read);
        } catch (IOException unwritable) {
            throw new JournalException("the file '" + file + "' cannot be written", unwritable);
        }
    }

    private void append(Path file, Collection<StoredImage> read) throws IOException {
        PrivateFiles.createFolder(folder);
        PrivateFiles.requireFile(file);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        for (StoredImage image : read) {
            LineSum.write(lines.line(image), bytes);
        }
        try (FileChannel channel = FileChannel.open(file, Set.of(StandardOpenOption.CREATE, StandardOpenOption.APPEND),
                PrivateFiles.ownerOnly(folder))) {
            ByteBuffer buffer = ByteBuffer.wrap(bytes.toByteArray());
            while (buffer.hasRemaining()) {
                channel.write(buffer);
            }
            channel.force(true);
        }
        PrivateFiles.sync(folder);
    }

    /**
     * Contents, by {@link StoredImage#id}.
     *
     * @throws IOException if they cannot be read, or are sealed with another key
     */
    public Map<String, StoredImage> find(Predicate<StoredImage> wanted) throws IOException {
        Map<String, StoredImage> found = new LinkedHashMap<>();
        for (Path file : ofRuns()) {
            read(file, wanted, found);
        }
        read(contents(), wanted, found);
        return found;
    }

    private Map<String, StoredImage> all(Path file) throws IOException {
        Map<String, StoredImage> all = new TreeMap<>();
        read(file, image -> true, all);
        return all;
    }

    private List<Path> ofRuns() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(SUFFIX) && !file.equals(contents())).sorted().toList();
        }
    }

    /** Lines that a disk has changed, or that were cut off, are passed over. */
    private void read(Path file, Predicate<StoredImage> wanted, Map<String, StoredImage> found) throws IOException {
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            SummedLines.readWhole(file, line -> {
                StoredImage image = lines.image(line);
                if (wanted.test(image)) {
                    found.put(image.id(), image);
                }
            });
        }
    }
}
