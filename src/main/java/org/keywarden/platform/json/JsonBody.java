package org.keywarden.platform.json;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import jakarta.inject.Inject;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.keywarden.platform.problem.Problem;
import org.keywarden.platform.problem.ProblemException;
import org.keywarden.platform.problem.ValidationException;

/** Reads and writes JSON bodies; what cannot be read is a clear 400. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces({MediaType.APPLICATION_JSON, Problem.MEDIA_TYPE})
public class JsonBody implements MessageBodyReader<Object>, MessageBodyWriter<Object> {

    @Inject ObjectMapper mapper;

    @Override
    public boolean isReadable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
        return isJson(media);
    }

    @Override
    public boolean isWriteable(Class<?> type, Type generic, Annotation[] on, MediaType media) {
        return isJson(media);
    }

    private static boolean isJson(MediaType media) {
        return media.getSubtype().equals("json") || media.getSubtype().endsWith("+json");
    }

    /**
     * {@code null} for an empty body.
     *
     * @throws ProblemException 400 {@code MALFORMED_JSON} or {@code VALIDATION_FAILED}
     */
    @Override
    public @Nullable Object readFrom(
            Class<Object> type,
            Type generic,
            Annotation[] on,
            MediaType media,
            MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        try (var parser = mapper.createParser(body)) {
            if (parser.nextToken() == null) {
                return null;
            }
            Object value = mapper.readValue(parser, mapper.constructType(generic));
            if (parser.nextToken() != null) {
                throw malformed();
            }
            return value;
        } catch (MismatchedInputException e) {
            throw wrongType(e);
        } catch (ValueInstantiationException e) {
            throw new ValidationException(
                    field(e), "UNKNOWN_VALUE", "is not one of the known values");
        } catch (JsonMappingException e) {
            throw whileReading(e);
        } catch (JacksonException | CharConversionException e) {
            throw malformed();
        }
    }

    /** Jackson wraps whatever happens while it reads a field. */
    private static ProblemException whileReading(JsonMappingException e) {
        if (e.getCause() instanceof ProblemException refusal) {
            return refusal; // the body has grown too large
        }
        return e.getCause() instanceof InputCoercionException ? wrongType(e) : malformed();
    }

    private static ProblemException wrongType(JsonMappingException e) {
        return new ValidationException(field(e), "WRONG_TYPE", "has a wrong type or value");
    }

    private static ProblemException malformed() {
        return new ProblemException(400, "MALFORMED_JSON", "The body is not well-formed JSON.");
    }

    @Override
    public void writeTo(
            Object value,
            Class<?> type,
            Type generic,
            Annotation[] on,
            MediaType media,
            MultivaluedMap<String, Object> headers,
            OutputStream body)
            throws IOException {
        body.write(mapper.writeValueAsBytes(value));
    }

    /** The path to the value, such as {@code scopes[0]}. */
    private static String field(JsonMappingException e) {
        return e.getPath().stream()
                .map(
                        step ->
                                step.getFieldName() == null
                                        ? "[" + step.getIndex() + "]"
                                        : "." + step.getFieldName())
                .collect(Collectors.joining())
                .replaceFirst("^\\.", "");
    }
}
