/// Dense matrices, the BLAS operations on them, and least squares by Householder QR.
///
/// Start with [Matrix][dev.lanewise.linalg.Matrix] and [LeastSquares][dev.lanewise.linalg.LeastSquares];
/// [Blas][dev.lanewise.linalg.Blas] works in place. What the solver does, in its order:
///
///     ColumnScale    is all of it finite, and in a range whose squares are?
///     Observations   the rows, weighted and sorted if there are weights
///     HouseholderQr  A = QR, in Panels of eight Reflectors; tall ones by Superblocks, each a Leaf that takes rows block
///                    by block, as the QrAccumulator does
///     Ridge          √λ·I merged onto R
///     Triangle       R with its columns brought to nearly equal length
///     ReducedProblem min ‖Rx − c‖: back substitution, unless the ConditionEstimate cannot exclude deficiency;
///                    then NumericalRank on a PivotedQr and the MinimumNorm solution, or a TruncatedSvd as in NumPy
///     PreciseSystem  refines a unique x with the PreciseRows: a Refiner adds AugmentedCorrections where Q is at hand, a
///                    SeminormalSolution takes its steps from R and a Gradient where it is not, as in a SecondPass
///     Fit            x and what is known of it
package dev.lanewise.linalg;
