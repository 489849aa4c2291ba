package io.contactsync.run;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.ser.std.StdDelegatingSerializer;
import com.fasterxml.jackson.databind.util.StdConverter;
import io.contactsync.core.ContactKey;
import io.contactsync.core.Reach;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;

/** How the records of a run are written as JSON: by their members, times in ISO 8601, keys and reaches in one text. */
public final class ReportJson {

    private static final ObjectMapper MAPPER = JsonMapper.builder().addModule(texts())
            .addMixIn(RunReport.class, HeadFirst.class)
            .visibility(PropertyAccessor.ALL, Visibility.NONE).visibility(PropertyAccessor.FIELD, Visibility.ANY)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    /** What a list of runs needs comes first, so that the rest need not be read. Changes have a file of their own. */
    @JsonPropertyOrder({"id", "kind", "plan", "deed", "instance", "began", "took", "exit", "totals", "sources", "holds",
            "causes", "moved", "problems", "unlisted",
            "notes", "requests", "throttled", "journal", "drift", "beats", "mailboxes"})
    @JsonIgnoreProperties("changes")
    private abstract static class HeadFirst {
    }

    private ReportJson() {
    }

    /** Reads and writes them; shared, and not to be configured. */
    public static ObjectMapper mapper() {
        return MAPPER;
    }

    private static SimpleModule texts() {
        SimpleModule module = new SimpleModule("texts");
        text(module, Instant.class, Instant::parse);
        text(module, Duration.class, Duration::parse);
        text(module, Reach.class, Reach::parse);
        text(module, ContactKey.class, ContactKey::parse);
        module.addSerializer(ContactKey.class, new StdDelegatingSerializer(ContactKey.class,
                new StdConverter<ContactKey, String>() {
            @Override
            public String convert(ContactKey key) {
                return key.text();
            }
        }));
        return module;
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parse) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new StdDeserializer<T>(type) {
            private static final long serialVersionUID = 1L;

            @Override
            public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
                String text = json.getValueAsString("");
                try {
                    return parse.apply(text);
                } catch (RuntimeException bad) {
                    throw context.weirdStringException(text, type, bad.getMessage());
                }
            }
        });
    }
}
