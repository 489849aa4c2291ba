package io.contactsync.schema;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.interaction.ApiOperationResolver;
import com.atlassian.oai.validator.model.ApiOperationMatch;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleRequest;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.fasterxml.jackson.databind.JsonNode;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** The OpenAPI description Microsoft publishes, and what in a request or an answer is against it. */
final class OfficialSchema {
    private static final OpenAPI API = parsed();
    private final ApiOperationResolver operations = new ApiOperationResolver(API, "/", true);
    private final Properties properties = new Properties(API);
    private final OpenApiInteractionValidator validator =
            new OpenApiInteractionValidator.Builder().withApi(API).withBasePathOverride("/")
        .withLevelResolver(LevelResolver.create()
            .withLevel("validation.request.parameter.query.unexpected", ValidationReport.Level.ERROR)
            // Properties looks into this, and sees through allOf
            .withLevel("validation.request.body.schema.additionalProperties", ValidationReport.Level.IGNORE)
                            .withLevel("validation.response.body.schema.additionalProperties",
                                    ValidationReport.Level.IGNORE)
                            .build())
                    .build();

    private static OpenAPI parsed() {
        ParseOptions options = new ParseOptions();
        options.setResolve(true);
        return new OpenAPIV3Parser().read("graph/openapi-graph-contacts-subset.yaml", null, options);
    }

    /** The path with its placeholders, or null if the description has neither path nor method. */
    String template(Message message) {
        return operation(message).map(match -> match.getApiOperation().getApiPath().original()).orElse(null);
    }

    /** Names of properties whose text the schema limits: dates, GUIDs, enumerations. */
    Set<String> limited() {
        return properties.limited();
    }

    List<String> findings(Message message, JsonNode body) {
        return message.status() == 0 ? ofRequest(message, body) : ofAnswer(message, body);
    }

    private List<String> ofRequest(Message message, JsonNode body) {
        Optional<ApiOperationMatch> match = operation(message);
        if (match.isEmpty()) {
            return Allowed.path(message.path()) ? List.of() : List.of("the schema has no such path or method");
        }
        SimpleRequest.Builder request = new SimpleRequest.Builder(message.method(), message.path());
        message.headers().forEach((name, value) -> request.withHeader(name, value));
        message.query().forEach((name, value) -> {
            if (!Allowed.parameter(name) && !Allowed.select(message.path(), name)) {
                request.withQueryParam(name, value);
            }
        });
        if (message.body().length > 0) {
            request.withBody(message.body());
        }
        List<String> findings = said(validator.validateRequest(request.build()));
        if (Allowed.select(message.path(), "$select")) {
            findings.addAll(properties.unknown("microsoft.graph.user", message.query().getOrDefault("$select", "id")));
        }
        findings.addAll(properties.unknown(body, Schemas.ofRequest(match.get().getApiOperation().getOperation())));
        return findings;
    }

    /** A refusal looks the same everywhere, whether or not the path is known; what is not known must not be served. */
    private List<String> ofAnswer(Message message, JsonNode body) {
        Optional<ApiOperationMatch> match = operation(message);
        if (match.isEmpty() && message.status() < 400) {
            return Allowed.path(message.path()) ? List.of()
                    : List.of("is served, though the schema has no such path or method");
        }
        boolean unlistedCount =
                message.path().endsWith("/$count") && Allowed.path(message.path()) && message.status() < 400;
        if (unlistedCount || Allowed.empty(message)) {
            return List.of();
        }
        if (message.status() == 204) {
            return message.body().length == 0 ? List.of() : List.of("204 with a body");
        }
        SimpleResponse.Builder response =
                SimpleResponse.Builder.status(message.status()).withContentType(message.contentType());
        if (message.body().length > 0) {
            response.withBody(message.body());
        }
        boolean known = match.isPresent();
        List<String> findings = said(validator.validateResponse(known ? message.path() : "/users",
                known ? Request.Method.valueOf(message.method()) : Request.Method.GET,
            response.build()));
        Operation operation =
                match.map(each -> each.getApiOperation().getOperation()).orElse(API.getPaths().get("/users").getGet());
        findings.addAll(properties.unknown(body, Schemas.ofAnswer(API, operation, message.status())));
        return findings;
    }

    private Optional<ApiOperationMatch> operation(Message message) {
        return Optional.of(operations.findApiOperation(message.path(), Request.Method.valueOf(message.method())))
            .filter(match -> match.isPathFound() && match.isOperationAllowed());
    }

    /** What stands below an allOf, where the message itself says nothing. */
    private static String details(ValidationReport.Message message) {
        return message.getNestedMessages().stream().map(each -> "; " + each.getMessage() + details(each))
                .collect(Collectors.joining())
            + (message.getAdditionalInfo().isEmpty() ? "" : " " + message.getAdditionalInfo());
    }

    private static List<String> said(ValidationReport report) {
        List<String> said = new ArrayList<>();
        report.getMessages().stream().filter(each -> each.getLevel() == ValidationReport.Level.ERROR)
                .forEach(each -> said.add(each.getKey() + ": " + each.getMessage() + details(each)));
        return said;
    }
}
