package dev.lanewise.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Iterator;
import java.util.stream.Collectors;

import dev.lanewise.linalg.Fit;
import dev.lanewise.linalg.LeastSquares;
import dev.lanewise.linalg.Matrix;
import dev.lanewise.linalg.Refinement;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.hipparchus.linear.ArrayRealVector;
import org.hipparchus.linear.QRDecomposition;
import org.ojalgo.matrix.decomposition.QR;

/// How many digits does least squares hold? Solves the problems that `bench/digits.py` writes, with each library of Java,
/// and prints the coefficients, which the script compares with NIST's.
///
/// A problem is a line `name m n` and m lines of n elements of A and one of b; an answer is a line `name|library|x₀ x₁ …`,
/// or `refused` in place of x.
public final class Digits {
    private Digits() {}

    /// Answers all problems of a file.
    ///
    /// @param arguments the file
    /// @throws IOException if it cannot be read
    public static void main(String[] arguments) throws IOException {
        for (Iterator<String> lines = Files.readAllLines(Path.of(arguments[0])).iterator(); lines.hasNext();) {
            String[] head = lines.next().split(" ");
            int m = Integer.parseInt(head[1]), n = Integer.parseInt(head[2]);
            Matrix a = Matrix.zeros(m, n);
            double[] b = new double[m];
            for (int i = 0; i < m; i++) {
                double[] row = Arrays.stream(lines.next().split(" ")).mapToDouble(Double::parseDouble).toArray();
                for (int j = 0; j < n; j++) a.set(i, j, row[j]);
                b[i] = row[n];
            }
            answer(head[0], a, b);
        }
    }

    private static void answer(String name, Matrix a, double[] b) {
        Fit refined = LeastSquares.solve(a, b);
        print(name, "Lanewise, QR alone", LeastSquares.of(a).refine(Refinement.off()).solve(b).x());
        print(name, "Lanewise", refined.x());
        print(name, "Lanewise, standard errors", refined.standardErrors().array());
        print(name, "EJML 0.46.1, QR", ejml(LinearSolverFactory_DDRM.leastSquares(a.rows(), a.cols()), a, b));
        print(name, "EJML 0.46.1, pivoted QR", ejml(LinearSolverFactory_DDRM.leastSquaresQrPivot(true, false), a, b));
        print(name, "Hipparchus 4.0.3, QR", new QRDecomposition(Peers.hipparchus(a)).getSolver().solve(
                new ArrayRealVector(b)).toArray());
        QR<Double> qr = QR.R064.make(a.rows(), a.cols());
        qr.decompose(Peers.ojAlgo(a));
        print(name, "ojAlgo 57.1.0, QR", qr.getSolution(Peers.ojAlgo(b.clone())).toRawCopy1D());
    }

    /// x, or null where the solver refuses.
    private static double[] ejml(LinearSolverDense<DMatrixRMaj> solver, Matrix a, double[] b) {
        DMatrixRMaj x = new DMatrixRMaj(a.cols(), 1);
        if (!solver.setA(Peers.ejml(a).copy())) return null;
        solver.solve(Peers.ejml(b).copy(), x);
        return x.data;
    }

    private static void print(String name, String library, double[] x) {
        System.out.println(name + "|" + library + "|" + (x == null
                ? "refused"
                : Arrays.stream(x).mapToObj(Double::toString).collect(Collectors.joining(" "))));
    }
}
