package io.contactsync.schema;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;

/** Finds the schema of a JSON body in the description of an operation. */
final class Schemas {

    private Schemas() {
    }

    /** The request body's schema, or null. */
    static Schema<?> ofRequest(Operation operation) {
        return operation.getRequestBody() == null ? null : json(operation.getRequestBody().getContent());
    }

    /** The answer's: success is described as 2XX, all the rest as default. */
    static Schema<?> ofAnswer(OpenAPI api, Operation operation, int status) {
        ApiResponses all = operation.getResponses();
        ApiResponse answer = all.get(status / 100 + "XX") == null ? all.getDefault() : all.get(status / 100 + "XX");
        String ref = answer.get$ref();
        return json(ref == null ? answer.getContent()
                : api.getComponents().getResponses().get(ref.substring(ref.lastIndexOf('/') + 1)).getContent());
    }

    private static Schema<?> json(Content content) {
        return content == null || content.get("application/json") == null ? null
                : content.get("application/json").getSchema();
    }
}
