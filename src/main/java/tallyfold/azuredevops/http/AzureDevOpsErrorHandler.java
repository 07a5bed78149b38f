package tallyfold.azuredevops.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.web.client.ResponseErrorHandler;

/** Shows every answer to the {@link AnswerClassifier} before anybody reads it. */
final class AzureDevOpsErrorHandler implements ResponseErrorHandler {

    private final Clock clock;

    AzureDevOpsErrorHandler(Clock clock) {
        this.clock = clock;
    }

    @Override
    public boolean hasError(ClientHttpResponse response) throws IOException {
        int status = response.getStatusCode().value();
        return status < 200
                || status >= 300
                || AnswerClassifier.classify(answer(response), ApiArea.CONNECTION, null) != null;
    }

    @Override
    public void handleError(URI url, HttpMethod method, ClientHttpResponse response) throws IOException {
        ExchangeFailure failure = AnswerClassifier.classify(
                answer(response),
                ApiArea.of(url),
                RetryAfter.read(response.getHeaders().getFirst(HttpHeaders.RETRY_AFTER), clock.instant()));
        if (failure != null) {
            throw failure;
        }
    }

    private static Answer answer(ClientHttpResponse response) throws IOException {
        HttpHeaders headers = response.getHeaders();
        byte[] start;
        try (InputStream body = response.getBody()) {
            start = body.readNBytes(Answer.START_LENGTH);
        }
        return new Answer(
                response.getStatusCode().value(),
                contentType(headers.getFirst(HttpHeaders.CONTENT_TYPE)),
                headers.getFirst(HttpHeaders.LOCATION),
                headers.getFirst("X-TFS-ServiceError"),
                headers.containsHeader("X-TFS-ProcessId")
                        || headers.containsHeader("X-VSS-E2EID")
                        || headers.containsHeader("X-TFS-ServiceError"),
                new String(start, StandardCharsets.UTF_8),
                start.length == 0);
    }

    private static String contentType(@Nullable String header) {
        if (header == null) {
            return "";
        }
        int parameters = header.indexOf(';');
        return (parameters < 0 ? header : header.substring(0, parameters))
                .strip()
                .toLowerCase(Locale.ROOT);
    }
}
