package io.contactsync.cli.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A warning at the start of one of several tenants names it. */
class RoleTest {

    private static String warned(Role role) {
        PrintStream before = System.err;
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        System.setErr(new PrintStream(out, true, StandardCharsets.UTF_8));
        try {
            role.warn("warning: the certificate ends in 9 days");
        } finally {
            System.setErr(before);
        }
        return out.toString(StandardCharsets.UTF_8).strip();
    }

    @Test
    void namesTheTenantWhereThereAreSeveral() {
        assertThat(warned(Role.tenant("contoso"))).isEqualTo("tenant=contoso warning: the certificate ends in 9 days");
        assertThat(warned(Role.ALONE)).isEqualTo("warning: the certificate ends in 9 days");
    }
}
