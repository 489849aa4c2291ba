package io.contactsync.microsoftgraph;

/**
 * The Microsoft clouds with a Graph service of their own. Each sets the default base URL, authority and scope.
 *
 * @see <a href="https://learn.microsoft.com/graph/deployments">National cloud deployments</a>
 */
public enum GraphCloud {

    GLOBAL("https://graph.microsoft.com", "https://login.microsoftonline.com"),
    US_GOVERNMENT("https://graph.microsoft.us", "https://login.microsoftonline.us"),
    US_GOVERNMENT_DOD("https://dod-graph.microsoft.us", "https://login.microsoftonline.us"),
    CHINA("https://microsoftgraph.chinacloudapi.cn", "https://login.chinacloudapi.cn");

    private final String graphHost;
    private final String loginHost;

    GraphCloud(String graphHost, String loginHost) {
        this.graphHost = graphHost;
        this.loginHost = loginHost;
    }

    String baseUrl() {
        return graphHost + "/v1.0";
    }

    String authority() {
        return loginHost;
    }

    String scope() {
        return graphHost + "/.default";
    }
}
