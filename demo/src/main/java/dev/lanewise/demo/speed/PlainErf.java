package dev.lanewise.demo.speed;

/// The error function, which Java lacks: its series near 0, and 1 − e^(−z²)·P(t)/(z + 2) with t = (z − 2)/(z + 2)
/// farther out. Within some 2⁻⁵² of it.
final class PlainErf {
    /// Where the two formulas meet.
    private static final double SEAM = 0.84375;
    /// erf z/z − 1 by powers of z², from the lowest.
    private static final double[] NEAR = {0x1.06eba8214db69p-3, -0x1.812746b0379e6p-2, 0x1.ce2f21a042abep-4,
            -0x1.b82ce312814d7p-6, 0x1.565bcd0cdb858p-8, -0x1.c02db39d07bd6p-11, 0x1.f9a31749f3e9ap-14,
            -0x1.f4d0b91a356cfp-17, 0x1.b9c97c981f3bdp-20, -0x1.5e178cdf7b5b1p-23, 0x1.e7f73841b0b46p-27,
            -0x1.e79e361f54738p-31};
    /// P by powers of t, from the lowest.
    private static final double[] FAR = {0x1.058671b52c776p+0, -0x1.5fd386754eff9p-1, 0x1.1e2deea6b117fp-2,
            -0x1.2a88e6107d7a2p-5, -0x1.606e41552dcb2p-6, 0x1.a89eaff8ac912p-8, 0x1.9517bb74de31p-9,
            -0x1.b6fbf9d008be8p-11, -0x1.5ba4397824b78p-11, 0x1.20544526aaa7dp-15, 0x1.2efa567733a58p-13,
            0x1.1e747a31da53ap-15, -0x1.6c09207c9a09p-16, -0x1.0e6125db91744p-16, -0x1.2c82e8c4bef91p-20,
            0x1.e655d4bb5b6ffp-19, 0x1.0ba89501c4accp-19, 0x1.ca253243995b7p-25, -0x1.36edc4751562fp-21,
            -0x1.aed88f3a8ed45p-22, 0x1.381a17d07528ap-25, 0x1.6efd0cb49c6afp-23, 0x1.6cd18164ed0bcp-27,
            -0x1.fbf557d6ebf02p-26};

    private PlainErf() {}

    static double of(double x) {
        double z = Math.abs(x);
        if (z < SEAM) return x + x * polynomial(NEAR, z * z);
        double far = Math.exp(-z * z) * polynomial(FAR, (z - 2) / (z + 2)) / (z + 2);
        return Math.copySign(1 - far, x);
    }

    private static double polynomial(double[] coefficients, double t) {
        double sum = 0.0;
        for (int k = coefficients.length - 1; k >= 0; k--) sum = sum * t + coefficients[k];
        return sum;
    }
}
