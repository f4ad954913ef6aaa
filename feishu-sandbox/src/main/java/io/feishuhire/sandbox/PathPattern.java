package io.feishuhire.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A path as Feishu's pages write it, such as {@code /open-apis/hire/v1/jobs/:job_id/recruiter}. */
final class PathPattern {

    private static final String VARIABLE = ":";

    private final String[] segments;

    private PathPattern(String[] segments) {
        this.segments = segments;
    }

    static PathPattern of(String path) {
        return new PathPattern(path.split("/", -1));
    }

    /** The values of the variables by their names, still percent-encoded, if the path is one of these. */
    Optional<Map<String, String>> match(String path) {
        var given = path.split("/", -1);
        if (given.length != segments.length) {
            return Optional.empty();
        }
        var values = new LinkedHashMap<String, String>();
        for (var position = 0; position < given.length; position++) {
            var segment = segments[position];
            if (segment.startsWith(VARIABLE) && !given[position].isEmpty()) {
                values.put(segment.substring(1), given[position]);
            } else if (!segment.equals(given[position])) {
                return Optional.empty();
            }
        }
        return Optional.of(values);
    }
}
