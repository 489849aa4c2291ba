package io.contactsync.cli.source;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.cli.SyncBench;
import io.contactsync.cli.SyncBench.Result;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A web service is a source: what {@code source add --from rest} writes, and the integrator's guide shows. */
class WebServiceSourceTest extends OwnReaderBench {

    private PeopleService service;

    @BeforeEach
    void serve() throws IOException {
        service = new PeopleService();
        add("crm", "rest");
        set("url", service.url());
        set("secret", PeopleService.SECRET);
    }

    @AfterEach
    void close() {
        service.close();
    }

    /** The second page is another. */
    private static IntFunction<String> second(String other) {
        return page -> page == 1 ? other : PeopleService.page(page, 3);
    }

    @Test
    void itsPagesBecomeContacts() {
        Result read = complete(6);
        assertThat(read.json().at("/first/0/contact/displayName").asText()).isEqualTo("Ann Other 0");
        assertThat(read.json().at("/first/0/contact/businessPhones/0").asText()).isEqualTo("+49 30 22732000");
        assertThat(service.methods()).containsExactly("GET", "GET", "GET");
        assertThat(read.out() + read.err()).doesNotContain("t0ken");
    }

    @Test
    void aSecondPageThatFailsEndsTheReading() {
        service.gives(second("! no"));
        incomplete(PeopleService.PAGE, "500");
    }

    @Test
    void aSecondPageThatIsCutEndsTheReading() {
        service.gives(second(PeopleService.page(1, 3).substring(0, 60)));
        incomplete(PeopleService.PAGE, "Unexpected end-of-input");
    }

    @Test
    void aSecondPageWithoutPeopleEndsTheReading() {
        service.gives(second("{\"error\": \"busy\"}"));
        incomplete(PeopleService.PAGE, "direct:contact-sync-map-rows takes a list of rows, and was given nothing");
    }

    @Test
    void aPersonOfTheSecondPageThatLacksAColumnRefusesAll() {
        service.gives(second("{\"people\": [{\"id\": 9, \"firstName\": \"Bob\", \"surname\": \"x\"}]}"));
        incomplete(0, "page 1, row 1: the mapping or its parameter 'columns'", "'lastName', 'company'");
    }

    @Test
    void aWrongSecretIsSaid() {
        set("secret", "wrong");
        incomplete(0, "401");
    }

    @Test
    void pagesWithoutEndAreGivenUp() {
        keys.put("sync.source-seconds", "2");
        service.gives(page -> PeopleService.page(0, 1));
        incomplete(PeopleService.PAGE, "it had not come to its end after 2 seconds (sync.source-seconds)");
    }

    @Test
    void halfAReadingDeletesNothing() {
        try (SyncBench bench = SyncBench.startSmall(temp, 2).with("sync.sources", "crm")) {
            keys.forEach(bench::with);
            assertThat(sync(bench).changes()).containsExactly(12, 0, 0);
            bench.letPass(Duration.ofHours(2));
            for (String fault : List.of("! no", "{\"people\": [", "{}")) {
                service.gives(second(fault));
                Result half = sync(bench);
                assertThat(half.exit()).as(fault + half.out()).isEqualTo(3);
                assertThat(half.changes()).as(fault).containsExactly(0, 0, 0);
            }
            bench.with("sync.source-seconds", "2");
            service.gives(second(null));
            assertThat(sync(bench).changes()).containsExactly(0, 0, 0);
            service.gives(page -> PeopleService.page(page, 2).replace(
                    "{\"id\": 5, \"firstName\": \"Ann\", \"lastName\": \"Other 5\", \"company\": \"Acme\"}",
                    "{\"id\": 4, \"firstName\": \"Ann\", \"lastName\": \"Other 4\", \"company\": \"Acme\"}"));
            Result gone = sync(bench); // and read twice, for it names fewer
            assertThat(gone.changes()).as(gone.out()).containsExactly(0, 0, 2);
        }
    }

    private Result sync(SyncBench bench) {
        return bench.json("--home", installation.home().toString());
    }
}
