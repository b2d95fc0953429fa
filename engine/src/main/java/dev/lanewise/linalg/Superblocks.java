package dev.lanewise.linalg;

import dev.lanewise.concurrent.Workers;

/// Tall least-squares problems: superblocks of 65,536 rows by their index, each turned into a triangle of its own, and the
/// triangles merged from left to right. Superblocks are independent of each other, so that it is free who does them and
/// when.
///
/// **Method**: J. Demmel, L. Grigori, M. Hoemmen and J. Langou, *Communication-optimal parallel and sequential QR and LU
/// factorizations*, SIAM J. Sci. Comput. 34 (2012).
final class Superblocks {
    /// Fused multiply-adds in a nanosecond, roughly.
    private static final double MULTIPLY_ADDS = 10.0;

    private Superblocks() {}

    /// R, the head of QᵀB and the residuals, reading A and B once. Until they are merged the triangles take n/65,536 of
    /// the memory of A.
    static Reduction reduce(String operation, Matrix a, String sideName, Matrix b, Workers workers) {
        Reduction[] blocks = new Reduction[Math.ceilDiv(a.rows(), Leaf.ROWS)];
        double nanos = (double) a.rows() * a.cols() * a.cols() / MULTIPLY_ADDS;
        workers.run(blocks.length, nanos, p -> blocks[p] = superblock(operation, a, sideName, b, p * Leaf.ROWS));
        Reduction all = blocks[0];
        for (int p = 1; p < blocks.length; p++) all = Leaf.merge(all, blocks[p]);
        return all;
    }

    /// The superblock that begins with row `from`.
    private static Reduction superblock(String operation, Matrix a, String sideName, Matrix b, int from) {
        int block = Leaf.block(a.cols());
        int rows = Math.min(Leaf.ROWS, a.rows() - from);
        int height = rows <= block
                ? Math.max(rows, Panels.count(a.cols()) * Panels.WIDTH)
                : block + Panels.count(a.cols()) * Panels.WIDTH;
        Leaf leaf = new Leaf(operation, sideName, a.cols(), b.cols(), height);
        leaf.add(a, b, from, rows, 0);
        if (leaf.pending() > 0) leaf.factor((long) from + rows - leaf.pending());
        return leaf.reduction();
    }
}
