package io.feishuhire.connector.faults;

import io.feishuhire.connector.faults.FaultyFeishu.Answer;
import java.util.List;

/**
 * What a server does.
 *
 * @param where how to get there
 * @param connection what happens to each connection before its first request
 * @param token the answers to the token requests; the last one is given again and again
 * @param call the answers to the call after the token; the last one is given again and again
 */
record Script(Where where, Answer connection, List<Answer> token, List<Answer> call) {

    /** How a client gets there. */
    enum Where {
        PLAIN("http://127.0.0.1:%d"),
        TLS("https://127.0.0.1:%d"),
        CLOSED_PORT("http://127.0.0.1:1"),
        UNKNOWN_HOST("https://feishu.invalid"),
        DEAF("http://127.0.0.1:%d");

        private final String url;

        Where(String url) {
            this.url = url;
        }

        String url(int port) {
            return url.formatted(port);
        }
    }

    static Script closedPort() {
        return reached(Where.CLOSED_PORT, Answers.GO_ON);
    }

    static Script unknownHost() {
        return reached(Where.UNKNOWN_HOST, Answers.GO_ON);
    }

    /** The server never accepts a connection. */
    static Script deaf() {
        return reached(Where.DEAF, Answers.GO_ON);
    }

    static Script tls(Answer connection) {
        return reached(Where.TLS, connection);
    }

    static Script connection(Answer connection) {
        return reached(Where.PLAIN, connection);
    }

    static Script token(Answer... answers) {
        return new Script(Where.PLAIN, Answers.GO_ON, List.of(answers), List.of(Answers.OK));
    }

    Script call(Answer... answers) {
        return new Script(where, connection, token, List.of(answers));
    }

    Answer onToken(int count) {
        return token.get(Math.min(count, token.size()) - 1);
    }

    Answer onCall(int count) {
        return call.get(Math.min(count, call.size()) - 1);
    }

    private static Script reached(Where where, Answer connection) {
        return new Script(where, connection, List.of(Answers.TOKEN), List.of(Answers.OK));
    }
}
