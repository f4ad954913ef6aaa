/** The connector "Feishu Hire: Publish job advertisement". */
package io.feishuhire.connector.publish;
