package org.keywarden.keys.rest;

/** One key. */
public record KeyAnswer(KeyView key) {}
