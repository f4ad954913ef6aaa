package io.feishuhire.sandbox;

import com.github.tomakehurst.wiremock.common.Notifier;
import com.github.tomakehurst.wiremock.core.Options;
import com.github.tomakehurst.wiremock.core.WireMockConfiguration;
import com.github.tomakehurst.wiremock.extension.requestfilter.AdminRequestFilterV2;
import com.github.tomakehurst.wiremock.extension.requestfilter.RequestFilterAction;
import com.github.tomakehurst.wiremock.http.AdminRequestHandler;
import com.github.tomakehurst.wiremock.http.HttpHeader;
import com.github.tomakehurst.wiremock.http.HttpHeaders;
import com.github.tomakehurst.wiremock.http.Request;
import com.github.tomakehurst.wiremock.http.ResponseDefinition;
import com.github.tomakehurst.wiremock.http.StubRequestHandler;
import com.github.tomakehurst.wiremock.jetty11.Jetty11HttpServer;
import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.ServeEvent;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.util.List;

/** WireMock as a bare HTTP server: no journal, no admin API, no files of the working directory, no log. */
final class WireMockOptions {

    /** A delayed reply holds a thread; threads are made when needed. */
    private static final int THREADS = 256;

    private WireMockOptions() {}

    static WireMockConfiguration of(SandboxSettings settings, RequestHandler requestHandler) {
        return WireMockConfiguration.options()
                .bindAddress(settings.host())
                .port(settings.port())
                .containerThreads(THREADS)
                // Upgraded connections have no faults in WireMock.
                .http2PlainDisabled(true)
                .gzipDisabled(true)
                .useChunkedTransferEncoding(Options.ChunkedEncodingPolicy.BODY_FILE)
                .httpServerFactory((options, admin, stubs) -> new Server(options, admin, stubs, requestHandler))
                .disableRequestJournal()
                .stubRequestLoggingDisabled(true)
                .maxLoggedResponseSize(1)
                .notifier(new Silence())
                .mappingSource(new NoMappings())
                .extensions(requestHandler, new NoAdminApi());
    }

    /**
     * Stops listening before it closes connections. WireMock does it the other way round, and a client that connects
     * again in between would wait for ever on a connection that stays open.
     */
    private static final class Server extends Jetty11HttpServer {
        private final RequestHandler requestHandler;

        Server(Options options, AdminRequestHandler admin, StubRequestHandler stubs, RequestHandler requestHandler) {
            super(options, admin, stubs);
            this.requestHandler = requestHandler;
        }

        @Override
        public void stop() {
            httpConnector.close();
            requestHandler.close();
            super.stop();
        }
    }

    /** WireMock's admin API could replace what the sandbox answers. */
    private static final class NoAdminApi implements AdminRequestFilterV2 {
        @Override
        public RequestFilterAction filter(Request request, ServeEvent event) {
            var headers = new HttpHeaders(new HttpHeader("Content-Type", "text/plain; charset=utf-8"));
            return RequestFilterAction.stopWith(new ResponseDefinition(
                    404,
                    null,
                    "404 page not found",
                    null,
                    null,
                    null,
                    headers,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    true));
        }

        @Override
        public String getName() {
            return "no-admin-api";
        }
    }

    private static final class Silence implements Notifier {
        @Override
        public void info(String message) {}

        @Override
        public void error(String message) {}

        @Override
        public void error(String message, Throwable cause) {}
    }

    private static final class NoMappings implements MappingsSource {
        @Override
        public void loadMappingsInto(StubMappings stubMappings) {}

        @Override
        public void save(List<StubMapping> stubMappings) {}

        @Override
        public void save(StubMapping stubMapping) {}

        // Deprecated in WireMock, and abstract all the same.
        @Override
        @SuppressWarnings("removal")
        public void remove(StubMapping stubMapping) {}

        @Override
        public void removeAll() {}
    }
}
