package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;
import java.util.Set;

import io.contactsync.sandbox.Sandbox;
import io.contactsync.sandbox.SandboxOptions;
import io.contactsync.sandbox.faults.FaultPlan;
import io.contactsync.sandbox.identity.Workload;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The machine's own identity signs in by MSAL, at a metadata service as Azure has it. */
class ManagedIdentityTest {

    private static final String OTHER = "11111111-2222-3333-4444-555555555555";

    private final Sandbox sandbox =
            Sandbox.start(SandboxOptions.defaults().withMailboxes(1).withCentralContacts(0));
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final MicrosoftGraphComponent component = new MicrosoftGraphComponent();
    private AzureEnvironment environment;

    @BeforeEach
    void open() throws Exception {
        component.setBaseUrl(sandbox.address().graph());
        component.setTenantId(sandbox.address().tenant());
        component.setClientId(sandbox.address().clientId());
        component.setManagedIdentity("system-assigned");
        context.addComponent("microsoft-graph", component);
        environment = AzureEnvironment.of(Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", sandbox.address().metadata()));
    }

    @AfterEach
    void close() throws Exception {
        environment.close();
        context.stop();
        sandbox.close();
    }

    private Set<String> roles() {
        context.start();
        return component.tokenRoles();
    }

    private void refused(String sentence) {
        assertThatThrownBy(this::roles).isInstanceOf(GraphAuthenticationException.class).hasMessageContaining(sentence)
                .hasMessageNotContaining("eyJ");
    }

    @ParameterizedTest
    @ValueSource(strings = {"system-assigned", "user-assigned"})
    void bothKindsSignInAndGraphTakesTheToken(String kind) {
        component.setManagedIdentity(kind);
        assertThat(roles()).contains("User.Read.All");
        assertThat(context.createProducerTemplate().requestBody("microsoft-graph:request?path=/users", null,
                String.class)).contains("displayName");
    }

    @Test
    void appServiceIsAskedWithItsHeader() throws Exception {
        environment = AzureEnvironment.of(Map.of("IDENTITY_ENDPOINT", sandbox.address().metadata() + "/msi/token",
                "IDENTITY_HEADER", Workload.IDENTITY_HEADER));
        assertThat(roles()).contains("User.Read.All");
    }

    @Test
    void noProxyIsOnTheWay() throws Exception {
        component.setProxy("127.0.0.1:" + closedPort());
        assertThat(roles()).contains("User.Read.All");
    }

    @Test
    void anIdentityThatTheMachineDoesNotHaveIsSaidAndNotAskedForAgain() {
        sandbox.app().workload().systemAssigned(null);
        String sentence = "this machine does not have that managed identity (400 invalid_request), see options "
                + "managedIdentity and clientId";
        refused(sentence);
        sandbox.app().workload().systemAssigned(sandbox.address().clientId());
        refused(sentence);
    }

    @Test
    void anIdentityThatWasNotAssignedIsRefused() {
        component.setManagedIdentity("user-assigned");
        component.setClientId(OTHER);
        refused("this machine does not have that managed identity");
    }

    @Test
    void anotherApplicationsIdentityIsNotTaken() {
        sandbox.app().workload().systemAssigned(OTHER);
        refused("the managed identity of this machine is the application " + OTHER + ", see option clientId");
    }

    @Test
    void anotherTenantsMachineIsNotTaken() {
        sandbox.app().workload().tenant(OTHER);
        refused("the managed identity of this machine belongs to the tenant " + OTHER + ", see option tenantId");
    }

    @ParameterizedTest
    @CsvSource({"429,not ready (429", "503,not ready (503", "404,not ready (404", "410,not ready (410"})
    void aBadMomentIsAskedOnceAndMayBeAskedAgain(int status, String sentence) {
        sandbox.follow(FaultPlan.parse("test",
                "seed: 1\nfaults:\n  - {fault: refuse, where: token, status: " + status + "}\n"));
        assertThatThrownBy(this::roles).isNotInstanceOf(GraphAuthenticationException.class)
                .isInstanceOfSatisfying(GraphException.class, e -> assertThat(e.retryable()).isTrue())
                .hasMessageContaining(sentence);
        assertThat(sandbox.faults().befallen()).as("no hidden repetition").isEqualTo(1);
    }

    @Test
    void whereNothingAnswersThatIsSaid() throws Exception {
        environment = AzureEnvironment.of(
                Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://127.0.0.1:" + closedPort()));
        refused("nothing that has a managed identity answers at 127.0.0.1 (ConnectFailed): is this machine in Azure");
    }

    @Test
    void noTokenTravelsInClearFromAnotherMachine() throws Exception {
        environment = AzureEnvironment.of(Map.of("AZURE_POD_IDENTITY_AUTHORITY_HOST", "http://192.0.2.1"));
        refused("leads to a managed identity on another machine, without TLS - was '192.0.2.1'");
    }

    @Test
    void arcHasNoAssignedIdentities() throws Exception {
        environment = AzureEnvironment.of(Map.of("IDENTITY_ENDPOINT", sandbox.address().metadata() + "/msi/token",
                "IMDS_ENDPOINT", sandbox.address().metadata()));
        component.setManagedIdentity("user-assigned");
        refused("no managed identity of that kind can sign in here, see option managedIdentity");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "automatic|c|||option managedIdentity must be system-assigned or user-assigned - was 'automatic'",
        "user-assigned||||option clientId is not set",
        "system-assigned|c|s||set only one of options clientSecret and managedIdentity",
        "system-assigned|c|s|t|set only one of options clientSecret, federatedTokenFile and managedIdentity",
        "|c|s|t|set only one of options clientSecret and federatedTokenFile"})
    void contradictionsAreSaidAtTheStart(String kind, String client, String secret, String token, String sentence) {
        component.setManagedIdentity(kind);
        component.setClientId(client);
        component.setClientSecret(secret);
        component.setFederatedTokenFile(token);
        assertThatThrownBy(context::start).hasStackTraceContaining(sentence);
    }

    private static int closedPort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
