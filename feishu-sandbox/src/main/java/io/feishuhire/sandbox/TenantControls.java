package io.feishuhire.sandbox;

import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;

/** The controls of what the tenant holds. */
final class TenantControls {

    private final World world;

    TenantControls(World world) {
        this.world = world;
    }

    void apiSync(ControlInput input) {
        world.advertisements().apiSync(input.requiredBoolean("enabled"));
    }

    void advertisement(ControlInput input) {
        var name = input.requiredText("state");
        var state = Arrays.stream(Advertisements.State.values())
                .filter(candidate -> StateView.name(candidate).equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("\"state\" is open, closed or not-compliant."));
        world.advertisements().set(input.id("advertisement_id"), state);
    }

    /** Declares a job, or lets one expire. */
    void job(ControlInput input) {
        var jobId = input.id("job_id");
        var expiry = input.has("expiresAt") ? instant(input.requiredText("expiresAt")) : null;
        if (input.has("title")) {
            world.jobs()
                    .declare(
                            jobId,
                            input.requiredText("code"),
                            input.requiredText("title"),
                            processType(input),
                            input.texts("advertisements"));
        } else if (expiry == null) {
            throw new IllegalArgumentException(
                    "A job takes \"title\", \"code\" and \"advertisements\" (a list of ids), "
                            + "or \"expiresAt\", or all of them.");
        }
        if (expiry != null) {
            world.jobs().expire(jobId, expiry);
        }
    }

    void requiredJobFields(ControlInput input) {
        world.jobLife().forms().require(input.texts("fields"));
    }

    void website(ControlInput input) {
        world.websites()
                .add(new Website(
                        input.id("website_id"), input.requiredText("jobChannelId"), name(input), List.of(1, 2)));
    }

    void clearWebsites(ControlInput input) {
        world.websites().clear();
    }

    void choice(ControlInput input) {
        world.add(
                list(input),
                input.id("id"),
                name(input),
                input.name("parentId").orElse(null),
                input.optionalBoolean("active", true));
    }

    void clearChoices(ControlInput input) {
        world.clear(list(input));
    }

    void department(ControlInput input) {
        world.departments().outOfRange(input.id("department_id"), input.requiredBoolean("outOfRange"));
    }

    /** Adds a person, or puts one out of the data range of the apps, or back. */
    void person(ControlInput input) {
        var number = input.id("number");
        if (!input.has("email") && !input.has("outOfRange")) {
            throw new IllegalArgumentException("A person takes \"email\", \"zhName\" and \"enName\", or "
                    + "\"outOfRange\" (true or false) with a \"code\".");
        }
        var code = input.optionalInt("code", 41_050);
        var out = input.optionalBoolean("outOfRange", false);
        if (input.has("email")) {
            world.people().add(new Person(number, name(input), input.requiredText("email"), null, false));
        }
        if (input.has("outOfRange")) {
            world.people().outOfRange(number, out ? code : 0);
        }
    }

    private static int processType(ControlInput input) {
        var processType = input.optionalInt("processType", 1);
        if (processType != 1 && processType != 2) {
            throw new IllegalArgumentException("\"processType\" is 1 (experienced) or 2 (campus).");
        }
        return processType;
    }

    private static Catalogue list(ControlInput input) {
        return Catalogue.named(input.id("list"))
                .orElseThrow(() -> new IllegalArgumentException("The lists are job-processes, job-types, "
                        + "job-functions, locations, subjects, job-families, job-levels, highlights and departments."));
    }

    private static LocalizedName name(ControlInput input) {
        return new LocalizedName(
                input.name("zhName").orElse(null), input.name("enName").orElse(null));
    }

    private static Instant instant(String text) {
        try {
            return Instant.parse(text);
        } catch (DateTimeException noTime) {
            throw new IllegalArgumentException("\"expiresAt\" is a time such as 2027-01-31T16:00:00Z.", noTime);
        }
    }
}
