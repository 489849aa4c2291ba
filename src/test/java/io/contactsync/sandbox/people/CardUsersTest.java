package io.contactsync.sandbox.people;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.contactsync.sandbox.people.card.CardFiles;
import io.contactsync.sandbox.people.card.Notes;
import io.contactsync.sandbox.store.User;
import io.contactsync.sandbox.store.UserAttribute;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CardUsersTest {
    private static final Path SAMPLES = Path.of("src/test/resources/people");
    @TempDir
    Path folder;
    private final List<String> notes = new ArrayList<>();

    @Test
    void entrasDownloadOfUsersIsRead() {
        List<User> users = users(SAMPLES.resolve("entra-users.csv"));
        User ada = users.get(0);
        assertThat(ada.id()).isEqualTo("0f1e2d3c-0000-4000-8000-00000000ada1");
        assertThat(List.of(ada.userPrincipalName(), ada.text(UserAttribute.MAIL), ada.displayName(),
                ada.text(UserAttribute.OFFICE_LOCATION),
                ada.text(UserAttribute.MOBILE_PHONE), ada.text(UserAttribute.USAGE_LOCATION),
                ada.text(UserAttribute.STREET_ADDRESS)))
                .containsExactly("ada@fabrikam.example", "ada.lovelace@fabrikam.example", "Ada Lovelace", "3.14",
                        "+44 7700 900123", "GB", "12 St James's Square");
        assertThat(ada.get("businessPhones")).isEqualTo(List.of("+44 20 7946 0018"));
        assertThat(ada.get("proxyAddresses")).isEqualTo(List.of("SMTP:ada.lovelace@fabrikam.example"));
        assertThat(users.stream().map(User::accountEnabled)).containsExactly(true, false, true);
        assertThat(users.stream().map(User::member)).containsExactly(true, true, false);
        assertThat(users.stream().map(User::licensed)).containsExactly(true, true, false);
        assertThat(notes).singleElement().asString()
                .contains("'authenticationPhoneNumber', 'ageGroup', 'createdDateTime'");
    }

    @Test
    void theAdminCentresExportIsRead() {
        List<User> users = users(SAMPLES.resolve("admin-center-users.csv"));
        assertThat(users.get(0).text(UserAttribute.JOB_TITLE)).isEqualTo("Einkäuferin");
        assertThat(users.get(0).text(UserAttribute.STREET_ADDRESS)).isEqualTo("Domkloster 4\nHinterhaus");
        assertThat(users.get(0).text(UserAttribute.USAGE_LOCATION)).isEqualTo("DE");
        assertThat(users.get(0).text(UserAttribute.MAIL)).isEqualTo("kaethe@fabrikam.example");
        assertThat(users.get(0).id()).isEqualTo("0f1e2d3c-0000-4000-8000-00000000bee1");
        assertThat(users.stream().map(User::accountEnabled)).containsExactly(true, false, true);
        assertThat(users.stream().map(User::licensed)).containsExactly(true, true, false);
        assertThat(notes).isEmpty();
    }

    @Test
    void theShippedMembersOfCongressAreRead() {
        List<User> users =
                users(Path.of("src/sandbox/resources/io/contactsync/sandbox/people/us-congress-members.csv"));
        assertThat(users).hasSize(537).allMatch(user -> user.userPrincipalName().endsWith("@sandbox.example"));
        assertThat(users.get(0).displayName()).isEqualTo("Maria Cantwell");
        assertThat(users.get(0).text(UserAttribute.EMPLOYEE_ID)).isEqualTo("C000127");
        assertThat(users.stream().map(User::userPrincipalName)).doesNotHaveDuplicates();
    }

    @Test
    void idsAndAddressesAreMadeTheSameAtEveryStart() throws IOException {
        String rows = "givenName,surname,phone\nJosé,Núñez,1\nJosé,Núñez,2\nJosé,Núñez,2\n美玲,林,3\n";
        List<User> users = users(rows);
        assertThat(users.stream().map(User::userPrincipalName).toList()).startsWith("jose.nunez@sandbox.example")
                .doesNotHaveDuplicates()
            .allMatch(name -> name.matches("[a-z0-9.]+@sandbox\\.example"));
        assertThat(users.stream().map(User::id)).doesNotHaveDuplicates();
        assertThat(ids(users(rows))).isEqualTo(ids(users));
        assertThat(ids(users("surname,givenName,phone\n林,美玲,3\n"))).isEqualTo(ids(users).subList(3, 4));
    }

    @Test
    void aGuestIsNamedAsEntraNamesGuests() throws IOException {
        User guest = users("name,mail,userType\nGina,gina@partner.example,guest\n").get(0);
        assertThat(guest.userPrincipalName()).isEqualTo("gina_partner.example#EXT#@sandbox.example");
        assertThat(guest.text(UserAttribute.MAIL)).isEqualTo("gina@partner.example");
        assertThat(guest.licensed()).isFalse();
    }

    @Test
    void whatIsBeyondGraphsLimitsIsCutOrLeftOutAndSaid() throws IOException {
        String flag = "🇳🇴".repeat(40);
        User user = users("name,givenName,jobTitle,phone,mobile,usageLocation\n" + "N".repeat(300) + "," + flag + ","
                + "J".repeat(128) + ",1;2," + "9".repeat(65) + ",Germany\n").get(0);
        assertThat(user.displayName()).hasSize(256);
        assertThat(user.text(UserAttribute.GIVEN_NAME)).isEqualTo(flag.substring(0, 64));
        assertThat(user.text(UserAttribute.JOB_TITLE)).hasSize(128);
        assertThat(user.get("businessPhones")).isEqualTo(List.of("1"));
        assertThat(user.text(UserAttribute.MOBILE_PHONE)).isNull();
        assertThat(user.text(UserAttribute.USAGE_LOCATION)).isNull();
        assertThat(notes.stream().map(note -> note.substring(note.indexOf("line")))).containsExactlyInAnyOrder(
                "line 2, displayName: cut to 256 characters, found 300",
                "line 2, givenName: cut to 64 characters, found 160",
                "line 2, businessPhones: found 2, Graph allows 1, left out 2",
            "line 2, mobilePhone: left out what is longer than 64 characters",
            "line 2, usageLocation: left out 'Germany' - allowed is a two-letter country code such as US");
    }

    @Test
    void whoHasNoNameIsLeftOutAndAfterTwentySentencesOnlyCounted() throws IOException {
        assertThat(users("name,mail\nAda,a@b.example\n" + ",x@b.example\n".repeat(25))).hasSize(1);
        assertThat(notes).hasSize(21)
                .startsWith(file() + ", line 3: left out, it has no displayName, givenName or surname")
                .endsWith("... and 5 more of that kind");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
            "name,userPrincipalName\\nA,a@b.example\\nB,A@b.example~, line 3, userPrincipalName: 'A@b.example' stands "
                    + "in FILE, line 2 too - each user has their own",
            "name,id,mail\\nA,0f1e2d3c-0000-4000-8000-00000000ada1,a\\nB,x,b~, line 2, mail: found 'a' - allowed is "
                    + "an address such as ada@sandbox.example",
        "name,id\\nA,4711~, line 2, id: found '4711' - allowed is a GUID",
            "name,id\\nA,0f1e2d3c-0000-4000-8000-00000000ada1\\nB,0F1E2D3C-0000-4000-8000-00000000ADA1~, line 3, id: "
                    + "'0f1e2d3c-0000-4000-8000-00000000ada1' stands in FILE, line 2 too - each user has their own",
        "name,accountEnabled\\nA,perhaps~, line 2, accountEnabled: found 'perhaps' - allowed is true or false",
        "name,userType\\nA,Robot~, line 2, userType: found 'Robot' - allowed is Member or Guest",
    })
    void aBadValueGetsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> users(text.replace("\\n", "\n"))).isInstanceOf(IllegalArgumentException.class)
            .hasMessage(file() + sentence.replace("FILE", file().toString()));
    }

    @Test
    void aFileOfNobodyWhoCouldHaveAMailboxIsRefused() throws IOException {
        Path file = Files.writeString(file(), "name,accountEnabled\nAda,false\n");
        assertThatThrownBy(() -> Population.shipped().withEmployees(file, notes::add))
                .hasMessage(file + " names no active, licensed employee - at least one is needed");
    }

    private Path file() {
        return folder.resolve("people.csv");
    }

    private List<User> users(String text) throws IOException {
        return users(Files.writeString(file(), text));
    }

    private List<User> users(Path file) {
        Notes told = new Notes(notes::add);
        List<User> users = new CardUsers(told).users(CardFiles.read(file, CardUsers.fields(), told));
        told.end();
        return users;
    }

    private static List<String> ids(List<User> users) {
        return users.stream().map(User::id).toList();
    }
}
