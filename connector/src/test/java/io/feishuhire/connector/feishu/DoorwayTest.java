package io.feishuhire.connector.feishu;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DoorwayTest {

    @ParameterizedTest(name = "{0} threads: {1}")
    @CsvSource({"1, 0", "2, 0", "3, 1", "4, 1", "5, 2", "7, 3", "9, 4", "10, 4", "64, 4"})
    void fewerThanHalfOfTheThreadsMayWaitAndNeverMoreThanFour(int threads, int mayWait) {
        var doorway = new Doorway(() -> threads);

        for (var one = 0; one < mayWait; one++) {
            assertThat(doorway.enter()).isTrue();
        }
        assertThat(doorway.enter()).isFalse();
    }

    @Test
    void whoLeavesMakesRoomForOneMore() {
        var doorway = new Doorway(() -> 3);
        doorway.enter();
        doorway.leave();

        assertThat(doorway.enter()).isTrue();
        assertThat(doorway.enter()).isFalse();
    }
}
