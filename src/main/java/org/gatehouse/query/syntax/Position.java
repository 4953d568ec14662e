package org.gatehouse.query.syntax;

/** Where something stands in a query's text: line and column, both from 1. */
public record Position(int line, int column) {}
