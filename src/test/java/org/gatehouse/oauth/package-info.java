/** The sample world of the OAuth tests. */
@NullMarked
package org.gatehouse.oauth;

import org.jspecify.annotations.NullMarked;
