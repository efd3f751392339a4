package org.keywarden.architecture.violations.keys;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import org.keywarden.architecture.Violates;

@Entity
@Violates("STORAGE_STAYS_INSIDE")
public class PublicEntity {
    @Id String id = "";
}
