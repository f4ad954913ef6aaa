import java.io.File;
import java.io.IOException;
import java.lang.module.ModuleDescriptor.Version;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Builds the page of the playground with npm, and says in a sentence what is missing if it cannot. With {@code --check}
 * it only looks whether it could.
 */
class BuildPage {

    private static final String OLDEST_NODE = "20.19";
    private static final Path PAGE = Path.of("page");
    private static final boolean WINDOWS = File.separatorChar == '\\';

    public static void main(String[] arguments) throws IOException, InterruptedException {
        var node = node();
        if (node.isEmpty() || isTooOld(node.get())) {
            System.out.println("The playground needs Node.js " + OLDEST_NODE + " or newer to build its page, and "
                    + node.map(version -> "the \"node\" on the PATH is " + version)
                            .orElse("there is no \"node\" on the PATH")
                    + ". Install it from https://nodejs.org, and try again.");
            System.exit(1);
        }
        if (List.of(arguments).contains("--check")) {
            return;
        }
        if (isOlder(PAGE.resolve("node_modules/.package-lock.json"), PAGE.resolve("package-lock.json"))) {
            run(List.of(npm(), "ci", "--no-audit", "--no-fund", "--loglevel=error"));
        }
        run(List.of(npm(), "run", "--silent", "build"));
    }

    /** The version of Node, such as 20.19.2, if there is one. */
    private static Optional<String> node() throws IOException, InterruptedException {
        try {
            var process = new ProcessBuilder("node", "--version").redirectErrorStream(true).start();
            var version = Pattern.compile("v(\\d+\\.\\d+\\.\\d+)")
                    .matcher(new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8));
            return process.waitFor() == 0 && version.find() ? Optional.of(version.group(1)) : Optional.empty();
        } catch (IOException notInstalled) {
            return Optional.empty();
        }
    }

    private static boolean isTooOld(String version) {
        return Version.parse(version).compareTo(Version.parse(OLDEST_NODE)) < 0;
    }

    private static boolean isOlder(Path installed, Path wanted) throws IOException {
        return !Files.exists(installed)
                || Files.getLastModifiedTime(installed).compareTo(Files.getLastModifiedTime(wanted)) < 0;
    }

    private static String npm() {
        return WINDOWS ? "npm.cmd" : "npm";
    }

    private static void run(List<String> command) throws IOException, InterruptedException {
        var process = new ProcessBuilder(command).directory(PAGE.toFile()).inheritIO().start();
        var exitCode = process.waitFor();
        if (exitCode != 0) {
            System.out.println("\"" + String.join(" ", command) + "\" failed in " + PAGE.toAbsolutePath() + ".");
            System.exit(exitCode);
        }
    }
}
