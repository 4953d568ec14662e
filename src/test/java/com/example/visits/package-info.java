/** A company's own tools: the sample of the developer's guide, in a WAR of its own beside Gatehouse. */
@NullMarked
package com.example.visits;

import org.jspecify.annotations.NullMarked;
