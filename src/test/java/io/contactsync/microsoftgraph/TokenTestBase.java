package io.contactsync.microsoftgraph;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** A component that signs in at a stub over HTTPS. */
abstract class TokenTestBase {

    static final String SECRET = "s3cret~Value+/=";

    @TempDir
    static Path directory;
    static TlsStub stub;
    DefaultCamelContext context;
    MicrosoftGraphComponent component;

    @BeforeAll
    static void openStub() throws Exception {
        stub = new TlsStub(directory);
    }

    @AfterAll
    static void closeStub() {
        stub.close();
    }

    @BeforeEach
    void open() {
        stub.tokenForms.clear();
        stub.tokenPaths.clear();
        stub.login = form -> TlsStub.token("token-" + stub.tokenForms.size());
        context = new DefaultCamelContext();
        component = new MicrosoftGraphComponent();
        component.setBaseUrl(stub.url("/v1.0"));
        component.setAuthority(stub.url(""));
        component.setCaCertificate(stub.certificate.toString());
        component.setTenantId("contoso");
        component.setClientId("app-1");
        component.setClientSecret(SECRET);
        context.addComponent("microsoft-graph", component);
    }

    @AfterEach
    void close() {
        context.stop();
    }

    GraphBatchResponse batch() {
        context.start();
        Object body = List.of(new GraphRequest("1", "GET", "/users/a/contacts", Map.of(), null));
        return context.createProducerTemplate().requestBody("microsoft-graph:batch", body, GraphBatchResponse.class);
    }
}
