/** What the connector costs, beside what else one could use. Each class with a {@code main} measures one thing. */
package io.feishuhire.benchmarks;
