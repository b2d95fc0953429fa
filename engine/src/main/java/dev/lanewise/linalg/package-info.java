/// Dense matrices, the BLAS operations on them, and least squares by Householder QR.
package dev.lanewise.linalg;
