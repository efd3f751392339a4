package org.keywarden.architecture.violations.keys;

/** Breaks no rule; others break one by knowing it. */
public final class Innocent {}
