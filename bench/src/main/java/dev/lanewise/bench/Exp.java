package dev.lanewise.bench;

import dev.lanewise.internal.kernel.Elementwise;
import dev.lanewise.math.ArrayMath;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.hipparchus.util.FastMath;
import org.ojalgo.function.constant.PrimitiveMath;
import org.openjdk.jmh.annotations.Benchmark;

/// How fast is yᵢ = e^xᵢ? Ours is within 0.65 ulp, `Math.exp` and the vector function within 1.
public class Exp extends LibraryFunctionQuestion {
    /// States the question.
    public Exp() {
        super(ArrayMath::exp, Elementwise.EXP, 4, Math::exp, VectorMath::exp, PrimitiveMath.EXP, FastMath::exp);
    }

    @Override
    void compareOthers(double[] expected, double ulps) {
        super.compareOthers(expected, ulps);
        agrees("ejml", ulps, expected, () -> ejml().data);
    }

    @Benchmark
    public DMatrixRMaj ejml() {
        DMatrixRMaj results = Peers.ejml(y);
        CommonOps_DDRM.elementExp(Peers.ejml(x), results);
        return results;
    }
}
