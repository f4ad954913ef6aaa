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

    World(InstantSource clock, int journalSize) {
        jobs = new Jobs(clock, DefaultWorld.TEAM);
        advertisements = new Advertisements(clock, journalSize, jobs, postings, guesses);
        jobPosts = new JobPosts(clock, websites, jobs, postings, guesses);
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

    synchronized void reset() {
        guesses.reset();
        postings.clear();
        websites.clear();
        jobs.clear();
        advertisements.clear();
        DefaultWorld.fill(this);
    }
}
