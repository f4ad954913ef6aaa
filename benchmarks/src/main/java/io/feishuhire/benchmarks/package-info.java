/** Measurements of the connector. Each class with a {@code main} method is one of them. */
package io.feishuhire.benchmarks;
