package dev.lanewise.demo.lesson;

import dev.lanewise.demo.report.Block;
import dev.lanewise.demo.report.Section;

import static dev.lanewise.demo.lesson.Prose.bullets;
import static dev.lanewise.demo.lesson.Prose.paragraph;

/// The universal approximation theorem: what it says, and what it does not.
final class TheoremChapter implements Chapter {
    @Override
    public String work() {
        return "remembering the theorem";
    }

    @Override
    public Section tell() {
        return Section.of("What the theorem says, and what it does not",
                paragraph("""
                        Let K be a compact part of ℝᵈ, such as a closed box, C(K) the continuous functions on it, and
                        take networks with one hidden layer and a linear output, of any width and with any weights:
                        """),
                new Block.Formula("""
                        f(x) = c₁σ(w₁·x + b₁) + … + cₙσ(wₙ·x + bₙ)      n ∈ ℕ,  wⱼ ∈ ℝᵈ,  bⱼ, cⱼ ∈ ℝ
                        """),
                paragraph("""
                        Universal approximation means that these functions are dense in C(K): for every continuous g
                        and every ε > 0 one of them stays within ε of g, everywhere on K. For which σ?
                        """),
                theorems(),
                paragraph("""
                        The last one is sharp, and it is why ReLU works: it is neither bounded nor strictly increasing,
                        but it is no polynomial either. One half is easy to see: if σ is a polynomial of degree m, then
                        every sum of σ(w·x + b) is one of degree m at most, whatever the width. IDENTITY is the case
                        m = 1, the collapse of part 2.
                        """),
                paragraph("What it needs, and what it leaves open:"),
                limits(),
                lessonsOwnWeights(),
                sources());
    }

    private static Block theorems() {
        return bullets("""
                Cybenko (1989): for continuous σ that tends to 0 at −∞ and to 1 at +∞.
                """, """
                Hornik, Stinchcombe and White (1989): for σ that never decreases and has these limits, continuous or
                not. This is the lesson's form: bounded and increasing, as sigmoid is, and tanh after shifting and
                scaling.
                """, """
                Hornik (1991): for continuous, bounded σ that is not constant.
                """, """
                Leshno, Lin, Pinkus and Schocken (1993): let σ be locally bounded, and let the closure of its
                discontinuities have measure zero. Then span{σ(w·x + b)} is dense in C(K) for every compact K if and
                only if σ is not almost everywhere a polynomial.
                """);
    }

    private static Block limits() {
        return bullets("""
                A linear output. Behind a tanh no network could leave (−1, 1), and x·sin x does.
                """, """
                Unrestricted weights. The ReLUs of part 5 had weights and biases in [0, 1) and never left the straight
                lines.
                """, """
                Unbounded width. For each ε there is some n. The theorem does not say how large, and in part 6 it was
                2ᵏ.
                """, """
                It does not say how to find the weights. It says that they exist.
                """, """
                It says nothing of random weights. Those of parts 3 to 5 were drawn before anyone looked at the
                function; theorems about random weights exist, with assumptions of their own.
                """, """
                It speaks of real numbers. In doubles the error of part 5 stopped falling where the rank stopped
                growing.
                """);
    }

    private static Block lessonsOwnWeights() {
        return paragraph("""
                For tanh there is a little more to say about the lesson's own construction. Draw infinitely many pairs
                (w, b) from the square [0, 1)²; almost surely they are dense in it. If the span of their neurons were
                not dense in C([0, 10]), some signed measure μ ≠ 0 on [0, 10] would give F(w, b) = ∫ tanh(wx + b) dμ(x)
                = 0 at all of them, hence on the square. But F is analytic on ℝ², so it would be 0 for all weights,
                against the theorem. So on paper random tanh neurons from the unit square do suffice, for tanh is
                analytic; ReLU is not, and there they do not. The price is in the condition numbers.
                """);
    }

    private static Block sources() {
        return paragraph("""
                G. Cybenko, Approximation by superpositions of a sigmoidal function, Math. Control Signals Systems 2
                (1989). K. Hornik, M. Stinchcombe, H. White, Multilayer feedforward networks are universal
                approximators, Neural Networks 2 (1989). K. Hornik, Approximation capabilities of multilayer
                feedforward networks, Neural Networks 4 (1991). M. Leshno, V. Lin, A. Pinkus, S. Schocken, Multilayer
                feedforward networks with a nonpolynomial activation function can approximate any function, Neural
                Networks 6 (1993). M. Telgarsky, Benefits of depth in neural networks, COLT (2016).
                """);
    }
}
