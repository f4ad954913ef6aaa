package io.feishuhire.sandbox;

import java.time.InstantSource;
import java.util.function.Supplier;

/** What Feishu Hire and the contacts of the tenant hold. One lock guards all of it. */
final class World {

    private final Guesses guesses = new Guesses();
    private final Postings postings = new Postings();
    private final Websites websites = new Websites(guesses);
    private final Jobs jobs;
    private final Advertisements advertisements;
    private final JobPosts jobPosts;
    private final JobCalls jobCalls;
    private final JobLife jobLife;
    private final Choices choices;
    private final Departments departments = new Departments();
    private final People people = new People();

    World(InstantSource clock, int journalSize) {
        jobs = new Jobs(clock, DefaultWorld.TEAM);
        advertisements = new Advertisements(clock, journalSize, jobs, websites, postings, guesses);
        jobPosts = new JobPosts(clock, websites, jobs, postings, guesses);
        jobCalls = new JobCalls(clock, jobs, guesses);
        choices = new Choices(clock);
        var forms = new JobForms(choices, departments, people);
        jobLife = new JobLife(clock, journalSize, jobs, forms, advertisements, guesses);
    }

    /** Runs what reads the world. */
    synchronized <T> T read(Supplier<T> reading) {
        return reading.get();
    }

    /** Runs what changes the world. */
    synchronized void change(Runnable change) {
        change.run();
    }

    Guesses guesses() {
        return guesses;
    }

    Postings postings() {
        return postings;
    }

    Websites websites() {
        return websites;
    }

    Jobs jobs() {
        return jobs;
    }

    Advertisements advertisements() {
        return advertisements;
    }

    JobPosts jobPosts() {
        return jobPosts;
    }

    JobCalls jobCalls() {
        return jobCalls;
    }

    JobLife jobLife() {
        return jobLife;
    }

    Choices choices() {
        return choices;
    }

    Departments departments() {
        return departments;
    }

    People people() {
        return people;
    }

    /** An entry of the same id is replaced. */
    synchronized void add(Catalogue list, String id, LocalizedName name, String parentId, boolean active) {
        if (list == Catalogue.DEPARTMENTS) {
            departments.add(new Department(id, name, parentId == null ? Department.ROOT : parentId, !active));
        } else {
            choices.add(list, id, name, parentId, active);
        }
    }

    synchronized void clear(Catalogue list) {
        if (list == Catalogue.DEPARTMENTS) {
            departments.clear();
        } else {
            choices.clear(list);
        }
    }

    synchronized void reset() {
        guesses.reset();
        postings.clear();
        websites.clear();
        jobs.clear();
        advertisements.clear();
        jobLife.clear();
        choices.clear();
        departments.clear();
        people.clear();
        DefaultWorld.fill(this);
    }
}
