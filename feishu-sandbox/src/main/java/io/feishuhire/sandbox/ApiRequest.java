package io.feishuhire.sandbox;

/**
 * A request as it came in.
 *
 * @param path without the query
 * @param query what follows the question mark, or an empty text
 * @param authorization the header of that name, or null
 */
record ApiRequest(String method, String path, String query, String authorization, String body) {

    static ApiRequest of(String method, String url, String authorization, String body) {
        var question = url.indexOf('?');
        return question < 0
                ? new ApiRequest(method, url, "", authorization, body)
                : new ApiRequest(method, url.substring(0, question), url.substring(question + 1), authorization, body);
    }
}
