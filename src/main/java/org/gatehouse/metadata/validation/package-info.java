/**
 * Validation rules: conditions over one record that say when it is wrong, and what is said then.
 *
 * <p>{@link org.gatehouse.metadata.validation.ValidationRules} has the rules of the present configuration, read and compiled once for each
 * version. Whoever writes records asks {@link org.gatehouse.metadata.validation.ObjectRules} of the object before the write. {@link
 * org.gatehouse.metadata.validation.ValidationRuleStore} is how administrators change them.
 */
@NullMarked
package org.gatehouse.metadata.validation;

import org.jspecify.annotations.NullMarked;
