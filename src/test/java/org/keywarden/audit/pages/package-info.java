@org.jspecify.annotations.NullMarked
package org.keywarden.audit.pages;
