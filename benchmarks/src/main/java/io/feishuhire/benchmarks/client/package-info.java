/** What the connector's client costs beside other clients, without an engine or a runtime. */
package io.feishuhire.benchmarks.client;
