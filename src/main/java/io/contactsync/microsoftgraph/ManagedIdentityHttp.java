package io.contactsync.microsoftgraph;

import java.net.HttpURLConnection;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

import com.microsoft.aad.msal4j.HttpRequest;
import com.microsoft.aad.msal4j.IHttpClient;
import com.microsoft.aad.msal4j.IHttpResponse;

/**
 * Carries MSAL's calls to the service on this machine that has its identity. Tokens travel in clear there: the service
 * must be on this machine. What it refuses is said here, and not by MSAL, which would log the answer.
 */
final class ManagedIdentityHttp implements IHttpClient {

    private static final String CHALLENGE = "WWW-Authenticate";
    private static final Pattern LINK_LOCAL = Pattern.compile("169\\.254\\.\\d{1,3}\\.\\d{1,3}");

    private final MsalHttp http;

    /** @param http no proxy must be on its way */
    ManagedIdentityHttp(MsalHttp http) {
        this.http = http;
    }

    @Override
    public IHttpResponse send(HttpRequest request) {
        String host = request.url().getHost();
        if (!request.url().getProtocol().equals("https") && !GraphAddress.loopback(host)
                && !LINK_LOCAL.matcher(host).matches()) {
            throw ManagedIdentityFailure.lasting("the environment leads to a managed identity on another machine, "
                    + "without TLS - was '" + host + "'", "InvalidEndpoint");
        }
        IHttpResponse response;
        try {
            response = http.send(request);
        } catch (GraphException unreachable) {
            throw ManagedIdentityFailure.unreachable(host, unreachable);
        }
        if (response.statusCode() == HttpURLConnection.HTTP_OK || isChallenge(request, response)) {
            return response;
        }
        throw ManagedIdentityFailure.refused(response.statusCode(), response.body());
    }

    /** Azure Arc wants to be shown a file first. */
    private static boolean isChallenge(HttpRequest request, IHttpResponse response) {
        Map<String, List<String>> headers = response.headers();
        return response.statusCode() == HttpURLConnection.HTTP_UNAUTHORIZED && headers.containsKey(CHALLENGE)
                && !request.headers().containsKey("Authorization");
    }
}
