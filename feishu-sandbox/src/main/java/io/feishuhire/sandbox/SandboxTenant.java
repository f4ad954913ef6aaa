package io.feishuhire.sandbox;

import java.time.Instant;
import java.util.List;

/** The tenant behind a sandbox, as a test sets it up: websites, jobs, advertisements, people and lists. */
abstract sealed class SandboxTenant extends SandboxGuesses permits SandboxObservation {

    private final World world;

    SandboxTenant(Apps apps, World world) {
        super(apps, world);
        this.world = world;
    }

    /** Sets the switch 通过 API 同步职位. Off, publishing fails with 1002613. */
    public void apiSync(boolean enabled) {
        world.change(() -> world.advertisements().apiSync(enabled));
    }

    /**
     * Closes the job of an advertisement. All advertisements of the job go offline everywhere, and publishing one fails
     * with 1002609.
     *
     * @throws IllegalArgumentException if the id is not a string of digits
     */
    public void closeJob(String advertisementId) {
        set(advertisementId, Advertisements.State.CLOSED);
    }

    /**
     * Opens the job of an advertisement again, and makes the advertisement compliant. What was online before is not,
     * unless {@link #bringBackByReopening} says so.
     *
     * @throws IllegalArgumentException if the id is not a string of digits
     */
    public void reopenJob(String advertisementId) {
        set(advertisementId, Advertisements.State.OPEN);
    }

    /**
     * Lets the publishing of an advertisement fail with 1002624, not compliant.
     *
     * @throws IllegalArgumentException if the id is not a string of digits
     */
    public void rejectAsNotCompliant(String advertisementId) {
        set(advertisementId, Advertisements.State.NOT_COMPLIANT);
    }

    /**
     * Adds a recruitment website. One with the same id is replaced.
     *
     * @param jobChannelId what to publish to
     * @param zhName the Chinese name; null for a website that has no such field, or an empty text
     * @param enName the English name, likewise
     * @throws IllegalArgumentException if an id is not a string of digits
     */
    public void addWebsite(String websiteId, String jobChannelId, String zhName, String enName) {
        var website = new Website(websiteId, jobChannelId, new LocalizedName(zhName, enName), List.of(1, 2));
        world.change(() -> world.websites().add(website));
    }

    /** Removes all websites. What was published to their channels stays there. */
    public void clearWebsites() {
        world.change(world.websites()::clear);
    }

    /**
     * Adds an open job that never expires. One with the same id is replaced. An advertisement that no job declares has
     * a job of its own.
     *
     * @param advertisementIds the advertisements that belong to it from now on
     * @throws IllegalArgumentException if an id is not a string of digits
     */
    public void addJob(String jobId, String code, String title, String... advertisementIds) {
        world.change(() -> world.jobs().declare(jobId, code, title, 1, List.of(advertisementIds)));
    }

    /**
     * Sets when a job expires. What Feishu does at that time is not documented: here the job and its advertisements
     * stay as they are.
     *
     * @param at the time that the calls show, or null for never
     * @throws IllegalArgumentException if there is no such job
     */
    public void expireJob(String jobId, Instant at) {
        world.change(() -> world.jobs().expire(jobId, at));
    }

    /**
     * Sets which fields of a job the tenant wants, besides those that Feishu's page does. Creating a job without one
     * fails with 1002002, and the field's name is in {@code error.field_violations}.
     *
     * @param fields names such as {@code head_count}, or the object ids of fields of the tenant's own; none for none
     */
    public void requireJobFields(String... fields) {
        world.change(() -> world.jobLife().forms().require(List.of(fields)));
    }

    /**
     * Adds an entry to a list. One with the same id is replaced.
     *
     * @param zhName the Chinese name; null for an entry that has no such field, or an empty text
     * @param enName the English name, likewise
     * @param parentId the entry above it, or null for a reply without one; only trees have one
     * @param active whether its active_status is 1; lists without that field do not show it
     * @throws IllegalArgumentException if the id is blank, or a department cannot be where it is to be
     */
    public void add(Catalogue list, String id, String zhName, String enName, String parentId, boolean active) {
        world.change(() -> world.add(list, id, new LocalizedName(zhName, enName), parentId, active));
    }

    /** Empties a list. */
    public void clear(Catalogue list) {
        world.change(() -> world.clear(list));
    }

    /**
     * Puts a department and all below it outside the data range of every app: it is in no list any more, and asking for
     * its children fails with 403/40004. The root, "0", only refuses to list its own.
     *
     * @param departmentId its open_department_id or department_id
     * @throws IllegalArgumentException if there is no such department
     */
    public void departmentOutOfRange(String departmentId) {
        world.change(() -> world.departments().outOfRange(departmentId, true));
    }

    /**
     * Adds a member of the tenant. One with the same number is replaced.
     *
     * @param number a string of digits that ends each of the ids: the open_id is {@code ou_} and it, the union_id
     *     {@code on_} and it, the user_id {@code u} and it
     * @param email what the person is found by
     * @param zhName the Chinese name; null for a person without that field, or an empty text
     * @param enName the English name, likewise
     * @throws IllegalArgumentException if the number is not a string of digits
     */
    public void addPerson(String number, String email, String zhName, String enName) {
        var person = new Person(number, new LocalizedName(zhName, enName), email, null, false);
        world.change(() -> world.people().add(person));
    }

    /**
     * Puts a person outside the data range of every app: looking the person up fails. Feishu's page of that call lists
     * no error; these are the codes of the other pages about contacts.
     *
     * @param number what the person's ids end with
     * @param code 41050, 40004 or 40014, or 0 for a person who is in range again
     * @throws IllegalArgumentException if there is no such person, or it is another code
     */
    public void personOutOfRange(String number, int code) {
        world.change(() -> world.people().outOfRange(number, code));
    }

    private void set(String advertisementId, Advertisements.State state) {
        world.change(() -> world.advertisements().set(advertisementId, state));
    }
}
