package io.contactsync.source;

import io.contactsync.contact.Normaliser;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

class UserExclusionsTest {

    private static final String USERS = "graph-users";

    private static ObjectNode anna() {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("id", "A-1").put("accountEnabled", true)
                .put("userType", "Member").put("department", "Sales EMEA");
        user.putArray("assignedLicenses").addObject();
        return user;
    }

    private static UserExclusions none() {
        return UserExclusions.open(USERS, "", "");
    }

    @Test
    void acceptsEnabledLicensedMembers() {
        assertThat(none().rule(anna())).isNull();
        assertThat(none().rule(anna().put("accountEnabled", false))).isNotNull();
        assertThat(none().rule(anna().without("accountEnabled"))).isNotNull();
        assertThat(none().rule(anna().put("userType", "Guest"))).isNotNull();
        assertThat(none().rule(anna().putNull("userType"))).isNull();
        ObjectNode unlicensed = anna();
        unlicensed.putArray("assignedLicenses");
        assertThat(none().rule(unlicensed)).isNotNull();
        assertThat(none().rule(anna().without("assignedLicenses"))).isNotNull();
    }

    @Test
    void excludesByIdInAnyLetterCase(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ids.txt"), "# nobody\n a-1 # Anna\n\n");
        assertThat(UserExclusions.open(USERS, "", file.toString()).rule(anna())).isNotNull();
        UserExclusions byGroup = none();
        UserExclusions.exclude(byGroup, "g-1", List.<JsonNode>of(anna()).iterator());
        assertThat(byGroup.rule(anna())).isEqualTo("group g-1");
    }

    @Test
    void whoIsLeftOutIsKnownWithTheRule() {
        SourceReader reader = new SourceReaders(new Normaliser("e164"), 60).open("users", "");
        ObjectNode anna = anna().put("displayName", "Anna").put("mail", "anna@contoso.com");
        UserExclusions sales = UserExclusions.open(USERS, "city=Rome,department=Sales*", "");
        assertThat(GraphRows.users(reader, sales, List.<JsonNode>of(anna).iterator())).isExhausted();
        assertThat(GraphRows.users(reader, none(), List.<JsonNode>of(anna).iterator()).next().read()).isEqualTo(anna);
        reader.accept("user A-2", null);
        assertThat(reader.finish().leftOut()).containsExactly(
                new LeftOut("A-1", "Anna", "anna@contoso.com", "user A-1", "department=Sales*", false),
                new LeftOut("", "", "", "user A-2", "its mapping leaves it out", false));
    }

    @Test
    void excludesByProperty() {
        assertThat(UserExclusions.open(USERS, "department=sales emea", null).rule(anna())).isNotNull();
        assertThat(UserExclusions.open(USERS, " department = SALES* , city=y", null).rule(anna())).isNotNull();
        assertThat(UserExclusions.open(USERS, "department=Sales", null).rule(anna())).isNull();
        assertThat(UserExclusions.open(USERS, "department=*", null).rule(anna())).isNotNull();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> UserExclusions.open(USERS, "department", ""))
                .hasMessage(
                        "source.graph-users.exclude-properties must be property=value, comma-separated - was "
                                + "'department'");
        assertThatThrownBy(() -> UserExclusions.open(USERS, "", "/no/such/file"))
                .hasMessage("the file of ids '/no/such/file' does not exist");
    }

    @Test
    void asksForWhatTheRulesLookAtOnce() {
        UserExclusions exclusions =
                UserExclusions.open(USERS, "employeeType=External, "
                        + "Department=x,onPremisesExtensionAttributes/extensionAttribute1=a", "");
        assertThat(exclusions.select("id,department,"))
                .isEqualTo("id,accountEnabled,userType,assignedLicenses,department,employeeType,"
                        + "onPremisesExtensionAttributes");
        assertThat(none().select("id,mail")).isEqualTo("id,accountEnabled,userType,assignedLicenses,mail");
    }

    @Test
    void comparesSwitchesListsPartsAndExtensions() {
        ObjectNode anna =
                anna().put("showInAddressList", false).put("extension_0123456789abcdef0123456789abcdef_grade", 7);
        anna.putArray("otherMails").add("a@x.example").add("anna@old.example");
        anna.putObject("onPremisesExtensionAttributes").put("extensionAttribute1", "no sync")
                .putNull("extensionAttribute2");
        for (String rule : List.of("showInAddressList=false", "otherMails=anna@OLD.example",
                "onPremisesExtensionAttributes/extensionAttribute1=No*",
                "extension_0123456789abcdef0123456789abcdef_grade=7", "city=", "\"department=Sales EMEA\"")) {
            assertThat(UserExclusions.open(USERS, rule, "").rule(anna)).as(rule).isNotNull();
        }
        for (String rule : List.of("showInAddressList=true", "otherMails=b*",
                "onPremisesExtensionAttributes/extensionAttribute2=*", "city=*", "department=",
                "department=Sale", "employeeOrgData/division=x")) {
            assertThat(UserExclusions.open(USERS, rule, "").rule(anna)).as(rule).isNull();
        }
        assertThat(UserExclusions.open(USERS, "\"city=Paris, TX\",jobTitle=x", "")
                .rule(anna().put("city", "Paris, TX")))
                .isNotNull();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "departement=x | 'departement' is not a property of a user in Microsoft Graph - did you mean 'department'?",
        "extensionAttribut=x | 'extensionAttribut' is not a property of a user in Microsoft Graph",
        "birthday=x | 'birthday' is a property that Microsoft Graph does not give in a list of users",
        "onPremisesExtensionAttributes=x | has parts: write onPremisesExtensionAttributes/extensionAttribute1",
        "assignedPlans=x | 'assignedPlans' holds more than one value",
        "accountEnabled=yes | accountEnabled must be true or false - was 'yes'",
        "=x | must be property=value, comma-separated - was '=x'"})
    void refusesARuleThatCanLeaveNobodyOut(String rules, String sentence) {
        assertThatThrownBy(() -> UserExclusions.open(USERS, rules, "")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("source.graph-users.exclude-properties").hasMessageContaining(sentence);
    }

    /**
     * Of the official schema, so that no property that a list can hold is refused, and none is let through that does
     * not exist.
     */
    @Test
    void knowsEveryPropertyOfTheOfficialSchema() throws Exception {
        JsonNode schema = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/test/resources/graph/openapi-graph-contacts-subset.yaml").toFile())
                .at("/components/schemas/microsoft.graph.user/allOf/1/properties");
        assertThat(schema.size()).isGreaterThan(70);
        schema.fieldNames().forEachRemaining(name -> {
            String said = "fine";
            try {
                UserProperty.named(name);
            } catch (IllegalArgumentException refused) {
                said = refused.getMessage();
            }
            assertThat(said).as(name).doesNotContain("is not a property");
        });
    }
}
