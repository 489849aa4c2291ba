package io.contactsync.source;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Of which lists of users changes say all. */
class TrackedUsersTest {

    private static final String ACTIVE = UserState.filter();

    @Test
    void listsOfAllActiveUsersWithPropertiesOfTheDirectoryAre() {
        assertThat(TrackedUsers.areAll(UserState.properties(), ACTIVE)).as("the targets").isTrue();
        assertThat(TrackedUsers.areAll(UserExclusions.open("s", "department=Interns,employeeType=*", "")
                .select("mail,businessPhones"), ACTIVE)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"employeeOrgData/division=Sales", "onPremisesExtensionAttributes/extensionAttribute1=x",
        "extension_0123456789abcdef0123456789abcdef_kind=x", "createdDateTime=2026*", "proxyAddresses=*"})
    void whatMayNotBeTrackedIsRead(String rule) {
        assertThat(TrackedUsers.areAll(UserExclusions.open("s", rule, "").select("mail"), ACTIVE)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "accountEnabled eq true", " and startsWith(department,'Sales')"})
    void aFilterOfOnesOwnIsRead(String filter) {
        String own = filter.startsWith(" and") ? ACTIVE + filter : filter;
        assertThat(TrackedUsers.areAll(UserState.properties(), own)).isFalse();
    }

    @Test
    void aListThatDoesNotTellTheStateOfUsersIsRead() {
        assertThat(TrackedUsers.areAll("id,displayName,mail", ACTIVE)).isFalse();
        assertThat(TrackedUsers.areAll(UserState.properties(), null)).isFalse();
    }
}
