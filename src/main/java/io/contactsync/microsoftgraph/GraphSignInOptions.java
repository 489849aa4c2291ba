package io.contactsync.microsoftgraph;

import org.apache.camel.spi.Metadata;
import org.apache.camel.support.DefaultComponent;

/** The options of the component that say who signs in, and where. An empty text counts as not set. */
public abstract class GraphSignInOptions extends DefaultComponent {

    static final String SYSTEM_ASSIGNED = "system-assigned";
    static final String USER_ASSIGNED = "user-assigned";

    @Metadata(label = "common", defaultValue = "GLOBAL", description = "The Microsoft cloud; sets the defaults of "
            + "baseUrl, authority and scope.")
    private GraphCloud cloud = GraphCloud.GLOBAL;

    @Metadata(label = "security", description = "Directory (tenant) id or domain of the customer.")
    private String tenantId;

    @Metadata(label = "security", description = "Application (client) id of the app registration.")
    private String clientId;

    @Metadata(label = "security", secret = true, description = "Client secret of the app registration. Give either "
            + "this or certificate.")
    private String clientSecret;

    @Metadata(label = "security", description = "File with the client secret and nothing else, instead of "
            + "clientSecret. Read again before each sign-in.")
    private String clientSecretFile;

    @Metadata(label = "security", description = "File with the RSA key and certificate of the app registration: "
            + "PKCS#12, or PEM with an unencrypted PKCS#8 key. Goes before clientSecret.")
    private String certificate;

    @Metadata(label = "security", secret = true, description = "Password of the PKCS#12 file.")
    private String certificatePassword;

    @Metadata(label = "security", description = "File with the password of the PKCS#12 file and nothing else, instead "
            + "of certificatePassword."
            + " Read again before each sign-in.")
    private String certificatePasswordFile;

    @Metadata(label = "security", description = "File with a token of another issuer, such as a Kubernetes cluster, "
            + "that a federated credential of the app registration trusts; instead of a secret or certificate. Read "
            + "again before each sign-in.")
    private String federatedTokenFile;

    @Metadata(label = "security", enums = "system-assigned,user-assigned", description = "Which managed identity of "
            + "the machine in Azure signs in, instead of an app registration: system-assigned, or user-assigned, whose "
            + "client id is clientId. If tenantId (as an id) and clientId are set, no other identity is taken.")
    private String managedIdentity;

    @Metadata(label = "security", description = "Login address, with or without the tenant. The default is that of "
            + "the cloud.")
    private String authority;

    @Metadata(label = "security", description = "Scope asked for. The default is that of the cloud, such as "
            + "https://graph.microsoft.com/.default.")
    private String scope;

    @Metadata(label = "security,advanced", autowired = true, description = "Another source of access tokens instead "
            + "of the options above.")
    private GraphTokenProvider tokenProvider;

    public GraphCloud getCloud() {
        return cloud;
    }

    public void setCloud(GraphCloud cloud) {
        this.cloud = cloud == null ? GraphCloud.GLOBAL : cloud;
    }

    public String getTenantId() {
        return tenantId;
    }

    public void setTenantId(String tenantId) {
        this.tenantId = text(tenantId);
    }

    public String getClientId() {
        return clientId;
    }

    public void setClientId(String clientId) {
        this.clientId = text(clientId);
    }

    public String getClientSecret() {
        return clientSecret;
    }

    public void setClientSecret(String clientSecret) {
        this.clientSecret = text(clientSecret);
    }

    public String getClientSecretFile() {
        return clientSecretFile;
    }

    public void setClientSecretFile(String clientSecretFile) {
        this.clientSecretFile = text(clientSecretFile);
    }

    public String getCertificate() {
        return certificate;
    }

    public void setCertificate(String certificate) {
        this.certificate = text(certificate);
    }

    public String getCertificatePassword() {
        return certificatePassword;
    }

    public void setCertificatePassword(String certificatePassword) {
        this.certificatePassword = text(certificatePassword);
    }

    public String getCertificatePasswordFile() {
        return certificatePasswordFile;
    }

    public void setCertificatePasswordFile(String certificatePasswordFile) {
        this.certificatePasswordFile = text(certificatePasswordFile);
    }

    public String getFederatedTokenFile() {
        return federatedTokenFile;
    }

    public void setFederatedTokenFile(String federatedTokenFile) {
        this.federatedTokenFile = text(federatedTokenFile);
    }

    public String getManagedIdentity() {
        return managedIdentity;
    }

    public void setManagedIdentity(String managedIdentity) {
        this.managedIdentity = text(managedIdentity);
    }

    public String getAuthority() {
        return authority;
    }

    public void setAuthority(String authority) {
        this.authority = text(authority);
    }

    public String getScope() {
        return scope;
    }

    public void setScope(String scope) {
        this.scope = text(scope);
    }

    public GraphTokenProvider getTokenProvider() {
        return tokenProvider;
    }

    public void setTokenProvider(GraphTokenProvider tokenProvider) {
        this.tokenProvider = tokenProvider;
    }

    Identity identity() {
        return new Identity(tenantId, clientId, Secret.of("clientSecret", clientSecret, clientSecretFile), certificate,
                Secret.of("certificatePassword", certificatePassword, certificatePasswordFile), federatedTokenFile,
                managedIdentity,
                authority == null ? cloud.authority() : authority,
                scope == null ? cloud.scope() : scope);
    }

    static String text(String value) {
        return value == null || value.isBlank() ? null : value.trim();
    }
}
