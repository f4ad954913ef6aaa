package io.feishuhire.examples;

import io.feishuhire.examples.People.Answer;
import io.feishuhire.examples.People.Decision;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The person who wants an advertisement to be online, as the quickstart plays that person. */
final class Requester {

    private static final String REQUEST = "prepare-request";

    private final Example example;
    private final QuickstartFeishu feishu;
    private final Narrator narrator;

    Requester(Example example, QuickstartFeishu feishu, Narrator narrator) {
        this.example = example;
        this.feishu = feishu;
        this.narrator = narrator;
    }

    /** Fills in the first form of an example. */
    Decision requestPublication(InstanceVariables variables) {
        var channels = chooseChannels(variables);
        if (channels.isEmpty()) {
            narrator.detail("No channel was chosen. The instance waits at the task.");
            return new Decision(Answer.LEFT_OPEN, Map.of());
        }
        var advertisement = feishu.advertisementIds().getFirst();
        narrator.detail("We take advertisement %s and choose %s.".formatted(advertisement, Channel.namesOf(channels)));
        var request = new HashMap<String, Object>();
        request.put("requestDecision", "submit");
        request.put("advertisementId", advertisement);
        if (example == Example.PUBLISH_TO_CHANNELS) {
            request.put("channels", Channel.idsOf(channels));
        } else {
            request.put("jobChannelId", channels.getFirst().id());
            request.put("reason", "A position has become free");
        }
        return new Decision(Answer.DONE, request);
    }

    /** Reads in the last form of {@code publish-with-approval} where the advertisement is online. */
    Decision seeResult(InstanceVariables variables) {
        var status = variables.ofSubProcess("tell-requester", "advertisementStatus");
        var publication = variables.ofProcess("publication");
        tell(
                status.path("channelName")
                        .asText(publication.path("jobChannelId").asText()),
                status.path("state").asText(),
                status.path("url").asText(publication.path("url").asText()));
        return new Decision(Answer.DONE, Map.of());
    }

    /** Reads the same of every channel in the last form of {@code publish-to-channels}. */
    Decision seeResults(InstanceVariables variables) {
        variables
                .ofProcess("results")
                .forEach(result -> tell(
                        result.path("channelName")
                                .asText(result.path("jobChannelId").asText()),
                        result.path("state").asText(),
                        result.path("url").asText("")));
        return new Decision(Answer.DONE, Map.of());
    }

    private List<Channel> chooseChannels(InstanceVariables variables) {
        var offered = Channel.in(variables.ofSubProcess(REQUEST, "choices"));
        if (offered.isEmpty()) {
            var reason = variables.ofSubProcess(REQUEST, "listError");
            narrator.detail("The form cannot offer the channels, and says why (variable listError):");
            narrator.detail("  " + reason.path("message").asText());
        } else {
            narrator.detail("The form offers the channels by name: " + Channel.namesOf(offered) + ".");
        }
        var chosen = feishu.choose(offered, narrator);
        return example == Example.PUBLISH_TO_CHANNELS
                ? chosen
                : chosen.stream().limit(1).toList();
    }

    private void tell(String channel, String state, String url) {
        narrator.detail(channel
                + switch (state) {
                    case "LIVE" -> ": online.";
                    case "NOT_SEEN" -> ": published, but not seen yet.";
                    case "UNKNOWN" -> ": published; whether it can be seen is not known.";
                    default -> ": not published.";
                });
        if (!url.isEmpty()) {
            narrator.detail("  " + url);
            feishu.open(url).ifPresent(title -> narrator.detail("  We open the link. The page says: " + title));
        }
    }
}
