/**
 * What all connectors share towards Camunda: credentials and connection as inputs, raw values, and failures as the
 * error expression of the element templates branches on them.
 */
package io.feishuhire.connector.mapping;
