/** The connector "Feishu Hire: List choices". */
package io.feishuhire.connector.choices;
