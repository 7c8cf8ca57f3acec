package vn.giaoban.organisation.web;

import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Aliases;
import vn.giaoban.organisation.History;
import vn.giaoban.organisation.HolderNames;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Posts;
import vn.giaoban.organisation.Terms;
import vn.giaoban.organisation.Unit;
import vn.giaoban.organisation.UnitPart;
import vn.giaoban.organisation.web.TreePage.TreeNode;
import vn.giaoban.shared.Actor;
import vn.giaoban.shared.AsOf;
import vn.giaoban.shared.UnitId;
import vn.giaoban.shared.Verb;
import vn.giaoban.shared.Vietnamese;
import vn.giaoban.ui.NodeChart;
import vn.giaoban.ui.Page;
import vn.giaoban.ui.Wordings;

/** The tree and one unit of it. */
@RestController
class UnitController {

    private static final int FOUND = 20;
    private static final int LONGEST = 100;

    private final Organisation organisation;
    private final History history;
    private final Posts posts;
    private final Terms terms;
    private final Aliases aliases;
    private final List<UnitPart> parts;
    private final ObjectProvider<HolderNames> holderNames;
    private final Wordings wordings;

    UnitController(
            Organisation organisation,
            History history,
            Posts posts,
            Terms terms,
            Aliases aliases,
            List<UnitPart> parts,
            ObjectProvider<HolderNames> holderNames,
            Wordings wordings) {
        this.organisation = organisation;
        this.history = history;
        this.posts = posts;
        this.terms = terms;
        this.aliases = aliases;
        this.parts =
                parts.stream().sorted(Comparator.comparing(UnitPart::position)).toList();
        this.holderNames = holderNames;
        this.wordings = wordings;
    }

    @GetMapping("/units")
    TreePage tree(
            Actor by,
            AsOf at,
            @RequestParam(required = false) @Nullable UnitId open,
            @RequestParam(defaultValue = "") String q) {
        Set<UnitId> path = new HashSet<>();
        if (open != null) {
            organisation.path(open, at).forEach(unit -> path.add(unit.id()));
        }
        var roots = organisation.roots(at);
        if (open == null) {
            roots.forEach(root -> path.add(root.id()));
            by.grants().stream()
                    .map(Actor.Grant::unit)
                    .distinct()
                    .limit(5)
                    .forEach(own -> organisation.path(own, at).forEach(unit -> path.add(unit.id())));
        }
        return new TreePage(
                roots.stream().map(root -> node(root, path, open, at)).toList(), find(at, q));
    }

    private TreeNode node(Unit unit, Set<UnitId> path, @Nullable UnitId here, AsOf at) {
        if (!path.contains(unit.id())) {
            return TreeNode.shut(unit);
        }
        var children = organisation.children(unit.id(), at);
        return new TreeNode(
                unit,
                true,
                unit.id().equals(here),
                children.stream().map(child -> node(child, path, here, at)).toList());
    }

    private FoundUnits find(AsOf at, String q) {
        var text = Vietnamese.normal(q.substring(0, Math.min(q.length(), LONGEST)));
        return new FoundUnits(
                text,
                organisation.search(text, at, FOUND).stream()
                        .map(unit -> new FoundUnits.Found(unit, above(unit, at)))
                        .toList());
    }

    /** The names above it, without the root and itself. */
    private String above(Unit unit, AsOf at) {
        var path = organisation.path(unit.id(), at);
        return path.stream()
                .limit(Math.max(0, path.size() - 1))
                .skip(1)
                .map(Unit::name)
                .collect(Collectors.joining(" › "));
    }

    @GetMapping("/units/{unit}/branch")
    TreeBranch branch(Actor by, AsOf at, @PathVariable UnitId unit) {
        return new TreeBranch(node(organisation.unit(unit, at), Set.of(unit), null, at));
    }

    @GetMapping("/units/{unit}")
    Page unit(Actor by, AsOf at, @PathVariable UnitId unit) {
        return organisation
                .find(unit, at)
                .<Page>map(found -> page(by, found, at))
                .orElseGet(() -> gone(unit, at));
    }

    /** The unit on one sheet of paper. */
    @GetMapping("/units/{unit}/sheet")
    Page sheet(Actor by, AsOf at, @PathVariable UnitId unit) {
        return organisation
                .find(unit, at)
                .<Page>map(found -> new UnitSheetPage(page(by, found, at), posts.villages(unit, at)))
                .orElseGet(() -> gone(unit, at));
    }

    @GetMapping("/units/{unit}/history")
    Page history(Actor by, AsOf at, @PathVariable UnitId unit) {
        return unit(by, at, unit);
    }

    private UnitPage page(Actor by, Unit unit, AsOf at) {
        var path = organisation.path(unit.id(), at);
        var holders = posts.holders(unit.id(), at);
        var words = wordings.current();
        var below = organisation.children(unit.id(), at);
        return new UnitPage(
                unit,
                path.subList(0, Math.max(0, path.size() - 1)),
                Optional.ofNullable(unit.sector())
                        .map(sector -> words.text("organisation.sector." + sector))
                        .orElse(null),
                below,
                below.isEmpty()
                        ? null
                        : parts.stream()
                                .flatMap(part -> part.beside(by, unit, at, words).stream())
                                .findFirst()
                                .orElse(null),
                history.of(unit.id(), at.known()),
                holders,
                holders.isEmpty()
                        ? Map.of()
                        : holderNames.stream()
                                .findFirst()
                                .map(names -> names.names(by, unit.id(), holders, at))
                                .orElse(Map.of()),
                aliases.of(unit.id(), at.known()),
                terms.onOrBefore(unit.id(), at).orElse(null),
                lineage(unit, at),
                parts.stream()
                        .flatMap(part -> part.figures(by, unit, at, words).stream())
                        .toList(),
                parts.stream()
                        .flatMap(part -> part.ways(by, unit, at, words).stream())
                        .toList(),
                organisation.may(by, Verb.CHANGE_STRUCTURE, unit.id(), at));
    }

    private @Nullable NodeChart lineage(Unit unit, AsOf at) {
        var lineage = history.lineage(unit.id(), at.known());
        return lineage.nodes().size() < 2 ? null : LineageChart.of(lineage, at.day(), wordings.current());
    }

    private HistoryPage gone(UnitId unit, AsOf at) {
        var named = organisation.lastName(unit, at.known());
        var lineage = history.lineage(unit, at.known());
        return new HistoryPage(
                named.name(),
                named.code(),
                lineage.nodes().size() < 2 ? null : LineageChart.of(lineage, at.day(), wordings.current()),
                history.of(unit, at.known()));
    }
}
