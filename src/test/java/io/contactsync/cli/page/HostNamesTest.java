package io.contactsync.cli.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

/** A foreign name that leads to this machine gets nothing. */
class HostNamesTest {

    private final HostNames names = new HostNames("10.1.2.3", List.of("sync.contoso.com", "Proxy.contoso.com:8443"));

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "localhost:9464", "LOCALHOST:9464", "127.0.0.1:9464", "[::1]:9464", "[::1]",
            "10.1.2.3:9464", "sync.contoso.com",
        "sync.contoso.com:443", "proxy.contoso.com"})
    void ourNamesAreKnownWithAnyPort(String host) {
        assertThat(names.isOurs(host)).isTrue();
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {"evil.example", "localhost.evil.example", "evil.example:9464", "127.0.0.1.evil.example",
            "127.0.0.2", "::1", "0.0.0.0:9464",
        "localhost:9464:1", "localhost:x", "sync.contoso.com.", "user@localhost"})
    void othersAreNot(String host) {
        assertThat(names.isOurs(host)).isFalse();
    }

    @Test
    void anAddressThatMeansAllIsNoName() {
        assertThat(new HostNames("0.0.0.0", List.of()).isOurs("0.0.0.0:9464")).isFalse();
        assertThat(new HostNames("2001:db8::1", List.of()).isOurs("[2001:db8::1]:9464")).isTrue();
    }
}
