package io.contactsync.source;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.nio.file.Files;
import java.nio.file.Path;

class UserStateTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', nullValues = "-", value = {
        "{\"accountEnabled\":true,\"userType\":\"Member\",\"assignedLicenses\":[{}]}|ACTIVE|-",
        "{\"accountEnabled\":true,\"assignedLicenses\":[{}]}|ACTIVE|-",
        "{\"accountEnabled\":false,\"userType\":\"Guest\",\"assignedLicenses\":[]}|DISABLED|the account is disabled",
        "{\"accountEnabled\":true,\"userType\":\"Guest\",\"assignedLicenses\":[{}]}|GUEST|-",
        "{\"accountEnabled\":true,\"userType\":\"Member\",\"assignedLicenses\":[]}|NO_LICENCE|the user has no licence",
        "{}|DISABLED|-"})
    void whatTheDirectorySays(String user, UserState state, String withoutMailbox) throws Exception {
        JsonNode node = new ObjectMapper().readTree(user);
        assertThat(UserState.of(node)).isEqualTo(state);
        assertThat(UserState.withoutMailbox(node)).isEqualTo(withoutMailbox);
    }

    /** People narrow it there, and so see it whole. */
    @Test
    void theConfigurationBeginsWithTheFilterOfActiveUsers() throws Exception {
        assertThat(Files.readAllLines(Path.of("config/application.properties")))
                .contains("source.graph-users.filter = " + UserState.filter());
    }
}
