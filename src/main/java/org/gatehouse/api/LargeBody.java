package org.gatehouse.api;

/** A body that carries a document of somebody else, which may be longer than settings are. */
interface LargeBody {}
