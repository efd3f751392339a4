package org.keywarden.pages;

import com.ibm.icu.text.MessagePattern;
import com.ibm.icu.text.MessagePattern.ArgType;
import com.ibm.icu.text.MessagePattern.Part;
import com.ibm.icu.text.PluralRules;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.keywarden.platform.message.Languages;

/** What stands in the braces of a message. */
final class MessageArguments {

    private MessageArguments() {}

    /** Each as {@code "0 PLURAL"}; those that decide by a word with their words. */
    static Set<String> of(String text) {
        var pattern = new MessagePattern(text);
        return starts(pattern)
                .mapToObj(i -> name(pattern, i) + " " + kind(pattern, i))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The cases of each plural, without those for one number, such as {@code =0}. */
    static List<Set<String>> plurals(String text) {
        var pattern = new MessagePattern(text);
        return starts(pattern)
                .filter(i -> pattern.getPart(i).getArgType().hasPluralStyle())
                .mapToObj(i -> cases(pattern, i))
                .toList();
    }

    /** The cases that a plural has in a language. */
    static Set<String> pluralsOf(Locale language) {
        return new TreeSet<>(PluralRules.forLocale(Languages.formats(language)).getKeywords());
    }

    private static IntStream starts(MessagePattern pattern) {
        return IntStream.range(0, pattern.countParts())
                .filter(i -> pattern.getPartType(i) == Part.Type.ARG_START);
    }

    private static String name(MessagePattern pattern, int start) {
        return pattern.getSubstring(pattern.getPart(start + 1));
    }

    private static String kind(MessagePattern pattern, int start) {
        var type = pattern.getPart(start).getArgType();
        return type == ArgType.SELECT ? type + " " + cases(pattern, start) : type.toString();
    }

    private static Set<String> cases(MessagePattern pattern, int start) {
        var cases = new TreeSet<String>();
        int end = pattern.getLimitPartIndex(start);
        for (int i = start + 1; i < end; i++) {
            if (pattern.getPartType(i) == Part.Type.ARG_SELECTOR) {
                cases.add(pattern.getSubstring(pattern.getPart(i)));
            } else if (pattern.getPartType(i) == Part.Type.MSG_START) {
                i = pattern.getLimitPartIndex(i); // what is inside has its own cases
            }
        }
        cases.removeIf(name -> name.startsWith("="));
        return cases;
    }
}
