package io.contactsync.microsoftgraph;

/**
 * Where access tokens come from. The component's own provider uses MSAL; another one may be plugged in as option
 * tokenProvider.
 */
@FunctionalInterface
public interface GraphTokenProvider {

    /**
     * Called for every request from many threads: answer from a cache.
     *
     * @param rejected the token Graph has just refused with 401, or null; a token equal to it must not be returned
     * @return a bearer token
     * @throws GraphException if there is none; {@link GraphAuthenticationException} if only a change of configuration
     * helps
     */
    String accessToken(String rejected);
}
