package org.gatehouse.oauth.bearer;

import org.gatehouse.identity.Assurance;
import org.gatehouse.identity.Caller;

/**
 * The connection behind a token, standing.
 *
 * @param assurance how surely the person was recognised when they connected
 */
record Connection(Caller caller, Assurance assurance) {}
