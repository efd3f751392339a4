package org.keywarden.providers;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/** Finds the numbers that put things into an order. */
final class Places {

    /** Room for what an administrator wants to put in between by the API. */
    private static final int DISTANCE = 10;

    private Places() {}

    /**
     * Numbers for things in the order that they shall have, each greater than the one before. They are
     * those that they have now; one that two of them have says nothing about their order, so that the
     * second gets the next one.
     *
     * @param present the numbers that they have now, in any order
     */
    static List<Integer> of(List<Integer> present) {
        var places = new ArrayList<Integer>();
        long next = Integer.MIN_VALUE;
        for (var number : present.stream().sorted().toList()) {
            var place = Math.max(number, next);
            if (place > Integer.MAX_VALUE) {
                return afresh(present.size());
            }
            places.add((int) place);
            next = place + 1;
        }
        return places;
    }

    private static List<Integer> afresh(int count) {
        return IntStream.range(0, count).mapToObj(i -> i * DISTANCE).toList();
    }
}
