/** What developers get wrong: code that fails, hangs, keeps state, or reaches past permissions. */
@NullMarked
package com.example.rough;

import org.jspecify.annotations.NullMarked;
