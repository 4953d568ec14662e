package org.gatehouse.query.syntax;

/** One name as it was written. */
public record Name(String text, Position position) {}
