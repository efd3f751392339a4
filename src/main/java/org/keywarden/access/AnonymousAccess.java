package org.keywarden.access;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Opens one route to callers without a credential. A credential that is sent nevertheless is
 * verified, and its type and scopes are checked as everywhere. The tests hold a list of these routes.
 */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface AnonymousAccess {}
