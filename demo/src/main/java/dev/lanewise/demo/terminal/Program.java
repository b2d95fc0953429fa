package dev.lanewise.demo.terminal;

import java.io.BufferedOutputStream;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import dev.lanewise.demo.report.OutputException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// One run of the program: command line in, exit code out, and a sentence on stderr for whatever goes wrong.
public final class Program {
    private static final int FAILURE = 1;
    private static final int USAGE = 2;

    /// Shows where an unexpected failure comes from: `-Dlanewise.trace=true`.
    private static final String TRACE = "lanewise.trace";

    /// What stays with `lanewise` itself; every other first word that is an option belongs to the default command.
    private static final Set<String> OWN_OPTIONS = Set.of("-h", "--help", "-V", "--version");

    private final String defaultCommand;
    private final StandardOutput stdout = new StandardOutput();
    private final PrintWriter out;
    private final PrintWriter err;
    private final CommandLine commandLine;

    /// A program about to run.
    ///
    /// @param command the picocli command at the root
    /// @param defaultCommand the name of the subcommand that runs where none is named
    public Program(Object command, String defaultCommand) {
        this.defaultCommand = defaultCommand;
        out = writer(new BufferedOutputStream(stdout));
        err = writer(System.err);
        commandLine = new CommandLine(command).setOut(out).setErr(err)
                .setExpandAtFiles(false).setUsageHelpWidth(100)
                .registerConverter(int.class, Numbers::wholeInt)
                .registerConverter(Integer.class, Numbers::wholeInt).registerConverter(long.class, Numbers::whole)
                .registerConverter(double.class, Numbers::decimal)
                .setParameterExceptionHandler(this::misused)
                .setExecutionExceptionHandler(this::failed)
                .setExecutionStrategy(this::execute);
    }

    private static PrintWriter writer(OutputStream stream) {
        return new PrintWriter(new OutputStreamWriter(stream, StandardCharsets.UTF_8), true);
    }

    /// Lets options name the constants of an enum in any case.
    ///
    /// @param type the enum
    /// @param <E> the enum
    /// @return this program
    public <E extends Enum<E>> Program named(Class<E> type) {
        return named(type, List.of(type.getEnumConstants()), E::name);
    }

    /// Lets options name some values of a type in any case.
    ///
    /// @param type the type
    /// @param values what may be named
    /// @param name the name of a value
    /// @param <T> the type
    /// @return this program
    public <T> Program named(Class<T> type, List<T> values, Function<T, String> name) {
        commandLine.registerConverter(type, new NameOf<>(values, name));
        return this;
    }

    /// Runs a command line.
    ///
    /// @param args the words of the command line
    /// @return the exit code: 0, 2 for wrong usage or input, 1 for anything else that failed
    public int run(String[] args) {
        int code;
        try {
            code = commandLine.execute(withCommand(args));
        } catch (OutOfMemoryError e) {
            code = say("lanewise: there is not enough memory for this (%s)".formatted(e.getMessage()), e, FAILURE);
        } catch (Throwable e) {
            code = failed(e);
        }
        out.flush();
        err.flush();
        return stdout.failed() ? unwritten(code) : code;
    }

    private String[] withCommand(String[] args) {
        if (args.length > 0 && (!args[0].startsWith("-") || OWN_OPTIONS.contains(args[0]))) return args;
        List<String> words = new ArrayList<>(Arrays.asList(args));
        words.addFirst(defaultCommand);
        return words.toArray(String[]::new);
    }

    private int execute(ParseResult parsed) {
        try {
            Integer helped = CommandLine.executeHelpRequest(parsed);
            if (helped != null) return helped;
            Version.backend(); // fails here, before any work, where one was asked for that cannot be had
        } catch (InputException e) {
            return failed(e);
        }
        return new CommandLine.RunLast().execute(parsed);
    }

    private int misused(ParameterException e, String[] args) {
        String name = e.getCommandLine().getCommandSpec().qualifiedName();
        String sentence = e instanceof UnmatchedArgumentException unmatched ? sentence(unmatched) : e.getMessage();
        return say("%s: %s%n(%s --help shows what there is.)".formatted(name, sentence, name), e, USAGE);
    }

    private static String sentence(UnmatchedArgumentException e) {
        String word = e.getUnmatched().getFirst();
        boolean isCommand = e.getCommandLine().getParent() == null;
        if (!e.isUnknownOption() && !isCommand) return "one argument too many: '%s'".formatted(word);
        List<String> near = e.getSuggestions().stream().limit(2).toList();
        return "unknown %s '%s'%s".formatted(e.isUnknownOption() ? "option" : "command", word,
                near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
    }

    private int failed(Exception e, CommandLine command, ParseResult parsed) {
        return failed(e);
    }

    private int failed(Throwable e) {
        if (e instanceof InputException) return say("lanewise: " + e.getMessage(), e, USAGE);
        if (e instanceof OutputException output) {
            return say("lanewise: " + e.getMessage(), e, output.placeIsWrong() ? USAGE : FAILURE);
        }
        String message = e.getMessage() == null ? "" : ": " + e.getMessage().lines().findFirst().orElse("");
        return say("lanewise: this went wrong inside the program (%s%s); -D%s=true shows where".formatted(
                e.getClass().getSimpleName(), message, TRACE), e, FAILURE);
    }

    private int unwritten(int code) {
        if (!stdout.readerIsGone()) {
            say("lanewise: standard output cannot be written (%s)".formatted(stdout.reason()), null, FAILURE);
        }
        return code == 0 ? FAILURE : code;
    }

    private int say(String sentence, Throwable e, int code) {
        err.println(sentence);
        if (e != null && Boolean.getBoolean(TRACE)) e.printStackTrace(err);
        err.flush();
        return code;
    }
}
