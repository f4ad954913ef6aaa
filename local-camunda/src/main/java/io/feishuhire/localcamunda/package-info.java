/**
 * Camunda 8 on one's own machine, in one JVM and without containers: an engine, the stock connector runtime, and a view
 * of what a process instance did. For tests and for trying things out, never for production.
 *
 * <p>Start with {@link io.feishuhire.localcamunda.EmbeddedEngine} and
 * {@link io.feishuhire.localcamunda.ConnectorRuntime}.
 */
package io.feishuhire.localcamunda;
