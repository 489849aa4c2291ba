package io.contactsync.contact;

/** Opens the reading of a source; the bean that the source kamelets begin with. */
public final class SourceReaders {

    private final Normaliser normaliser;

    public SourceReaders(Normaliser normaliser) {
        this.normaliser = normaliser;
    }

    /**
     * Begins one reading.
     *
     * @param source the source's name
     * @param region ISO 3166-1 alpha-2 region of its national telephone numbers; empty if it has none
     */
    public SourceReader open(String source, String region) {
        return new SourceReader(source, region == null ? "" : region.trim(), normaliser);
    }
}
