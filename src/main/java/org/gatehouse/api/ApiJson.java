package org.gatehouse.api;

import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyReader;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.util.List;
import org.gatehouse.platform.json.Json;
import org.gatehouse.platform.problem.Problem;
import org.gatehouse.platform.problem.ProblemException;

/** Reads and writes the bodies of the API by the application's one mapper, which refuses what it does not know. */
@Provider
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
public class ApiJson implements MessageBodyReader<Object>, MessageBodyWriter<Object> {
    private static final int MOST = 256 * 1024;
    private static final int MOST_OF_LARGE = 2 * 1024 * 1024;

    @Override
    public boolean isReadable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord();
    }

    @Override
    public Object readFrom(
            Class<Object> type, Type genericType, Annotation[] annotations, MediaType mediaType, MultivaluedMap<String, String> headers,
            InputStream body)
            throws IOException {
        int most = LargeBody.class.isAssignableFrom(type) ? MOST_OF_LARGE : MOST;
        byte[] bytes = body.readNBytes(most + 1);
        if (bytes.length > most) {
            throw new ProblemException(new Problem.LimitExceeded("The body is longer than " + most + " bytes."));
        }
        try {
            return Json.read(bytes, type);
        } catch (IOException e) {
            throw new ProblemException(new Problem.InvalidArguments(
                    "The body is not the JSON object that is expected here.", List.of(new Problem.Violation("", Json.complaint(e)))));
        }
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type.isRecord() || List.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Object value, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> headers, OutputStream body)
            throws IOException {
        headers.putSingle("Cache-Control", "no-store");
        body.write(Json.write(value));
    }
}
