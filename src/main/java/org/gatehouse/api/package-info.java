/**
 * Automation: what administrators do, over HTTP and JSON, under {@code /api/v1}.
 *
 * <p>Start with {@link org.gatehouse.api.ApiAuthorization}: a request needs a token that was made for the API, with the scope {@code api}, of a
 * person who may customize the application. Each endpoint hands its work to {@link org.gatehouse.api.AuditedCalls}, which sees to the event, and
 * the work itself is done by the same EJB services that the other doors use. {@link org.gatehouse.api.ApiJson} refuses what it does not know,
 * because a misspelt setting that is silently dropped is a policy that is not in force. Refusals are problem details (RFC 9457).
 */
@NullMarked
package org.gatehouse.api;

import org.gatehouse.audit.AuditedCalls;
import org.jspecify.annotations.NullMarked;
