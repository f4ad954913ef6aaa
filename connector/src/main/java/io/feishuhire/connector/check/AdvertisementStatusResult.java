package io.feishuhire.connector.check;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import io.feishuhire.connector.feishu.AdvertisementStatus;
import io.feishuhire.connector.feishu.CheckRequest;
import io.feishuhire.connector.feishu.JobChannelId;
import io.feishuhire.connector.feishu.JobPost;
import io.feishuhire.connector.mapping.ChannelName;
import io.feishuhire.connector.mapping.UtcTimestamp;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * The connector's result, the process variable {@code advertisementStatus}. What is unknown is absent, not null.
 *
 * @param state {@code LIVE}, {@code NOT_SEEN} or {@code UNKNOWN}; see {@link AdvertisementStatus.State}
 * @param reason why; see {@link AdvertisementStatus.Reason}
 * @param advertisementId the advertisement that was looked for
 * @param seenAdvertisementId what its id is on the website, where it was found by its job under another; else absent
 * @param jobChannelId the channel that was looked at; absent when there was none
 * @param channelName what people call the channel, for example {@code 社招官网 (Careers)}; absent when it is not known
 * @param websiteId the website's own id; absent when the channel is no website
 * @param url the address of the advertisement, for candidates; absent when it is not online, or has none
 * @param jobId the job of the advertisement; absent, as all that follows, when the advertisement was not seen
 * @param jobTitle what the advertisement is called
 * @param jobCode the code of the job; absent when it has none
 * @param jobActive whether the job is open
 * @param jobExpiresAt when the job expires, ISO-8601 in UTC with milliseconds; absent when it never does
 * @param publishedBefore for {@code ONLY_PUBLISH_RECORDS}: whether it was published there before
 * @param scopes for {@code PERMISSION_MISSING}: the permissions that Feishu asks for
 * @param checkedAt when it was looked for, ISO-8601 in UTC with milliseconds
 */
@JsonInclude(Include.NON_NULL)
public record AdvertisementStatusResult(
        String state,
        String reason,
        String advertisementId,
        String seenAdvertisementId,
        String jobChannelId,
        String channelName,
        String websiteId,
        String url,
        String jobId,
        String jobTitle,
        String jobCode,
        Boolean jobActive,
        String jobExpiresAt,
        Boolean publishedBefore,
        List<String> scopes,
        String checkedAt) {

    static AdvertisementStatusResult of(CheckRequest request, AdvertisementStatus status) {
        var post = status.post();
        return new AdvertisementStatusResult(
                status.state().name(),
                status.reason().name(),
                request.advertisementId().value(),
                text(post.filter(it -> !it.id().equals(request.advertisementId().value())), JobPost::id),
                status.channelId().map(JobChannelId::value).orElse(null),
                ChannelName.of(status.channelName()),
                status.websiteId().orElse(null),
                status.link().orElse(null),
                text(post, JobPost::jobId),
                text(post, JobPost::title),
                text(post, JobPost::jobCode),
                post.map(JobPost::jobActive).orElse(null),
                post.flatMap(JobPost::jobExpiresAt).map(UtcTimestamp::of).orElse(null),
                status.publishedBefore().orElse(null),
                status.scopes().isEmpty() ? null : status.scopes(),
                UtcTimestamp.of(status.checkedAt()));
    }

    private static String text(Optional<JobPost> post, Function<JobPost, String> field) {
        return post.map(field).filter(text -> !text.isEmpty()).orElse(null);
    }
}
