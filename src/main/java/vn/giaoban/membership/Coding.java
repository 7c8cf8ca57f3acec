package vn.giaoban.membership;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Words of the lists, as typed, become their codes; a word that no list knows is kept, folded, and told. */
@Component
class Coding {

    private final Words words;

    Coding(Words words) {
        this.words = words;
    }

    /** @param unknown column and word */
    Profile coded(Profile profile, BiConsumer<String, String> unknown) {
        var origin = profile.origin();
        var schooling = profile.schooling();
        return profile.from(new Profile.Origin(
                        code(Words.ETHNICITY, origin.ethnicity(), unknown),
                        code(Words.RELIGION, origin.religion(), unknown),
                        origin.nativePlace(),
                        origin.residence()))
                .learned(new Profile.Schooling(
                        schooling.occupation(),
                        code(Words.EDUCATION, schooling.education(), unknown),
                        code(Words.THEORY, schooling.theory(), unknown),
                        schooling.languages()));
    }

    /** Columns are named as their lists. */
    @Nullable
    String code(String list, @Nullable String text, BiConsumer<String, String> unknown) {
        if (text == null) {
            return null;
        }
        return words.code(list, text).orElseGet(() -> {
            unknown.accept(list, text);
            return Words.asCode(text);
        });
    }
}
