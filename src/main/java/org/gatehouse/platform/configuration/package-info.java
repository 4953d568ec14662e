/**
 * Configuration by MicroProfile Config under the prefix {@code gatehouse.}.
 *
 * <p>A feature has one class that names its properties with their defaults and offers them as {@link
 * org.gatehouse.platform.configuration.ConfigurationKeys}; a key that no feature names stops the deployment, because a setting that is
 * silently ignored is a setting somebody relies on.
 */
@NullMarked
package org.gatehouse.platform.configuration;

import org.jspecify.annotations.NullMarked;
