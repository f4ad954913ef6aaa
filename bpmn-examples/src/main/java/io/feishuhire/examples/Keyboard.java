package io.feishuhire.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The person at the keyboard, who does what code cannot. */
final class Keyboard {

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[,，、;；\\s]+");
    private static final Pattern DIGITS = Pattern.compile("[0-9]+");

    private final BufferedReader input;

    Keyboard(BufferedReader input) {
        this.input = input;
    }

    /** Waits for Enter, and tells whether it came. */
    boolean enter() {
        return line().isPresent();
    }

    /**
     * Has channels chosen from a list. Without a list, the person types their ids. What cannot be read is asked for
     * again.
     *
     * @return what was chosen; empty when the input has ended
     */
    List<Channel> choose(List<Channel> offered, Narrator narrator) {
        if (offered.isEmpty()) {
            narrator.detail("Type the ID of the channel (3 is the referral platform), and press Enter:");
            return numbers(number -> true, "An ID consists of digits only. Type it again:", narrator).stream()
                    .map(id -> new Channel(id, id))
                    .toList();
        }
        IntStream.range(0, offered.size())
                .forEach(index -> narrator.detail(
                        "%3d  %s".formatted(index + 1, offered.get(index).name())));
        narrator.detail("Type the number in front of the channel, or several with commas, and press Enter:");
        var places = IntStream.rangeClosed(1, offered.size())
                .mapToObj(Integer::toString)
                .toList();
        var chosen = numbers(
                places::contains,
                "Type numbers from 1 to " + offered.size() + ", with commas between them, and press Enter:",
                narrator);
        return IntStream.range(0, offered.size())
                .filter(index -> chosen.contains(places.get(index)))
                .mapToObj(offered::get)
                .toList();
    }

    private List<String> numbers(Predicate<String> isMeant, String otherwise, Narrator narrator) {
        for (var line = line(); line.isPresent(); line = line()) {
            var numbers =
                    Arrays.stream(BETWEEN_NUMBERS.split(line.get().strip())).toList();
            if (numbers.stream().allMatch(number -> DIGITS.matcher(number).matches() && isMeant.test(number))) {
                return numbers;
            }
            narrator.detail(otherwise);
        }
        return List.of();
    }

    /** The next line; empty when there is no more. */
    Optional<String> line() {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException noKeyboard) {
            throw new UncheckedIOException(noKeyboard);
        }
    }
}
