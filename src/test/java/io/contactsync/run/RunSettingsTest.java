package io.contactsync.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Duration;

class RunSettingsTest {

    @Test
    void readsListsAndMinutes() {
        RunSettings settings = RunSettings.of("main", " staff , partners,", "former", false, 30, 15, false, "data");
        assertThat(settings.sources()).containsExactly("staff", "partners");
        assertThat(settings.retiredSources()).containsExactly("former");
        assertThat(settings.mailboxDeadline()).isEqualTo(Duration.ofMinutes(30));
        assertThat(settings.settle()).isEqualTo(Duration.ofMinutes(15));
        assertThat(settings.runs().toString()).endsWith("runs");
        assertThat(RunSettings.of("main", "staff", "", false, 1, 10, false, "data").retiredSources()).isEmpty();
    }

    @ParameterizedTest(name = "{5}")
    @CsvSource(delimiter = ';', value = {
        "Main; staff; ''; 30; 15; sync.instance must be kebab-case (a-z, 0-9, -), at most 20 characters - was 'Main'",
        "a|b; staff; ''; 30; 15; sync.instance must be kebab-case (a-z, 0-9, -), at most 20 characters - was 'a|b'",
        "main; ''; ''; 30; 15; sync.sources must name at least one source - was 'empty'",
        "main; staff,staff; ''; 30; 15; sync.sources must name each source once - was 'staff,staff'",
            "main; My Staff; ''; 30; 15; sync.sources must hold kebab-case names (a-z, 0-9, -), at most 40 characters "
                    + "- was 'My Staff'",
        "main; staff; staff; 30; 15; sync.retired-sources must not name a source of sync.sources - was 'staff'",
        "main; staff; ''; 0; 15; sync.mailbox-minutes must be 1 or more - was '0'",
        "main; staff; ''; -1; 15; sync.mailbox-minutes must be 1 or more - was '-1'",
        "main; staff; ''; 30; 9; sync.settle-minutes must be 10 or more - was '9'"
    })
    void namesTheKeyTheRuleAndWhatItFound(String instance, String sources, String retired, int mailbox, int settle,
            String sentence) {
        assertThatThrownBy(() -> RunSettings.of(instance, sources, retired, false, mailbox, settle, false, "data"))
                .isInstanceOf(IllegalArgumentException.class).hasMessage(sentence);
    }
}
