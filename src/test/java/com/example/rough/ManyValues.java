package com.example.rough;

import java.util.List;
import java.util.stream.IntStream;
import org.gatehouse.extension.CompletePrompt;
import org.gatehouse.extension.Prompt;

/** Completes an argument with more values than an answer may have. */
public class ManyValues {
    @Prompt(description = "Counts to a number.")
    public String prepareVisit(String account) {
        return "Count to " + account + ".";
    }

    @CompletePrompt("prepareVisit")
    public List<String> numbers(String account) {
        return IntStream.range(0, 150).mapToObj(number -> account + number).toList();
    }
}
