package org.gatehouse.extension.running;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.BeanProperty;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.ContextualDeserializer;
import com.fasterxml.jackson.databind.deser.std.FromStringDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import com.fasterxml.jackson.databind.type.TypeFactory;
import com.fasterxml.jackson.databind.util.LRUMap;
import com.fasterxml.jackson.databind.util.LookupCache;
import java.io.IOException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Values of a deployment's types as JSON and back. Each deployment has a mapper of its own: a mapper remembers every class that it has seen, and is thrown away with them.
 */
final class JavaValues {
    private final JsonMapper mapper;

    JavaValues(ClassLoader loader) {
        SimpleModule plain = new SimpleModule();
        text(plain, LocalDate.class, LocalDate::parse);
        text(plain, Instant.class, text -> OffsetDateTime.parse(text).toInstant());
        text(plain, OffsetDateTime.class, OffsetDateTime::parse);
        text(plain, Duration.class, Duration::parse);
        plain.addSerializer(new OptionalWriter());
        plain.addDeserializer(Optional.class, new OptionalReader(null));
        mapper = JsonMapper.builder()
                .typeFactory(TypeFactory.defaultInstance().withClassLoader(loader).withCache(types()))
                .enable(MapperFeature.ACCEPT_CASE_INSENSITIVE_PROPERTIES)
                .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES, DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .defaultPropertyInclusion(JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.ALWAYS))
                .withConfigOverride(Optional.class, it -> it.setIncludeAsProperty(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.ALWAYS)))
                .addModule(plain)
                .build();
    }

    /** A value as JSON. */
    JsonNode json(@Nullable Object value) {
        return mapper.valueToTree(value);
    }

    /**
     * JSON as a value; a missing node is null, or empty where the type is an {@code Optional}.
     *
     * @throws IllegalArgumentException if it does not fit
     */
    @Nullable Object value(JsonNode json, Type type) {
        if (type instanceof ParameterizedType optional && optional.getRawType() == Optional.class) {
            return json.isMissingNode() || json.isNull() ? Optional.empty() : Optional.ofNullable(value(json, optional.getActualTypeArguments()[0]));
        }
        return json.isMissingNode() || json.isNull() ? null : mapper.convertValue(json, mapper.getTypeFactory().constructType(type));
    }

    /** A JSON object as a map. */
    Map<String, Object> map(JsonNode json) {
        return mapper.convertValue(json, new TypeReference<Map<String, Object>>() {});
    }

    /** A memory of types of its own; the usual one is the whole server's. */
    private static LookupCache<Object, JavaType> types() {
        return new LRUMap<>(16, 200);
    }

    private static <T> void text(SimpleModule module, Class<T> type, Function<String, T> parser) {
        module.addSerializer(type, ToStringSerializer.instance);
        module.addDeserializer(type, new Reader<>(type, parser));
    }

    /** Reads a type from its text. */
    private static final class Reader<T> extends FromStringDeserializer<T> {
        private static final long serialVersionUID = 1;

        private final transient Function<String, T> parser;

        Reader(Class<T> type, Function<String, T> parser) {
            super(type);
            this.parser = parser;
        }

        @Override
        protected T _deserialize(String text, DeserializationContext context) throws IOException {
            try {
                return parser.apply(text);
            } catch (DateTimeException e) {
                @SuppressWarnings("unchecked") // The context answers null or a value of the type that it is asked for.
                T handled = (T) context.handleWeirdStringValue(_valueClass, text, "there is no such day, time or duration");
                return handled;
            }
        }
    }

    /** Writes what an {@code Optional} holds. */
    private static final class OptionalWriter extends StdSerializer<Optional<?>> {
        private static final long serialVersionUID = 1;

        OptionalWriter() {
            super(Optional.class, false);
        }

        @Override
        public boolean isEmpty(SerializerProvider provider, Optional<?> value) {
            return value.isEmpty();
        }

        @Override
        public void serialize(Optional<?> value, JsonGenerator out, SerializerProvider provider) throws IOException {
            if (value.isPresent()) {
                provider.defaultSerializeValue(value.get(), out);
            } else {
                out.writeNull();
            }
        }
    }

    /** Reads what an {@code Optional} holds; nothing and null are empty. */
    private static final class OptionalReader extends StdDeserializer<Optional<?>> implements ContextualDeserializer {
        private static final long serialVersionUID = 1;

        private final @Nullable JavaType content;

        OptionalReader(@Nullable JavaType content) {
            super(Optional.class);
            this.content = content;
        }

        @Override
        public JsonDeserializer<?> createContextual(DeserializationContext context, @Nullable BeanProperty property) {
            return new OptionalReader(context.getContextualType().containedTypeOrUnknown(0));
        }

        @Override
        public Optional<?> deserialize(JsonParser parser, DeserializationContext context) throws IOException {
            return Optional.ofNullable(context.readValue(parser, content));
        }

        @Override
        public Optional<?> getNullValue(DeserializationContext context) {
            return Optional.empty();
        }

        @Override
        public Object getAbsentValue(DeserializationContext context) {
            return Optional.empty();
        }
    }
}
