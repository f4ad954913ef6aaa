/** Bulks at the limit, and what they do to other connectors in the same runtime. */
package io.feishuhire.benchmarks.bulk;
