/** What the connector costs in the stock connector runtime. */
package io.feishuhire.benchmarks.runtime;
