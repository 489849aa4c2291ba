package io.contactsync.contact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

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
}
