/**
 * OpenAPI descriptions of REST services, read into operations that can be tools.
 *
 * <p>Start with {@link org.gatehouse.catalog.openapi.Description}: it reads a text (OpenAPI 3.0 or 3.1) and yields a {@link
 * org.gatehouse.catalog.openapi.DescribedOperation} for each operation, which is a tool or says why it cannot be one. {@link
 * org.gatehouse.catalog.openapi.SchemaConversion} makes JSON Schema 2020-12 of OpenAPI's schemas.
 *
 * <p>It refuses what it cannot send exactly as described (styles of parameters, bodies that are not JSON, headers that belong to the transport), texts with
 * characters that nobody sees, and schemas without end or measure. A reference that leads out of the text is refused and never followed.
 *
 * <p>The decision that shaped it: a reader of our own for the part of OpenAPI that becomes tools. The libraries that read all of it follow references
 * into the network and the file system by default, and a description comes from a third party.
 */
@NullMarked
package org.gatehouse.catalog.openapi;

import org.jspecify.annotations.NullMarked;
