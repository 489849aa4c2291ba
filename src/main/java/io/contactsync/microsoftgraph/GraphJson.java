package io.contactsync.microsoftgraph;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.ObjectMapper;

/** The shared JSON factory: bounded depth and lengths, no global interning, streams closed by whoever opened them. */
final class GraphJson {

    static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder().maxNestingDepth(64).maxNameLength(1024)
                    .maxStringLength(4 << 20).build())
            .disable(JsonFactory.Feature.INTERN_FIELD_NAMES)
            .disable(com.fasterxml.jackson.core.StreamReadFeature.AUTO_CLOSE_SOURCE)
            .build();

    static final ObjectMapper MAPPER = new ObjectMapper(FACTORY);

    private GraphJson() {
    }
}
