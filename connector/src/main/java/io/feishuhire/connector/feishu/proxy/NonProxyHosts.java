package io.feishuhire.connector.feishu.proxy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The hosts that are called without a proxy, by the list that Java and Camunda's connectors share: names separated by
 * {@code |}, in which {@code *} stands for any text.
 *
 * <p>No entry becomes a regular expression: one such as {@code (a*)*b} would keep a thread busy for years.
 *
 * @param entries names in lower case
 */
public record NonProxyHosts(List<String> entries) {

    static final NonProxyHosts NONE = new NonProxyHosts(List.of());

    private static final Pattern ENTRY = Pattern.compile("[a-z0-9._*:\\[\\]-]+");

    /** Makes the list unchangeable. */
    public NonProxyHosts {
        entries = List.copyOf(entries);
    }

    /** Reads the lists, and makes one of them. */
    static NonProxyHosts of(String... lists) {
        return new NonProxyHosts(Arrays.stream(lists)
                .flatMap(list -> Stream.of(list.split("\\|", -1)))
                .map(entry -> entry.strip().toLowerCase(Locale.ROOT))
                .filter(entry -> !entry.isEmpty())
                .toList());
    }

    boolean include(String host) {
        var name = host.toLowerCase(Locale.ROOT);
        return entries.stream().anyMatch(entry -> fits(entry, name));
    }

    /** Whether an entry holds a sign that no name of a host has, such as a comma. */
    boolean hasEntryThatFitsNoHost() {
        return entries.stream().anyMatch(entry -> !ENTRY.matcher(entry).matches());
    }

    /** Takes each part between two stars where it first occurs, so that nothing is ever tried twice. */
    private static boolean fits(String entry, String name) {
        var parts = entry.split("\\*", -1);
        var last = parts.length - 1;
        if (last == 0) {
            return name.equals(entry);
        }
        if (!name.startsWith(parts[0])) {
            return false;
        }
        var end = parts[0].length();
        for (var i = 1; i < last; i++) {
            var begin = name.indexOf(parts[i], end);
            if (begin < 0) {
                return false;
            }
            end = begin + parts[i].length();
        }
        return name.length() - parts[last].length() >= end && name.endsWith(parts[last]);
    }
}
