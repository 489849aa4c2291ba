package io.contactsync.microsoftgraph;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Map;

import org.apache.camel.support.PluginHelper;
import org.apache.camel.support.ResourceHelper;
import org.junit.jupiter.api.Test;

/** The component as a route file uses it. */
class YamlRouteTest extends GraphTestBase {

    private void load(String yaml) throws Exception {
        PluginHelper.getRoutesLoader(context).loadRoutes(ResourceHelper.fromString("test.camel.yaml", yaml));
    }

    @Test
    void listsAndSplitsAsAStream() throws Exception {
        load("""
                - route:
                    id: list
                    from:
                      uri: direct:list
                      steps:
                        - to:
                            uri: microsoft-graph:list
                            parameters:
                              path: /users/{mailbox}/contacts
                              select: id,categories
                              filter: "categories/any(c:c eq '{category}') and createdDateTime ge 2026-01-01T00:00:00Z"
                              expand: "singleValueExtendedProperties($filter=id eq 'String \
                {66f5a359-4659-4830-9070-00047ec6ac6e} Name Key')"
                              top: 100
                              verifyCount: true
                        - split:
                            streaming: true
                            expression:
                              simple:
                                expression: "${body}"
                            steps:
                              - to:
                                  uri: mock:row
                """);
        context.setVariable("unused", "x");
        stub.reply("{\"@odata.count\":2,\"value\":[{\"id\":\"1\"},{\"id\":\"2\"}]}");
        context.getEndpoint("mock:row", org.apache.camel.component.mock.MockEndpoint.class).expectedMessageCount(2);
        template.sendBodyAndHeaders("direct:list", null, Map.of("mailbox", "a/b", "category", "Anna's & Co"));
        context.getEndpoint("mock:row", org.apache.camel.component.mock.MockEndpoint.class).assertIsSatisfied();
        assertThat(stub.seen.get(0).uri()).isEqualTo("/v1.0/users/a%2Fb/contacts?$select=id,categories"
                + "&$filter=categories/any(c:c%20eq%20'Anna''s%20%26%20Co')"
                + "%20and%20createdDateTime%20ge%202026-01-01T00:00:00Z"
                + "&$expand=singleValueExtendedProperties($filter%3Did%20eq%20'"
                + "String%20%7B66f5a359-4659-4830-9070-00047ec6ac6e%7D%20Name%20Key')"
                + "&$top=100&$count=true");
    }

    @Test
    void sendsABatch() throws Exception {
        load("""
                - route:
                    id: batch
                    from:
                      uri: direct:batch
                      steps:
                        - to:
                            uri: microsoft-graph:batch
                """);
        stub.reply("{\"responses\":[{\"id\":\"1\",\"status\":201}]}");
        GraphBatchResponse answer =
                template.requestBody("direct:batch", List.of(post("1", "a")), GraphBatchResponse.class);
        assertThat(answer.items().get("1").status()).isEqualTo(201);
    }

    @Test
    void stopsTheStartAtAMisspeltOption() {
        assertThatThrownBy(() -> {
            load("""
                    - route:
                        id: typo
                        from:
                          uri: direct:typo
                          steps:
                            - to:
                                uri: microsoft-graph:list
                                parameters:
                                  path: /users
                                  selekt: id
                    """);
        }).rootCause().hasMessageContaining("selekt");
    }

    @Test
    void wiresTheComponentAsABean() throws Exception {
        load("""
                - beans:
                    - name: other-graph
                      type: io.contactsync.microsoftgraph.MicrosoftGraphComponent
                      properties:
                        cloud: us-government
                        tenantId: contoso
                        clientId: ""
                        clientSecret: "  "
                        certificate: ""
                        connectTimeout: 5s
                        maxResponseSize: 1000
                        compression: false
                """);
        MicrosoftGraphComponent bean =
                context.getRegistry().lookupByNameAndType("other-graph", MicrosoftGraphComponent.class);
        assertThat(bean.getCloud()).isEqualTo(GraphCloud.US_GOVERNMENT);
        assertThat(bean.address().host()).isEqualTo("graph.microsoft.us");
        Identity identity = bean.identity();
        assertThat(List.of(identity.tenantId(), identity.authority(), identity.scope()))
                .containsExactly("contoso", "https://login.microsoftonline.us", "https://graph.microsoft.us/.default");
        assertThat(identity.clientId()).isNull();
        assertThat(identity.certificate()).isNull();
        assertThat(identity.clientSecret().isSet()).isFalse();
        assertThat(identity.certificatePassword().isSet()).isFalse();
        assertThat(bean.getConnectTimeout()).isEqualTo(5000);
        assertThat(bean.isCompression()).isFalse();
    }
}
