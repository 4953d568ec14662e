package org.gatehouse.extension.running;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The guide shows the code that is compiled, deployed and called by tests, and no other. */
class DeveloperGuideTest {
    @Test
    void theGuideShowsTheSampleAsItIs() throws IOException {
        String guide = Files.readString(Path.of("src/site/markdown/developer.md"));

        assertThat(guide).contains("```java\n" + Files.readString(Path.of("src/test/java/com/example/visits/VisitTools.java")) + "```");
    }
}
