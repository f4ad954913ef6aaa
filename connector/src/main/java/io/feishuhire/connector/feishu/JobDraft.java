package io.feishuhire.connector.feishu;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * A job that is to be created.
 *
 * @param code its code
 * @param title its title
 * @param expiresAt when it expires; empty for never
 * @param team its people
 * @param fields all else, as the body of Feishu's call has it ("新建职位")
 */
public record JobDraft(JobCode code, String title, Optional<Instant> expiresAt, JobTeam team, ObjectNode fields) {

    /** Takes a copy of the fields. */
    public JobDraft {
        fields = fields.deepCopy();
    }

    /** Leaves the contents out. */
    @Override
    public String toString() {
        return "JobDraft[<redacted>]";
    }
}
