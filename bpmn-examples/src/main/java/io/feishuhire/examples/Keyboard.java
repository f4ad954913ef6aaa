package io.feishuhire.examples;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** The person at the keyboard, who does what code cannot. */
final class Keyboard {

    private static final Pattern BETWEEN_NUMBERS = Pattern.compile("[^0-9]+");

    private final BufferedReader input;

    Keyboard(BufferedReader input) {
        this.input = input;
    }

    /** Waits for Enter, and tells whether it came. */
    boolean enter() {
        return line().isPresent();
    }

    /**
     * Has channels chosen from a list. Without a list, the person types their ids.
     *
     * @return what was chosen; nothing where the person chose none
     */
    List<Channel> choose(List<Channel> offered, Narrator narrator) {
        if (offered.isEmpty()) {
            narrator.detail("Type the ID of the channel (3 is the referral platform), and press Enter:");
            return numbers().stream().map(id -> new Channel(id, id)).toList();
        }
        IntStream.range(0, offered.size())
                .forEach(index -> narrator.detail(
                        "%3d  %s".formatted(index + 1, offered.get(index).name())));
        narrator.detail("Type the number in front of the channel, or several with commas, and press Enter:");
        var chosen = numbers();
        return IntStream.range(0, offered.size())
                .filter(index -> chosen.contains(Integer.toString(index + 1)))
                .mapToObj(offered::get)
                .toList();
    }

    private List<String> numbers() {
        return line().stream()
                .flatMap(text -> Arrays.stream(BETWEEN_NUMBERS.split(text)))
                .filter(number -> !number.isEmpty())
                .toList();
    }

    private Optional<String> line() {
        try {
            return Optional.ofNullable(input.readLine());
        } catch (IOException noKeyboard) {
            throw new UncheckedIOException(noKeyboard);
        }
    }
}
