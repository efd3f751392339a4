package org.keywarden.browser;

import com.microsoft.playwright.Page;
import java.util.function.Consumer;

/**
 * A picture of the documentation.
 *
 * @param name of its files
 * @param path of the page
 * @param whole whether it shows the whole page, or what fits into the window
 * @param steps what is done on the page before the picture is taken
 */
record Shot(String name, String path, boolean whole, Consumer<Page> steps) {

    static Shot of(String name, String path) {
        return new Shot(name, path, true, page -> {});
    }

    /** Of a dialog, which stands over a part of the page. */
    Shot after(Consumer<Page> others) {
        return new Shot(name, path, false, others);
    }
}
