/**
 * Technical ground that every feature stands on: problems, database, JSON, configuration, management. Knows no feature.
 */
@NullMarked
package org.gatehouse.platform;

import org.jspecify.annotations.NullMarked;
