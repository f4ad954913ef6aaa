/** What more than one group of benchmarks uses. It knows none of them. */
package io.feishuhire.benchmarks.support;
