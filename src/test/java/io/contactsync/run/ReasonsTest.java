package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.core.ContactKey;
import io.contactsync.core.Hold;
import io.contactsync.core.Limits;
import io.contactsync.core.SourceGuard;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What is told of the configuration as the cause of a hold. */
class ReasonsTest {

    private static final Limits LIMITS = new Limits(10, 3, 30, 5, 20);

    private static Hold vanished() {
        Map<ContactKey, String> before = IntStream.range(0, 60).boxed()
                .collect(Collectors.toMap(each -> new ContactKey("staff", "" + each), each -> "h"));
        return SourceGuard.judge("staff", true, Map.of(), before, LIMITS, Set.of()).everything();
    }

    @Test
    void whatMakesNobodyVanishIsLeftOutAndTheSourceIsFirst() {
        assertThat(Reasons.first(vanished(),
                List.of("graph.requests-per-second", "management.port", "notify.webhook", "schedule.cron",
                "source.other.file", "source.staff.exclude-file", "sync.sources", "targets.from")))
                .containsExactly("source.staff.exclude-file", "source.other.file", "sync.sources", "targets.from");
        assertThat(Reasons.first(vanished(), List.of("notify.webhook"))).isEmpty();
    }
}
