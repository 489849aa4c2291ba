package io.contactsync.cli.screen;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.words.CauseRows;
import io.contactsync.cli.words.Hints;
import io.contactsync.core.Cause;
import io.contactsync.core.MailboxResult.Status;
import io.contactsync.core.Tally;
import io.contactsync.core.Totals;
import io.contactsync.run.ReportFixture;
import io.contactsync.run.RunReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Causes in people's words, with a way out, and numbers that add up. */
class CauseRowsTest {

    private static final List<String> TEXTS = List.of("no mailbox: MailboxNotEnabledForRESTAPI",
            "no mailbox: ErrorInvalidUser", "the user has no licence",
            "the run was stopped before it", "changes are left for the next run: stopped",
            "contacts were rejected: 400 ErrorCorruptData",
            "contacts were rejected: 507 ErrorQuotaExceeded", "changes are left for the next run: the mailbox is full",
            "something new", "",
            "GET /users/{id}/contacts failed (503 serviceNotAvailable)", "deletions over the limit wait for a human");

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
            "no mailbox: ErrorInvalidUser| no mailbox| ErrorInvalidUser| has the user a licence for Exchange Online? "
                    + "a new mailbox takes a while",
            "changes are left for the next run: 403 ErrorAccessDenied| access denied| ErrorAccessDenied| is the "
                    + "mailbox in the scope of the RBAC role? see contact-sync check; grants take up to two hours",
            "GET /users/{id}/contacts was refused (403)| access denied| 403| is the mailbox in the scope of the RBAC "
                    + "role? see contact-sync check; grants take up to two hours",
            "GET /users/{id}/contacts failed (503 serviceNotAvailable)| GET /users/{id}/contacts failed| "
                    + "serviceNotAvailable| a failure of Microsoft's: the next run goes on; after 3 failed runs in "
                    + "a row a mailbox rests, see contact-sync status",
            "GET /users/{id}/contacts failed (Timeout)| GET /users/{id}/contacts failed (Timeout)| ''| the next run "
                    + "goes on",
            "creates wait until earlier ones of the same contacts have settled| creates wait until earlier ones of "
                    + "the same contacts have settled| ''| they are looked for once sync.settle-minutes are over; the "
                    + "next run goes on",
            "contacts were rejected: 400 ErrorCorruptData| contacts were rejected| ErrorCorruptData| correct the "
                    + "contact in its source; the next run goes on",
            "changes are left for the next run: the mailbox is full| the mailbox is full| ''| its owner makes room, "
                    + "or it gets a larger quota; deletions went on",
        "the whole run waits for an approval| the whole run waits for an approval| ''| contact-sync holds",
        "something new| something new| ''| ''"}, maxCharsPerColumn = 400)
    void aCauseInWordsWithItsCodeAndAWayOut(String text, String words, String code, String next) {
        Cause cause = new Cause(Status.FAILED, text, 1, List.of());
        assertThat(Hints.words(cause)).isEqualTo(words);
        assertThat(Hints.code(cause)).isEqualTo(code);
        assertThat(Hints.next(cause)).isEqualTo(next);
    }

    @ParameterizedTest
    @CsvSource({"Ann, '\"Ann\" was rejected'", "Ann;Bob, '\"Ann\", \"Bob\" were rejected'",
        "Ann;Bob;Cleo;Dan, '\"Ann\" and 3 more were rejected'"})
    void whoWasRefusedIsNamedOnceAndTheOthersAreCounted(String people, String words) {
        Cause cause = new Cause(Status.FAILED, "contacts were rejected: 400 ErrorCorruptData", 36, List.of("m1"),
                List.of(people.split(";")));
        assertThat(Hints.words(cause)).isEqualTo(words);
        assertThat(Hints.next(cause)).isEqualTo("contact-sync explain Ann");
    }

    private static RunReport random(Random random) {
        List<Cause> causes = new ArrayList<>();
        int[] counts = new int[Status.values().length];
        for (int each = random.nextInt(30); each > 0; each--) {
            Status status = Status.values()[1 + random.nextInt(4)];
            int count = 1 + random.nextInt(2_000);
            causes.add(new Cause(status, TEXTS.get(random.nextInt(TEXTS.size())), count, List.of("m" + each)));
            counts[status.ordinal()] += count;
        }
        Tally tally = new Tally(random.nextInt(10_000), random.nextInt(10_000), random.nextInt(10_000), 0, 0, 0);
        return new ReportFixture().causes(causes)
                .totals(new Totals(random.nextInt(5_000), counts[Status.SKIPPED.ordinal()],
                        counts[Status.HELD.ordinal()], counts[Status.WAITS.ordinal()],
                counts[Status.FAILED.ordinal()], tally, 0)).report();
    }

    @RepeatedTest(300)
    void theNumbersAddUp(RepetitionInfo seed) {
        RunReport report = random(new Random(seed.getCurrentRepetition()));
        Totals totals = report.totals();
        assertThat(CauseRows.of(report).stream().mapToInt(CauseRows.Row::count).sum())
                .isEqualTo(totals.total() - totals.done());
        List<String> lines = Summary.lines(report, true);
        String[] headline = lines.get(0).split("[:;]");
        assertThat(numbers(headline[0])).isEqualTo(totals.total());
        assertThat(totals.total() == 0 ? 0 : numbers(headline[1])).isEqualTo(totals.total());
        assertThat(numbers(headline[headline.length - 1].replaceFirst(" in .*", "")))
                .isEqualTo(numbers(lines.get(1).replaceFirst(" · unchanged.*", "")));
        long shown = lines.stream()
                .filter(line -> line.matches("[\\d,]+ (failed|waits|held|skipped|stopped): .*"
                        + "|and .* more mailboxes:.*"))
                .mapToLong(line -> numbers(line.replaceFirst("(?<=\\d) .*", "").replace("and ", ""))).sum();
        assertThat(shown).isEqualTo(totals.total() - totals.done());
    }

    private static long numbers(String text) {
        Matcher number = Pattern.compile("[\\d,]+").matcher(text);
        return number.results().mapToLong(found -> Long.parseLong(found.group().replace(",", ""))).sum();
    }
}
