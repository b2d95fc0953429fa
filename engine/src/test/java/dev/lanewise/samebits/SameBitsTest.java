package dev.lanewise.samebits;

import java.util.Map;

import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertEquals;

/// The first promise: every result has the same bits in every backend. These checksums are asserted in each run of the
/// suite, scalar and at each vector width, and by [BackendTest] in interpreted and C1-only JVMs.
///
/// A change here changes what users compute. It needs a reason, and a line in the changelog.
class SameBitsTest {
    static final Map<String, Long> CHECKSUMS = Map.of(
            "vectors", 2300932406032629026L,
            "products", 3083968597475061529L,
            "functions", 4320702656653755146L,
            "activations", 7669860740251322478L,
            "networks", -1203089560759695769L,
            "random", -1384661107462859550L,
            "least squares", 5688937486436335391L);

    @Test
    void theCorpusHasTheBitsThatItHadEverywhere() {
        Map<String, Long> actual = Corpus.checksums();
        CHECKSUMS.forEach((name, sum) -> assertEquals(sum, actual.get(name), name));
        assertEquals(CHECKSUMS.keySet(), actual.keySet());
    }
}
