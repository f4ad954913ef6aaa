package io.feishuhire.monitoring;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The meters of a runtime, against what the sandbox saw. */
@ExtendWith(OneRuntime.class)
class MetersInStockRuntimeTest {

    @Test
    void dump(MonitoredRuntime runtime) throws Exception {
        Files.writeString(Path.of("target/scrape.prom"), runtime.scrape().text());
        Files.writeString(Path.of("target/runtime.log"), runtime.log());
    }
}
