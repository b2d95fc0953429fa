package dev.lanewise.demo;

import dev.lanewise.Lanewise;

/// x
public final class Main {
    private Main() {}

    /// y
    public static void main(String[] args) {
        System.out.println(Lanewise.VERSION + " " + args.length);
    }
}
