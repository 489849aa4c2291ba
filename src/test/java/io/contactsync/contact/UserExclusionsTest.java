package io.contactsync.contact;

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

    private static ObjectNode anna() {
        ObjectNode user = JsonNodeFactory.instance.objectNode().put("id", "A-1").put("accountEnabled", true).put("userType", "Member").put("department", "Sales EMEA");
        user.putArray("assignedLicenses").addObject();
        return user;
    }

    private static UserExclusions none() {
        return UserExclusions.open("", "");
    }

    @Test
    void acceptsEnabledLicensedMembers() {
        assertThat(none().accepts(anna())).isTrue();
        assertThat(none().accepts(anna().put("accountEnabled", false))).isFalse();
        assertThat(none().accepts(anna().without("accountEnabled"))).isFalse();
        assertThat(none().accepts(anna().put("userType", "Guest"))).isFalse();
        assertThat(none().accepts(anna().putNull("userType"))).isTrue();
        ObjectNode unlicensed = anna();
        unlicensed.putArray("assignedLicenses");
        assertThat(none().accepts(unlicensed)).isFalse();
        assertThat(none().accepts(anna().without("assignedLicenses"))).isFalse();
    }

    @Test
    void excludesByIdInAnyLetterCase(@TempDir Path folder) throws Exception {
        Path file = Files.writeString(folder.resolve("ids.txt"), "# nobody\n a-1 # Anna\n\n");
        assertThat(UserExclusions.open("", file.toString()).accepts(anna())).isFalse();
        UserExclusions byGroup = none();
        UserExclusions.exclude(byGroup, List.<com.fasterxml.jackson.databind.JsonNode>of(anna()).iterator());
        assertThat(UserExclusions.active(byGroup, anna())).isNull();
        assertThat(UserExclusions.active(none(), anna())).isEqualTo(anna());
    }

    @Test
    void excludesByProperty() {
        assertThat(UserExclusions.open("department=sales emea", null).accepts(anna())).isFalse();
        assertThat(UserExclusions.open(" department = SALES* , city=y", null).accepts(anna())).isFalse();
        assertThat(UserExclusions.open("department=Sales", null).accepts(anna())).isTrue();
        assertThat(UserExclusions.open("department=*", null).accepts(anna())).isFalse();
    }

    @Test
    void saysWhatIsWrong() {
        assertThatThrownBy(() -> UserExclusions.open("department", ""))
                .hasMessage("source.graph-users.exclude-properties must be property=value, comma-separated - was 'department'");
        assertThatThrownBy(() -> UserExclusions.open("", "/no/such/file")).hasMessage("the file of ids '/no/such/file' does not exist");
    }

    @Test
    void asksForWhatTheRulesLookAtOnce() {
        UserExclusions exclusions = UserExclusions.open("employeeType=External, Department=x,onPremisesExtensionAttributes/extensionAttribute1=a", "");
        assertThat(UserExclusions.select(exclusions, "id,department,"))
                .isEqualTo("id,department,employeeType,onPremisesExtensionAttributes");
        assertThat(UserExclusions.select(none(), "id,mail")).isEqualTo("id,mail");
    }

    @Test
    void comparesSwitchesListsPartsAndExtensions() {
        ObjectNode anna = anna().put("showInAddressList", false).put("extension_0123456789abcdef0123456789abcdef_grade", 7);
        anna.putArray("otherMails").add("a@x.example").add("anna@old.example");
        anna.putObject("onPremisesExtensionAttributes").put("extensionAttribute1", "no sync").putNull("extensionAttribute2");
        for (String rule : List.of("showInAddressList=false", "otherMails=anna@OLD.example", "onPremisesExtensionAttributes/extensionAttribute1=No*",
                "extension_0123456789abcdef0123456789abcdef_grade=7", "city=", "\"department=Sales EMEA\"")) {
            assertThat(UserExclusions.open(rule, "").accepts(anna)).as(rule).isFalse();
        }
        for (String rule : List.of("showInAddressList=true", "otherMails=b*", "onPremisesExtensionAttributes/extensionAttribute2=*", "city=*", "department=",
                "department=Sale", "employeeOrgData/division=x")) {
            assertThat(UserExclusions.open(rule, "").accepts(anna)).as(rule).isTrue();
        }
        assertThat(UserExclusions.open("\"city=Paris, TX\",jobTitle=x", "").accepts(anna().put("city", "Paris, TX"))).isFalse();
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
        assertThatThrownBy(() -> UserExclusions.open(rules, "")).isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("source.graph-users.exclude-properties").hasMessageContaining(sentence);
    }

    /** Of the official schema, so that no property that a list can hold is refused, and none is let through that does not exist. */
    @Test
    void knowsEveryPropertyOfTheOfficialSchema() throws Exception {
        JsonNode schema = new ObjectMapper(new YAMLFactory()).readTree(Path.of("src/test/resources/graph/openapi-graph-contacts-subset.yaml").toFile())
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
