/** The way through a proxy. It knows nothing of Feishu: any HTTP client of the JDK could use it. */
package io.feishuhire.connector.feishu.proxy;
