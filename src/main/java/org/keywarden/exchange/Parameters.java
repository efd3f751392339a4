package org.keywarden.exchange;

import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The query of a URL that somebody else wrote. */
final class Parameters {

    private Parameters() {}

    /**
     * A URL with these parameters, each exactly once. What else its query says stays as it was
     * written, byte for byte.
     */
    static URI put(URI url, Map<String, String> parameters) {
        var text = url.toASCIIString();
        var fragment = text.indexOf('#') < 0 ? "" : text.substring(text.indexOf('#'));
        var parts = text.substring(0, text.length() - fragment.length()).split("[?]", 2);
        var others =
                Arrays.stream(parts.length == 1 ? new String[0] : parts[1].split("&"))
                        .filter(pair -> !pair.isEmpty() && !parameters.containsKey(name(pair)));
        var ours =
                parameters.entrySet().stream()
                        .map(pair -> encoded(pair.getKey()) + "=" + encoded(pair.getValue()));
        var query = Stream.concat(others, ours).collect(Collectors.joining("&"));
        return URI.create(parts[0] + "?" + query + fragment);
    }

    private static String name(String pair) {
        return URLDecoder.decode(pair.split("=", 2)[0], StandardCharsets.UTF_8);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
