/**
 * How administrators make and change objects and fields.
 *
 * <p>Start with {@link org.gatehouse.metadata.design.ObjectService}. What an administrator writes ({@code ObjectSettings}, {@code
 * FieldSettings}) becomes an {@link org.gatehouse.metadata.ObjectDefinition}; {@code CatalogCheck} looks at the whole catalog as it would be
 * then and refuses what means nothing; only then are tables and definitions written. Managed and mapped objects take the same way, except that
 * nobody makes a table for a mapped one.
 *
 * <p>H2 commits at every change of a table, PostgreSQL does not. So what is added to the database is added before the definition that names it,
 * and a row of {@code retired_storage} goes before both: a change that is cut short leaves a table or column that no caller can reach and that
 * the administrator can purge, and doing it again succeeds because a name that is taken gets a number. Deleting an object or a field deletes
 * its definition only. Its data stays, retired, until it is purged: the alternative, dropping at once, turns one wrong click into a restore
 * from backup.
 *
 * <p>Columns carry no NOT NULL and no defaults of the administrator's: those are rules for whoever writes a record, may change while
 * records exist, and must not outlive the field in a column that nobody fills any more.
 */
@NullMarked
package org.gatehouse.metadata.design;

import org.jspecify.annotations.NullMarked;
