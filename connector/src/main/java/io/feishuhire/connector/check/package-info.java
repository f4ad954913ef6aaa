/** The connector "Feishu Hire: Check job advertisement". */
package io.feishuhire.connector.check;
