/** Tests of clients. */
@NullMarked
package org.gatehouse.oauth.client;

import org.jspecify.annotations.NullMarked;
