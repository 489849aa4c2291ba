package io.contactsync.sandbox.identity;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Under which host names the sandbox stands, as each of Microsoft's clouds has its own. Whoever calls it has to resolve
 * them to loopback.
 *
 * @param graph     host name of Graph; tokens are issued for {@code https://<graph>/.default}
 * @param authority host name of Entra ID
 * @see <a href="https://learn.microsoft.com/graph/deployments">national cloud deployments</a>
 */
public record Cloud(String graph, String authority) {
    /** The global cloud's tokens, reached under whatever name the caller uses. */
    public static final Cloud LOOPBACK = new Cloud("127.0.0.1", "127.0.0.1");
    private static final Cloud GLOBAL = new Cloud("graph.microsoft.com", "login.microsoftonline.com");
    /** Graph's application id, the same in all clouds. */
    private static final String GRAPH_ID = "00000003-0000-0000-c000-000000000000";
    private static final String NAME = "[A-Za-z0-9]([A-Za-z0-9.-]{0,251}[A-Za-z0-9])?";

    /** @throws IllegalArgumentException a sentence that names what was found */
    public Cloud {
        if (!graph.matches(NAME) || !authority.matches(NAME)) {
            throw new IllegalArgumentException(
                    "a host is a name like graph.microsoft.test, without scheme and port - was '"
                            + (graph.matches(NAME) ? authority : graph) + "'");
        }
    }

    /** The names its certificate has to hold. */
    public Set<String> names() {
        return new TreeSet<>(List.of(graph, authority, LOOPBACK.graph(), "localhost"));
    }

    /** Names as documents and tokens give them: those configured, or those of the global cloud. */
    public Cloud published() {
        return equals(LOOPBACK) ? GLOBAL : this;
    }

    /**
     * The address under which the caller's links go on.
     *
     * @param called host and port the caller used
     */
    public String graphAddress(String scheme, String called) {
        return scheme + "://" + (equals(LOOPBACK) ? called : graph + port(called));
    }

    /** As {@link #graphAddress}, for the authority. */
    public String authorityAddress(String called) {
        return "https://" + (equals(LOOPBACK) ? called : authority + port(called));
    }

    /** Whether a token for that resource is one for this cloud's Graph. */
    boolean isGraph(String resource) {
        return resource.equals("https://" + published().graph())
                || resource.equals("https://" + published().graph() + "/") || resource.equals(GRAPH_ID);
    }

    private static String port(String called) {
        int mark = called.lastIndexOf(':');
        return mark < 0 ? "" : called.substring(mark);
    }
}
