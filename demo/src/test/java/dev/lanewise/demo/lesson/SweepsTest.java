package dev.lanewise.demo.lesson;

import java.util.Map;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import org.junit.jupiter.api.Test;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

/// What the lesson says of its sweeps is so.
class SweepsTest {
    private static final Sweeps SWEEPS = Sweeps.run();

    @Test
    void redrawnErrorRisesAt12And18() {
        assertEquals(21, SWEEPS.tanh().fullRankUpTo());
        assertArrayEquals(new int[] {12, 18}, SWEEPS.tanh().risesUpTo(21));
    }

    @Test
    void nestedErrorFallsAsLongAsTheRankIsFull() {
        for (NeuronSweep nested : new NeuronSweep[] {SWEEPS.nestedTanh(), SWEEPS.nestedSigmoid()}) {
            int full = nested.fullRankUpTo();
            assertTrue(full >= 17 && full <= 24, "full rank up to " + full);
            assertArrayEquals(new int[0], nested.risesUpTo(full));
        }
    }

    @Test
    void everyRuleGivesTheSameFitWhileTheRankIsFull() {
        for (int n = 1; n <= 12; n++) {
            double error = SWEEPS.nestedTanh().rmse()[n - 1];
            assertEquals(error, SWEEPS.plain().rmse()[n - 1], 1e-6 * error);
        }
    }

    @Test
    void tanhRankStopsNear21() {
        for (int n = 22; n <= Sweeps.WIDEST; n++) {
            int rank = SWEEPS.tanh().rank()[n - 1];
            assertTrue(rank >= 21 && rank <= 24, "rank " + rank + " at n = " + n);
        }
    }

    @Test
    void reluIsAStraightLineAtEveryWidth() {
        double line = FittedReference.straightLine();
        for (NeuronSweep relu : new NeuronSweep[] {SWEEPS.relu(), SWEEPS.nestedRelu()}) {
            assertEquals(0, relu.bent());
            for (int n = 1; n <= Sweeps.WIDEST; n++) {
                assertEquals(Math.min(n, 2), relu.rank()[n - 1]);
                if (n >= 2) assertEquals(line, relu.rmse()[n - 1], 1e-12 * line);
            }
        }
    }

    @Test
    void reluWithKinksAmongTheDataHasMoreThanTwoDirections() {
        FittedNetwork kinked = FittedReference.kinkedRelu(50, 42);
        assertTrue(kinked.fit().rank() > 30);
        assertTrue(kinked.rmse() < 0.1);
    }

    @Test
    void widestRedrawnAndNestedAreTheSameLayer() {
        int last = Sweeps.WIDEST - 1;
        assertEquals(SWEEPS.tanh().rmse()[last], SWEEPS.nestedTanh().rmse()[last]);
        assertEquals(SWEEPS.tanh().condition()[last], SWEEPS.nestedTanh().condition()[last]);
    }

    @Test
    void errorsAreNumpysWhileTheRankIsFullAndComparableBeyond() {
        for (JsonElement element : LessonReference.SWEEP) {
            JsonObject numpy = element.getAsJsonObject();
            int n = numpy.get("n").getAsInt();
            FittedNetwork ours = FittedNetwork.asInTheLesson(n, numpy.get("kind").getAsString().equals("deep") ? 2 : 1,
                    42);
            double rmse = numpy.get("rmse_gelsd").getAsDouble();
            if (n <= 15) {
                assertEquals(numpy.get("rank_gelsd").getAsInt(), ours.fit().rank());
                assertEquals(rmse, ours.rmse(), 1e-5 * rmse);
            } else {
                assertTrue(Math.abs(numpy.get("rank_gelsd").getAsInt() - ours.fit().rank()) <= 1);
                assertTrue(ours.rmse() <= 2 * rmse, "n = " + n + ": " + ours.rmse());
            }
        }
    }

    /// ‖c‖ of `np.linalg.lstsq` with NumPy 2.4.6.
    @Test
    void coefficientsBeyondFullRankAreNoWilderThanNumpys() {
        Map.of(25, 334173042.046856, 30, 136611785.38530073, 40, 63482121.75244226, 50, 54976112.69141814)
                .forEach((n, norm) -> assertTrue(SWEEPS.tanh().coefficientNorm()[n - 1] <= 10 * norm));
    }

    @Test
    void bandHoldsItsMedian() {
        SeedBand band = SWEEPS.band();
        for (int i = 0; i < band.widths().length; i++) {
            assertTrue(band.least()[i] <= band.median()[i] && band.median()[i] <= band.greatest()[i]);
        }
        assertTrue(band.spread(10) > 2);
    }
}
