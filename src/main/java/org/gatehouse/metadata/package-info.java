/**
 * What objects there are: their fields, their relationships, where their records are stored.
 *
 * <p>Start with {@link org.gatehouse.metadata.ObjectCatalog}. The catalog is an immutable snapshot, read from the database when metadata has
 * changed and never by a request. Names are looked up without regard to case, as in SOQL, and always answered in their defined spelling.
 * Objects are data, not classes: an entity class per object would need a deployment for every new field.
 */
@NullMarked
package org.gatehouse.metadata;

import org.jspecify.annotations.NullMarked;
