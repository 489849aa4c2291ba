package io.contactsync.cli.configuration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;
import org.junit.jupiter.api.Test;

/** A key that is shipped with a number, or with true or false, takes no word. */
class ConfigurationKindsTest {

    @Test
    void aWordInPlaceOfANumberOrASwitchIsRefusedByTheKeysName() throws IOException {
        Properties shipped = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of("config", "application.properties"))) {
            shipped.load(file);
        }
        assertThat(shipped.stringPropertyNames()).filteredOn(key -> shipped.getProperty(key).matches("\\d+|true|false"))
                .hasSizeGreaterThan(10)
                .allSatisfy(key -> assertThat(ConfigurationKinds.mistakes(Map.of(key, "word"))).hasSize(1));
    }
}
