package org.keywarden.browser;

import com.microsoft.playwright.Page;
import java.util.Optional;
import java.util.function.Consumer;
import org.keywarden.testing.Account;
import org.keywarden.testing.Bench;

/**
 * A picture of the documentation.
 *
 * @param name of its files
 * @param path of the page
 * @param scene what has to be there before
 * @param steps what is done on the page before the picture is taken
 */
record Shot(String name, String path, Scene scene, Consumer<Page> steps) {

    /** Who looks, if anybody is signed in, with all that this person is to see. Made once, however many look at it. */
    @FunctionalInterface
    interface Scene {
        Optional<Account> prepare(Bench bench);
    }

    private static final Scene NOBODY = bench -> Optional.empty();

    /** Of a page as somebody sees it who is not signed in. */
    static Shot of(String name, String path) {
        return new Shot(name, path, NOBODY, page -> {});
    }

    Shot in(Scene other) {
        return new Shot(name, path, other, steps);
    }

    Shot after(Consumer<Page> others) {
        return new Shot(name, path, scene, others);
    }

    @Override
    public String toString() {
        return name;
    }
}
