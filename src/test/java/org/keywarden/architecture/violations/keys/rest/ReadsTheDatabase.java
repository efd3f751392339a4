package org.keywarden.architecture.violations.keys.rest;

import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import org.keywarden.architecture.Violates;

@Violates("ADAPTERS_SEE_NO_DATABASE")
final class ReadsTheDatabase {
    @PersistenceContext EntityManager entities;
}
