/** The quickstart: takes the example processes through Camunda and Feishu, step by step, for a newcomer to watch. */
package io.feishuhire.examples;
