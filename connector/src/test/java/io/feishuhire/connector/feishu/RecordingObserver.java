package io.feishuhire.connector.feishu;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** Notes what it hears. */
final class RecordingObserver implements FeishuObserver {

    private final List<String> heard = new CopyOnWriteArrayList<>();
    private final Map<String, Level> limits = new ConcurrentHashMap<>();
    private volatile Level seats;

    /** In its order, without limits and seats. */
    List<String> heard() {
        return List.copyOf(heard);
    }

    Level limit(String call) {
        return limits.get(call);
    }

    Level seats() {
        return seats;
    }

    @Override
    public void requested(String call, RequestOutcome outcome, Duration time) {
        heard.add("requested " + call + ": " + outcome + " in " + time);
    }

    @Override
    public void waited(String call, Duration time) {
        heard.add("waited " + call + ": " + time);
    }

    @Override
    public void fetchedToken(Optional<FailureKind> failure) {
        heard.add("token: " + failure.map(FailureKind::name).orElse("OK"));
    }

    @Override
    public void looked(String call, LookOutcome outcome) {
        heard.add("looked " + call + ": " + outcome);
    }

    @Override
    public void limits(String call, Level requestsPerSecond) {
        if (limits.put(call, requestsPerSecond) != null) {
            throw new IllegalStateException("Heard twice: " + call);
        }
    }

    @Override
    public void seats(Level known) {
        seats = known;
    }
}
