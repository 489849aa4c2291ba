package io.contactsync.kamelet;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.apache.camel.Endpoint;
import org.apache.camel.component.kamelet.KameletComponent;

/**
 * Camel's Kamelets, with parameters that {@link LiteralParameters} wrote: an address can hold no other character of
 * theirs.
 */
public final class LiteralKamelets extends KameletComponent {

    private static final String MARK = "literal:";

    /** The value in a form that no address cuts or changes. */
    static String escape(String value) {
        return MARK + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    @Override
    protected Endpoint createEndpoint(String uri, String remaining, Map<String, Object> parameters) throws Exception {
        parameters.replaceAll((name, value) -> value instanceof String text && text.startsWith(MARK)
                ? unescape(text.substring(MARK.length())) : value);
        return super.createEndpoint(uri, remaining, parameters);
    }

    /**
     * Where a Kamelet's placeholder is resolved, a backslash that begins the value is taken for the escape of a
     * placeholder, and left out.
     */
    private static String unescape(String text) {
        String value = URLDecoder.decode(text, StandardCharsets.UTF_8);
        return value.startsWith("\\") ? "\\" + value : value;
    }
}
