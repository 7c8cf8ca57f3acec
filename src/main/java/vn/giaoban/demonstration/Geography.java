package vn.giaoban.demonstration;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The districts of a province and their communes, from a file of public geography. */
record Geography(List<District> districts) {

    record District(
            String code,
            String kind,
            String name,
            int population,
            int headsPermille,
            Ethnicities ethnicities,
            List<Commune> communes) {

        boolean isCity() {
            return kind.equals("dang-bo-thanh-pho");
        }
    }

    /**
     * @param becomes sector and name of the commune it is consolidated into on 1 July 2025
     * @param former the two that were consolidated into it in 2020, empty if it is older
     * @param absorbed the one that it absorbed in 2020
     */
    record Commune(
            String sector,
            String name,
            String becomes,
            List<String> former,
            @Nullable String absorbed) {}

    static Geography read(String file) {
        var districts = new ArrayList<District>();
        for (var line : Lists.read(file).lines("")) {
            var cells = line.split("\\|");
            if (cells[0].equals("D")) {
                districts.add(new District(
                        cells[1],
                        cells[2],
                        cells[3],
                        Integer.parseInt(cells[4]),
                        Integer.parseInt(cells[5]),
                        Ethnicities.parse(cells[6]),
                        new ArrayList<>()));
            } else {
                var past = cells.length > 4 ? cells[4] : "";
                districts
                        .get(districts.size() - 1)
                        .communes()
                        .add(new Commune(
                                cells[1],
                                cells[2],
                                cells[3],
                                past.contains("+") ? List.of(past.split("\\+")) : List.of(),
                                past.startsWith("<") ? past.substring(1) : null));
            }
        }
        return new Geography(districts);
    }
}
