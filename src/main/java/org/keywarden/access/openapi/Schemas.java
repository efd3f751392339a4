package org.keywarden.access.openapi;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JavaType;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.introspect.BeanPropertyDefinition;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.lang.reflect.AnnotatedParameterizedType;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Field;
import java.lang.reflect.Type;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.text.Text;
import org.openapitools.jackson.nullable.JsonNullable;

/** Describes the types on the wire as the JSON mapper sees them, with their constraints. */
class Schemas {

    private final ObjectMapper mapper;
    private final Map<String, Schema> components = new LinkedHashMap<>();

    Schemas(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    /** All objects described so far, by name. */
    Map<String, Schema> components() {
        return components;
    }

    /** What a client sends: a field that may be {@code null} may be left out, too. */
    Schema ofRequest(Type type) {
        return of(mapper.constructType(type), true);
    }

    /** What a client gets. */
    Schema ofAnswer(Type type) {
        return of(mapper.constructType(type), false);
    }

    private Schema of(JavaType type, boolean request) {
        var raw = type.getRawClass();
        if (type.hasRawClass(JsonNullable.class)) {
            return of(type.containedType(0), request);
        }
        if (type.isCollectionLikeType()) {
            return schema(SchemaType.ARRAY).items(of(type.getContentType(), request));
        }
        if (type.isEnumType()) {
            var values = Arrays.stream(raw.getEnumConstants()).map(this::wireText).toList();
            return schema(SchemaType.STRING).enumeration(values);
        }
        if (raw == Instant.class) {
            return schema(SchemaType.STRING).format("date-time");
        }
        if (CharSequence.class.isAssignableFrom(raw) || isText(raw)) {
            return schema(SchemaType.STRING);
        }
        if (raw == boolean.class || raw == Boolean.class) {
            return schema(SchemaType.BOOLEAN);
        }
        if (raw == int.class || raw == Integer.class) {
            return schema(SchemaType.INTEGER).format("int32");
        }
        if (raw == long.class || raw == Long.class) {
            return schema(SchemaType.INTEGER).format("int64");
        }
        return raw == Object.class || type.isMapLikeType()
                ? schema(SchemaType.OBJECT)
                : reference(type, request);
    }

    /** A record around one text, such as an id. */
    private static boolean isText(Class<?> raw) {
        return Arrays.stream(raw.getDeclaredMethods())
                .anyMatch(method -> method.isAnnotationPresent(JsonValue.class));
    }

    private Object wireText(Object constant) {
        return mapper.convertValue(constant, String.class);
    }

    private Schema reference(JavaType type, boolean request) {
        var name = type.getRawClass().getSimpleName();
        if (!components.containsKey(name)) {
            var described = schema(SchemaType.OBJECT);
            components.put(name, described); // first, since types may contain each other
            describe(type, request, described);
        }
        return OASFactory.createSchema().ref("#/components/schemas/" + name);
    }

    private void describe(JavaType type, boolean request, Schema described) {
        var raw = type.getRawClass();
        var omitsNull = raw.getAnnotation(JsonInclude.class) != null;
        for (var property : properties(type, request)) {
            var field = field(raw, property.getInternalName());
            if (field == null) {
                continue;
            }
            if (field.isAnnotationPresent(JsonAnyGetter.class)) {
                described.setAdditionalPropertiesBoolean(true);
                continue;
            }
            var optional = isOptional(field);
            var omitted = omitsNull || field.isAnnotationPresent(JsonInclude.class);
            var schema = of(mapper.constructType(field.getGenericType()), request);
            constrain(field.getAnnotatedType(), schema);
            described.addProperty(
                    property.getName(),
                    optional && !omitted && !isNeverNull(field) ? orNull(schema) : schema);
            if (!optional || (!request && !omitted)) {
                described.addRequired(property.getName());
            }
        }
    }

    private List<BeanPropertyDefinition> properties(JavaType type, boolean request) {
        return request
                ? mapper.getDeserializationConfig().introspect(type).findProperties()
                : mapper.getSerializationConfig().introspect(type).findProperties();
    }

    /** What stands beside a reference has no effect in OpenAPI 3.0. */
    private static Schema orNull(Schema schema) {
        return schema.getRef() == null
                ? schema.nullable(true)
                : OASFactory.createSchema().nullable(true).addAllOf(schema);
    }

    private static @Nullable Field field(Class<?> type, String name) {
        return Arrays.stream(type.getDeclaredFields())
                .filter(field -> field.getName().equals(name))
                .findFirst()
                .orElse(null);
    }

    private static boolean isOptional(Field field) {
        return field.getType() == JsonNullable.class
                || field.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    /** Whether it may be left out, but not be {@code null}. */
    private static boolean isNeverNull(Field field) {
        return field.getAnnotatedType() instanceof AnnotatedParameterizedType wrapper
                && wrapper.getAnnotatedActualTypeArguments()[0].isAnnotationPresent(NotNull.class);
    }

    /** Bounds stand at the type, or inside of {@code JsonNullable} at its argument. */
    private static void constrain(AnnotatedType type, Schema schema) {
        if (type instanceof AnnotatedParameterizedType wrapper
                && wrapper.getType().getTypeName().startsWith(JsonNullable.class.getName())) {
            constrain(wrapper.getAnnotatedActualTypeArguments()[0], schema);
            return;
        }
        var text = type.getAnnotation(Text.class);
        if (text != null) {
            schema.minLength(text.min() == 0 ? null : text.min()).maxLength(text.max());
        }
        var size = type.getAnnotation(Size.class);
        if (size != null) {
            schema.minItems(size.min()).maxItems(size.max()).uniqueItems(true);
        }
        var min = type.getAnnotation(Min.class);
        var max = type.getAnnotation(Max.class);
        if (min != null && max != null) {
            schema.minimum(BigDecimal.valueOf(min.value()))
                    .maximum(BigDecimal.valueOf(max.value()));
        }
    }

    private static Schema schema(SchemaType type) {
        return OASFactory.createSchema().type(type);
    }
}
