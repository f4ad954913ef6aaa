/**
 * Camunda 8 on a developer's machine, in one JVM and without containers: an engine, the stock connector runtime, and a
 * view of what a process instance did. It is made for tests and trials, never for production.
 *
 * <p>Start with {@link io.feishuhire.localcamunda.LocalCamunda}.
 */
package io.feishuhire.localcamunda;
