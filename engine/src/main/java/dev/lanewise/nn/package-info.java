/// Small feed-forward networks f(x) = σ(W₂σ(W₁x + b₁) + b₂), random hidden layers, and readouts fitted to them.
package dev.lanewise.nn;
