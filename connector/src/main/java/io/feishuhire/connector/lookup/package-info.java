/** The connector "Feishu Hire: Look up job". */
package io.feishuhire.connector.lookup;
