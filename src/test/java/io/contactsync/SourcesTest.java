package io.contactsync;

import static org.assertj.core.api.Assertions.assertThat;

import io.contactsync.contact.HiddenProperties;
import io.contactsync.core.Contact;
import io.contactsync.core.ContactField;
import io.contactsync.house.RouteFile;
import io.contactsync.problem.Problem;
import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.store.User;
import io.contactsync.source.SourceContacts;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The shipped sources against the sandbox and real data. Every file of routes/sources keeps the contract by existing;
 * one that reads a folder adds a line to {@link #SAMPLES}.
 */
class SourcesTest {

    /** Source to the sample that is dropped into the folder of its key source.&lt;name&gt;.folder. */
    private static final Map<String, String> SAMPLES = Map.of(
            "supplier-csv", "/io/contactsync/sandbox/people/us-congress-district-offices.csv",
            "outlook-de-csv", "/people/outlook-de.csv");
    /** More users than a page of the directory holds. */
    private static final int MAILBOXES = 1_050;

    @TempDir
    static Path temp;
    private static Sandbox sandbox;
    private static RoutesUnderTest routes;
    private static String mailbox;

    @BeforeAll
    static void start() throws Exception {
        sandbox = Sandbox.start(SandboxOptions.defaults().withMailboxes(MAILBOXES));
        mailbox = sandbox.tenant().users().stream().filter(SourcesTest::active).findFirst().orElseThrow().id();
        routes = new RoutesUnderTest(Files.createDirectory(temp.resolve("routes"))).with(sandbox.address());
        for (Map.Entry<String, String> sample : SAMPLES.entrySet()) {
            Path folder = SourceVariants.drop(temp.resolve(sample.getKey()), sample.getValue());
            routes.with("source." + sample.getKey() + ".folder", folder.toString());
        }
        SourceVariants variants = new SourceVariants(routes);
        variants.users("users-by-property", "excludeProperties: \"jobTitle=Senator, companyName = Nobody*\"");
        variants.users("users-by-nonsense", "excludeProperties: \"jobTitle\"");
        variants.users("users-by-file", "excludeFile: "
                + Files.writeString(temp.resolve("out.txt"), "# left\n" + mailbox.toUpperCase() + " # and gone\n\n"));
        variants.users("users-by-missing-file", "excludeFile: " + temp.resolve("none.txt"));
        variants.users("users-by-group", "excludeGroups: \" " + sandbox.excludedGroup() + " , \"");
        variants.users("users-by-unknown-group", "excludeGroups: " + new UUID(0, 1));
        variants.users("users-by-filter", "filter: \"accountEnabled eq true and startsWith(displayName,'A')\"");
        variants.contacts("suppliers", sandbox.address().centralMailbox(), sandbox.address().centralFolder());
        variants.contacts("two-mailboxes", sandbox.address().centralMailbox() + ", " + mailbox, "");
        variants.contacts("no-folder", sandbox.address().centralMailbox(), "Nowhere");
        variants.contacts("no-mailbox", sandbox.address().centralMailbox() + ",nobody@congress.example", "");
        variants.contacts("no-mailboxes", "", "");
        routes.start();
    }

    @AfterAll
    static void stop() {
        if (routes != null) {
            routes.close();
        }
        sandbox.close();
    }

    @AfterEach
    void heal() {
        sandbox.faults().clear();
    }

    private static boolean active(User user) {
        return user.accountEnabled() && user.licensed() && user.member();
    }

    private static List<User> activeUsers() {
        return sandbox.tenant().users().stream().filter(SourcesTest::active).toList();
    }

    private static Set<String> ids(List<Contact> contacts) {
        return contacts.stream().map(contact -> contact.key().id()).collect(Collectors.toSet());
    }

    /** Whatever is wrong, no sentence about it tells who is in the directory or in a mailbox. */
    private static SourceContacts read(String source) {
        SourceContacts result = routes.read(source);
        String problems = String.join("\n", result.problems().stream().map(Problem::safe).toList());
        assertThat(sandbox.tenant().users()).noneMatch(
                user -> problems.contains(user.displayName()) || problems.contains(user.userPrincipalName()));
        assertThat(problems).doesNotContain("java.", "org.apache", "io.contactsync");
        return result;
    }

    private static void incomplete(SourceContacts result, String... parts) {
        assertThat(result.isComplete()).isFalse();
        assertThat(result.problems()).hasSize(1);
        assertThat(result.problems().get(0).sentence()).contains(parts);
    }

    private static int contactsOf(String user) {
        return sandbox.tenant().snapshot(user).size();
    }

    static Stream<String> shipped() {
        return RouteFile.all().stream().map(RouteFile::baseName).filter(name -> name.startsWith("source-"))
                .map(name -> name.substring("source-".length()));
    }

    @ParameterizedTest
    @MethodSource("shipped")
    void everySourceKeepsTheContract(String source) {
        SourceContacts first = read(source);
        assertThat(first.problems()).isEmpty();
        assertThat(first.isComplete()).isTrue();
        assertThat(first.source()).isEqualTo(source);
        assertThat(first.contacts()).isNotEmpty().allMatch(contact -> contact.key().source().equals(source))
                .noneMatch(contact -> contact.text(ContactField.DISPLAY_NAME).isBlank());
        assertThat(ids(first.contacts())).hasSameSizeAs(first.contacts());
        assertThat(read(source)).isEqualTo(first);
    }

    @Test
    void allOfTheSuppliersOfficesAreRead() {
        assertThat(read("supplier-csv").contacts()).hasSize(1_312);
    }

    @Test
    void theDirectorysActiveMembersAreRead() {
        SourceContacts result = read("graph-users");
        assertThat(ids(result.contacts())).isEqualTo(activeUsers().stream().map(User::id).collect(Collectors.toSet()));
        assertThat(result.contacts().size()).isGreaterThan(999).isLessThan(sandbox.tenant().users().size());
    }

    @Test
    void aFilterThatIsTooWideLetsNobodyElseIn() {
        SourceContacts result = read("users-by-filter");
        assertThat(ids(result.contacts())).isEqualTo(activeUsers().stream()
                .filter(user -> user.displayName().startsWith("A")).map(User::id).collect(Collectors.toSet()));
    }

    @Test
    void usersAreLeftOutByProperty() {
        SourceContacts result = read("users-by-property");
        assertThat(result.isComplete()).isTrue();
        assertThat(result.excluded()).isPositive();
        assertThat(result.contacts()).isNotEmpty()
                .noneMatch(contact -> contact.text(ContactField.JOB_TITLE).equals("Senator"));
    }

    @Test
    void usersAreLeftOutByFile() {
        SourceContacts result = read("users-by-file");
        assertThat(result.isComplete()).isTrue();
        assertThat(ids(result.contacts())).hasSize(activeUsers().size() - 1).doesNotContain(mailbox);
    }

    @Test
    void usersAreLeftOutByGroup() {
        SourceContacts result = read("users-by-group");
        assertThat(result.isComplete()).isTrue();
        assertThat(result.contacts()).hasSize(activeUsers().size() - 2);
    }

    @Test
    void anExclusionThatCannotBeReadReadsNobody() {
        for (String source : List.of("users-by-unknown-group", "users-by-missing-file", "users-by-nonsense")) {
            SourceContacts result = read(source);
            assertThat(result.contacts()).isEmpty();
            assertThat(result.isComplete()).isFalse();
        }
        incomplete(read("users-by-unknown-group"), "404", "groups");
        incomplete(read("users-by-missing-file"), "none.txt");
        incomplete(read("users-by-nonsense"), "property=value", "'jobTitle'");
    }

    @Test
    void aPageThatFailsMakesTheReadingIncomplete() {
        sandbox.faults().when(request -> request.target().contains("skiptoken")).times(100).refuse(403);
        SourceContacts result = read("graph-users");
        incomplete(result, "403", "/users");
        assertThat(result.contacts().size()).isLessThan(activeUsers().size());
    }

    @Test
    void aPageThatFailsOnceIsAskedForAgain() {
        sandbox.faults().when(request -> request.target().contains("skiptoken")).refuse(503, 1);
        assertThat(read("graph-users").contacts()).hasSize(activeUsers().size());
    }

    @Test
    void theDefaultFolderAndANamedOneAreTwoThings() {
        Set<String> customers = ids(read("graph-contacts").contacts());
        Set<String> suppliers = ids(read("suppliers").contacts());
        assertThat(customers).hasSize(40).doesNotContainAnyElementsOf(suppliers);
        assertThat(suppliers).hasSize(contactsOf(sandbox.address().centralMailbox()) - 40);
    }

    @Test
    void twoMailboxesAreOneSource() {
        SourceContacts result = read("two-mailboxes");
        assertThat(result.problems()).isEmpty();
        assertThat(result.contacts()).hasSize(40 + contactsOf(mailbox));
    }

    @Test
    void whatContactSyncWroteIsNotReadAgain() {
        String own = sandbox.tenant().createContact(mailbox,
                "{\"displayName\":\"Ann Other\",\"singleValueExtendedProperties\":[{\"id\":\"" + HiddenProperties.KEY
                + "\",\"value\":\"v1|main|graph-users|1\"}]}");
        SourceContacts result = read("two-mailboxes");
        sandbox.tenant().deleteContact(mailbox, own);
        assertThat(result.isComplete()).isTrue();
        assertThat(result.excluded()).isEqualTo(1);
        assertThat(result.contacts()).hasSize(40 + contactsOf(mailbox))
                .noneMatch(contact -> contact.text(ContactField.DISPLAY_NAME).equals("Ann Other"));
    }

    @Test
    void anUnknownFolderIsNamed() {
        incomplete(read("no-folder"), "has no contact folder 'Nowhere'", sandbox.address().centralMailbox());
    }

    @Test
    void anUnknownMailboxIsIncomplete() {
        SourceContacts result = read("no-mailbox");
        incomplete(result, "404", "ErrorInvalidUser");
        assertThat(result.contacts()).hasSize(40);
    }

    @Test
    void noMailboxAtAllIsIncomplete() {
        incomplete(read("no-mailboxes"), "no central mailbox is configured");
    }
}
