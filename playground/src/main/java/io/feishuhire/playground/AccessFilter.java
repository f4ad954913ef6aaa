package io.feishuhire.playground;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Lets only the page itself drive the playground, together with {@link TokenCheck}. Another page in the same browser
 * has another origin; a name that leads to this machine, as in DNS rebinding, is another host.
 */
final class AccessFilter extends OncePerRequestFilter {

    private static final long LARGEST_BODY = 1_000_000;

    /** Diagrams and forms come from others: whatever they hold, the browser runs none of it as script. */
    private static final String CONTENT_SECURITY_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'"
            + " 'unsafe-inline'; img-src 'self' data:; font-src 'self' data:; connect-src 'self'; form-action 'none';"
            + " frame-ancestors 'none'; base-uri 'none'";

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        response.setHeader("Content-Security-Policy", CONTENT_SECURITY_POLICY);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Referrer-Policy", "no-referrer");
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
        response.setHeader("Cache-Control", "no-store");
        if (!isOwnHost(request) || !isOwnOrigin(request)) {
            response.sendError(HttpServletResponse.SC_FORBIDDEN);
        } else if (request.getContentLengthLong() > LARGEST_BODY || isChunked(request)) {
            response.sendError(HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE);
        } else {
            chain.doFilter(request, response);
        }
    }

    private static boolean isOwnHost(HttpServletRequest request) {
        return ("127.0.0.1:" + request.getLocalPort()).equals(request.getHeader("Host"));
    }

    /** Browsers leave the origin out for a page's own reads, and name it for everything else. */
    private static boolean isOwnOrigin(HttpServletRequest request) {
        var origin = request.getHeader("Origin");
        var site = request.getHeader("Sec-Fetch-Site");
        return (origin == null || origin.equals("http://127.0.0.1:" + request.getLocalPort()))
                && (site == null || site.equals("same-origin") || site.equals("none") || isNavigation(request));
    }

    /** A link that a person has followed. It only reads, and comes without the token. */
    private static boolean isNavigation(HttpServletRequest request) {
        return request.getMethod().equals("GET") && "navigate".equals(request.getHeader("Sec-Fetch-Mode"));
    }

    /** Its size is not known before it is read. */
    private static boolean isChunked(HttpServletRequest request) {
        return request.getHeader("Transfer-Encoding") != null;
    }
}
