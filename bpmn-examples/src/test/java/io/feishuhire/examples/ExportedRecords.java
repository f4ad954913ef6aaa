package io.feishuhire.examples;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;

/** The records of a cluster, from the lines of JSON that Camunda's {@code DebugLogExporter} writes to its log. */
final class ExportedRecords {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String START_OF_RECORD = "{\"partitionId\"";

    private final Queue<JsonNode> records = new ConcurrentLinkedQueue<>();
    private final CompletableFuture<Void> reading;

    private ExportedRecords(InputStream log, Path copy) {
        reading = CompletableFuture.runAsync(
                () -> read(log, copy), task -> Thread.ofVirtual().start(task));
    }

    /** Reads on until the log ends, and keeps all of it in a file. */
    static ExportedRecords readFrom(InputStream log, Path copy) {
        return new ExportedRecords(log, copy);
    }

    /** Returns the records so far that an element of a process instance gave rise to. */
    List<JsonNode> of(long instance, String valueType, String intent, String elementId) {
        return records.stream()
                .filter(record -> record.path("valueType").asText().equals(valueType)
                        && record.path("intent").asText().equals(intent)
                        && record.path("value").path("elementId").asText().equals(elementId)
                        && record.path("value").path("processInstanceKey").asLong() == instance)
                .toList();
    }

    void awaitEnd() {
        reading.join();
    }

    private void read(InputStream log, Path copy) {
        try (var lines = new BufferedReader(new InputStreamReader(log, StandardCharsets.UTF_8));
                var writer = Files.newBufferedWriter(copy)) {
            for (var line = lines.readLine(); line != null; line = lines.readLine()) {
                writer.write(line);
                writer.newLine();
                keepRecord(line);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void keepRecord(String line) throws JsonProcessingException {
        int start = line.indexOf(START_OF_RECORD);
        if (start >= 0) {
            records.add(JSON.readTree(line.substring(start)));
        }
    }
}
