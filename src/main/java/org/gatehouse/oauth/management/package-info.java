/** The operator's door to the authorization server: MBeans for apps, connections and signing keys. Each operation leaves its event. */
@NullMarked
package org.gatehouse.oauth.management;

import org.jspecify.annotations.NullMarked;
