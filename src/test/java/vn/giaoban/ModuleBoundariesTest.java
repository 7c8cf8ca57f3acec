package vn.giaoban;

import org.junit.jupiter.api.Test;
import org.springframework.modulith.core.ApplicationModules;

class ModuleBoundariesTest {

    @Test
    void modulesTouchOnlyWhatOthersPublish() {
        ApplicationModules.of(GiaoBan.class).verify();
    }
}
