/** The connector "Feishu Hire: Create job". */
package io.feishuhire.connector.create;
