/** Looks before the first job whether app, address, permissions and settings fit the connectors. */
package io.feishuhire.doctor;
