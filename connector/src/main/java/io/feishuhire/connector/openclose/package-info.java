/** The connector "Feishu Hire: Open or close job". */
package io.feishuhire.connector.openclose;
