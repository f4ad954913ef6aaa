package io.feishuhire.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeyboardTest {

    private static final List<Channel> OFFERED =
            List.of(new Channel("内推平台", "3"), new Channel("社招官网", "71"), new Channel("校园招聘官网", "72"));

    private final ByteArrayOutputStream output = new ByteArrayOutputStream();

    @ParameterizedTest
    @ValueSource(strings = {"1,3\n", "1, 3\n", "1，3\n", " 1 3 \n"})
    void channelsAreChosenByTheirNumbers(String typed) {
        assertThat(choose(OFFERED, typed)).extracting(Channel::id).containsExactly("3", "72");
    }

    @ParameterizedTest
    @ValueSource(strings = {"4\n2\n", "two\n2\n", "\n2\n", "1,9\n2\n", "-1\n0\n2\n"})
    void aWrongLineIsAskedForAgain(String typed) {
        assertThat(choose(OFFERED, typed)).extracting(Channel::id).containsExactly("71");
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("Type numbers from 1 to 3");
    }

    @Test
    void withoutAListAnIdIsTypedUntilItHasDigitsOnly() {
        assertThat(choose(List.of(), "social\n7301\n")).extracting(Channel::id).containsExactly("7301");
        assertThat(output.toString(StandardCharsets.UTF_8)).contains("digits only");
    }

    @Test
    void afterTheEndOfInputNothingIsChosen() {
        assertThat(choose(OFFERED, "9\n")).isEmpty();
    }

    private List<Channel> choose(List<Channel> offered, String typed) {
        var narrator = new Narrator(new PrintStream(output, true, StandardCharsets.UTF_8));
        return new Keyboard(new BufferedReader(new StringReader(typed))).choose(offered, narrator);
    }
}
