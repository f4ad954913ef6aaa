/** The playground: examples, or a diagram of one's own, to be watched and played in a browser. */
package io.feishuhire.playground;
