package dev.lanewise.linalg;

import dev.lanewise.linalg.LeastSquaresProperties.Problem;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Label;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

/// The laws of [LeastSquaresProperties] for rows that come in parts.
class QrAccumulatorProperties {
    @Provide
    Arbitrary<Problem> problems() {
        return new LeastSquaresProperties().problems();
    }

    /// Merged from parts of `step` rows.
    private static QrAccumulator merged(Matrix a, Matrix b, int step) {
        QrAccumulator merged = new QrAccumulator(a.cols(), b.cols());
        for (int i = 0; i < a.rows(); i += step) {
            merged.merge(new QrAccumulator(a.cols(), b.cols()).add(QrAccumulatorTest.part(a, i, step),
                    QrAccumulatorTest.part(b, i, step)));
        }
        return merged;
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("2ᵏA and 2ᵏB in parts have the bits of A and B, a second pass too, and the residual norm is scaled exactly")
    void powersOfTwo(@ForAll("problems") Problem problem, @ForAll @IntRange(min = 1, max = 20) int step) {
        QrAccumulator once = merged(problem.a(), problem.b(), step);
        Fit fit = once.solve(), refined = once.secondPass().add(problem.a(), problem.b()).refined();
        for (int k : new int[] {500, -500, 900, -900, -1000}) {
            Matrix a = TestMatrices.scaled(problem.a(), k), b = TestMatrices.scaled(problem.b(), k);
            QrAccumulator scaled = merged(a, b, step);
            assertScaled(fit, scaled.solve(), k);
            assertScaled(refined, scaled.secondPass().add(a, b).refined(), k);
        }
    }

    private static void assertScaled(Fit fit, Fit scaled, int k) {
        assertEquals(fit.rank(), scaled.rank());
        assertEquals(fit.coefficients(), scaled.coefficients());
        assertEquals(fit.condition(), scaled.condition());
        assertArrayEquals(fit.forwardErrorBounds(), scaled.forwardErrorBounds());
        for (int j = 0; j < fit.residualNorms().length; j++) {
            assertEquals(Math.scalb(fit.residualNorms()[j], k), scaled.residualNorms()[j]);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("column j of many right-hand sides has the bits of that column alone, after a second pass too")
    void columnsAlone(@ForAll("problems") Problem problem, @ForAll @IntRange(min = 1, max = 20) int step) {
        QrAccumulator together = merged(problem.a(), problem.b(), step);
        Matrix plain = together.solve().coefficients();
        Matrix refined = together.secondPass().add(problem.a(), problem.b()).refined().coefficients();
        for (int j = 0; j < problem.b().cols(); j++) {
            double[] b = problem.b().column(j);
            QrAccumulator alone = merged(problem.a(), Matrix.wrap(b.length, 1, b), step);
            assertArrayEquals(plain.column(j), alone.solve().x());
            assertArrayEquals(refined.column(j), alone.secondPass().add(problem.a(), b).refined().x());
        }
    }

    @Property(tries = 500, edgeCases = EdgeCasesMode.NONE)
    @Label("parts, zeros in them or not, have R and the residual of the whole")
    void mergedIsWhole(@ForAll("problems") Problem problem, @ForAll @IntRange(min = 1, max = 20) int step) {
        QrAccumulator parts = merged(problem.a(), problem.b(), step);
        Matrix r = parts.r(), a = problem.a();
        for (int j = 0; j < a.cols(); j++) {
            for (int k = 0; k <= j; k++) {
                double size = Blas.nrm2(a.column(j)) * Blas.nrm2(a.column(k));
                double difference = Blas.dot(r.column(j), r.column(k)) - Blas.dot(a.column(j), a.column(k));
                Ratios.assertSmall("RᵀR − AᵀA", Math.abs(difference), Math.max(a.rows(), a.cols()) * size);
            }
        }
        Reduction reduction = parts.reduction();
        for (int h = 0; h < problem.b().cols(); h++) {
            double length = Blas.nrm2(problem.b().column(h));
            double kept = Math.scalb(Blas.nrm2(reduction.sidesAndResiduals().column(h)), reduction.sideExponents()[h]);
            Ratios.assertSmall("‖QᵀB‖ − ‖B‖", Math.abs(kept - length), a.rows() * length);
            double[] residual = problem.b().column(h);
            Matrix x = parts.solve().coefficients();
            Blas.gemv(-1.0, a, x.column(h), 1.0, residual);
            double size = length + Blas.nrm2(a.array()) * Blas.nrm2(x.column(h));
            Ratios.assertSmall("residual norm", Math.abs(Blas.nrm2(residual) - parts.solve().residualNorms()[h]), Math
                    .max(a.rows(), a.cols()) * size);
        }
    }

    @Property(tries = 200, edgeCases = EdgeCasesMode.NONE)
    @Label("a ridge of 0 changes no bit, and rows of zeros leave the residual where it was")
    void nothingAdded(@ForAll("problems") Problem problem, @ForAll @IntRange(min = 1, max = 20) int step) {
        QrAccumulator once = merged(problem.a(), problem.b(), step);
        assertEquals(once.solve().coefficients(), once.ridge(0.0).solve().coefficients());
        QrAccumulator more = once.copy().merge(new QrAccumulator(once.cols(), once.sides()).add(Matrix.zeros(3, once
                .cols()), Matrix.zeros(3, once.sides())));
        assertEquals(once.rows() + 3, more.rows());
        double[] expected = once.solve().residualNorms(), norms = more.solve().residualNorms();
        for (int j = 0; j < norms.length; j++) {
            double size = Blas.nrm2(problem.b().column(j));
            assertEquals(expected[j], norms[j], 0x1p-40 * size);
        }
    }
}
