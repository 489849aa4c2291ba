package io.contactsync.run;

import io.contactsync.contact.RenderedContact;
import io.contactsync.core.Approvals;
import io.contactsync.core.DispatchRules;
import io.contactsync.core.DriftRules;
import io.contactsync.core.Policy;
import io.contactsync.core.Sha256;
import io.contactsync.journal.EarlierRuns;
import io.contactsync.journal.RefusedContact;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * What a worker has to know of a run, beside what it is configured with itself: made once, never changed, known by the
 * hash of its bytes.
 *
 * @param run the coordinator's run
 * @param dryRun whether nothing is written
 * @param order what the run is to do
 * @param rules how patiently a mailbox is written
 * @param drift how contacts that others touch are dealt with
 * @param rendered the contacts as they go over the wire
 * @param policy what a plan has to respect
 * @param approvals what a human lets through
 * @param knowsFrom from when on the coordinator's folder knows of every create
 * @param settlingUntil until when nothing is created; null if that is not so
 * @param targets the mailboxes of the run, without names
 * @param refused contacts that Graph refuses
 */
record RunClaim(String run, boolean dryRun, Order order, DispatchRules rules, DriftRules drift,
        Collection<RenderedContact> rendered, Policy policy, Approvals approvals, Instant knowsFrom,
        Instant settlingUntil, List<Target> targets, List<RefusedContact> refused) {

    /** That of a run in progress here. */
    static RunClaim of(Run run, Brief brief) {
        EarlierRuns earlier = brief.earlier();
        return new RunClaim(brief.run(), brief.dryRun(), brief.order(), brief.rules(), brief.drift(),
                brief.rendered().values(), brief.policy(), brief.approvals(), earlier.knowsFrom(),
                earlier.settlingUntil(), run.tidings().gathered().targets().stream()
                .map(target -> new Target(target.mailbox(), target.skip(), "", "", target.left())).toList(),
                run.tidings().refusals().now(run.begun().at()));
    }

    /** As it goes over the wire. */
    byte[] bytes() {
        return packed(this);
    }

    /** By which bytes are known. */
    static String hash(byte[] bytes) {
        return HexFormat.of().formatHex(Sha256.of(bytes));
    }

    /** Any value of ours as JSON, compressed. */
    static byte[] packed(Object value) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(bytes)) {
            ReportJson.mapper().writeValue(out, value);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    /**
     * The value of those bytes.
     *
     * @throws IllegalStateException if they are none
     */
    static <T> T unpacked(byte[] bytes, Class<T> type) {
        try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(bytes))) {
            return ReportJson.mapper().readValue(in, type);
        } catch (IOException damaged) {
            throw new IllegalStateException("what came over the broker is no " + type.getSimpleName(), damaged);
        }
    }

    /** It stands in no log. */
    @Override
    public String toString() {
        return "RunClaim[run=" + run + "]";
    }
}
