/** Tests of registration: against a TLS server of our own, never against the internet. */
@NullMarked
package org.gatehouse.oauth.registration;

import org.jspecify.annotations.NullMarked;
