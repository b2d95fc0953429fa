package dev.lanewise.internal.kernel;

import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Tag;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// Parts follow each other from 0 to n, begin at steps, and differ by a step at most.
@Tag("once")
class CutProperties {
    @Property
    void partsCoverTheWholeInSteps(@ForAll @IntRange(max = 1000) int n, @ForAll @IntRange(min = 1, max = 70) int step,
            @ForAll @IntRange(min = 1, max = 40) int threads, @ForAll boolean finely) {
        Cut cut = finely ? Cut.finely(n, step, threads) : Cut.evenly(n, step, threads);
        int from = 0, least = n, most = 0, longest = 0;
        for (int p = 0; p < cut.parts(); p++) {
            assertEquals(from, cut.from(p));
            assertEquals(0, from % step);
            assertTrue(cut.length(p) > 0 || n == 0, "an empty part");
            least = Math.min(least, Math.ceilDiv(cut.length(p), step));
            most = Math.max(most, Math.ceilDiv(cut.length(p), step));
            longest = Math.max(longest, cut.length(p));
            from += cut.length(p);
        }
        assertEquals(n, from);
        assertTrue(longest <= cut.longest() && cut.longest() - longest < step,
                longest + " of at most " + cut.longest());
        assertTrue(most - least <= 1, "from %d to %d steps".formatted(least, most));
    }

    @Example
    void howManyParts() {
        assertEquals(3, Cut.evenly(100, 8, 3).parts());
        assertEquals(2, Cut.evenly(9, 8, 3).parts());
        assertEquals(1, Cut.evenly(0, 8, 3).parts());
        assertEquals(12, Cut.finely(100, 8, 3).parts());
        assertEquals(13, Cut.finely(100, 8, 1000).parts());
        assertEquals(1, Cut.finely(100, 8, 1).parts());
        assertEquals(40, Cut.evenly(100, 8, 3).longest());
        assertEquals(9, Cut.evenly(9, 8, 1).longest());
    }

    @Example
    void theLongestArrayThereIs() {
        Cut cut = Cut.finely(Integer.MAX_VALUE, 1, Integer.MAX_VALUE);
        assertEquals(Integer.MAX_VALUE, cut.parts());
        assertEquals(1, cut.length(cut.parts() - 1));
        assertEquals(Integer.MAX_VALUE, Cut.evenly(Integer.MAX_VALUE, 64, 3).from(3));
    }
}
