/**
 * Between Camunda and the Feishu client: reads what a modeler filled in, and turns failures into what the error
 * expression of the element template branches on.
 */
package io.feishuhire.connector.mapping;
