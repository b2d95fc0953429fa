/// The lesson: neural networks as f(x) = σ(W₂σ(W₁x + b₁) + b₂), what they can approximate, and what it takes.
///
/// Each part has a record that computes and keeps what was found, and a chapter that tells it in words, tables and
/// pictures. [Lesson][dev.lanewise.demo.lesson.Lesson] puts them in order.
package dev.lanewise.demo.lesson;
