package dev.lanewise.linalg;

/// Tall least-squares problems: superblocks of 65,536 rows by their index, each turned into a triangle of its own, and the
/// triangles merged from left to right. Superblocks are independent of each other, so that it is free who does them and
/// when.
///
/// **Method**: J. Demmel, L. Grigori, M. Hoemmen and J. Langou, *Communication-optimal parallel and sequential QR and LU
/// factorizations*, SIAM J. Sci. Comput. 34 (2012).
final class Superblocks {
    private Superblocks() {}

    /// R, the head of QᵀB and the residuals, reading A and B once.
    static Reduction reduce(String operation, Matrix a, String sideName, Matrix b) {
        Reduction all = null;
        for (int from = 0; from < a.rows(); from += Leaf.ROWS) {
            Reduction next = superblock(operation, a, sideName, b, from);
            all = all == null ? next : Leaf.merge(all, next);
        }
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
