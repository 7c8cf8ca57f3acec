package vn.giaoban.organisation;

import static vn.giaoban.shared.Refusal.Kind.CONFLICT;
import static vn.giaoban.shared.Refusal.Kind.FORBIDDEN;
import static vn.giaoban.shared.Refusal.Kind.INVALID;
import static vn.giaoban.shared.Refusal.Kind.NOT_FOUND;

import java.time.LocalDate;
import java.util.List;
import vn.giaoban.shared.Refusal;

/** Everything this module can refuse, in one place. */
public final class OrganisationRefusal extends Refusal {

    private OrganisationRefusal(Kind kind, String code, Object... arguments) {
        super(kind, "organisation." + code, arguments);
    }

    /** Also said of a unit that the reader may not see. */
    public static OrganisationRefusal unitNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "unit-not-found");
    }

    static OrganisationRefusal notYourStructure() {
        return new OrganisationRefusal(FORBIDDEN, "not-your-structure");
    }

    static OrganisationRefusal eventNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "event-not-found");
    }

    static OrganisationRefusal malformedCode(String code) {
        return new OrganisationRefusal(INVALID, "malformed-code", code);
    }

    static OrganisationRefusal malformedOrgCode(String code) {
        return new OrganisationRefusal(INVALID, "malformed-org-code", code);
    }

    static OrganisationRefusal malformedName() {
        return new OrganisationRefusal(INVALID, "malformed-name");
    }

    static OrganisationRefusal codeTaken(String code) {
        return new OrganisationRefusal(CONFLICT, "code-taken", code);
    }

    static OrganisationRefusal unknownUnit(String code) {
        return new OrganisationRefusal(INVALID, "unknown-unit", code);
    }

    static OrganisationRefusal unknownKind(String code) {
        return new OrganisationRefusal(INVALID, "unknown-kind", code);
    }

    static OrganisationRefusal unknownSector(String code) {
        return new OrganisationRefusal(INVALID, "unknown-sector", code);
    }

    static OrganisationRefusal notOpen(String unit, LocalDate day) {
        return new OrganisationRefusal(INVALID, "not-open", unit, day);
    }

    static OrganisationRefusal closedSince(String unit, LocalDate day) {
        return new OrganisationRefusal(INVALID, "closed-since", unit, day);
    }

    public static OrganisationRefusal missingField(String field) {
        return missing(field);
    }

    static OrganisationRefusal missing(String what) {
        return new OrganisationRefusal(INVALID, "missing-" + what);
    }

    static OrganisationRefusal kindNotThatDay(String kind, LocalDate day) {
        return new OrganisationRefusal(INVALID, "kind-not-that-day", kind, day);
    }

    static OrganisationRefusal mayNotStandUnder(
            String unit, String kind, String parent, String parentKind, LocalDate day) {
        return new OrganisationRefusal(INVALID, "may-not-stand-under", unit, kind, parent, parentKind, day);
    }

    static OrganisationRefusal mayNotBeRoot(String unit, String kind) {
        return new OrganisationRefusal(INVALID, "may-not-be-root", unit, kind);
    }

    static OrganisationRefusal standsUnderItself(String unit, LocalDate day) {
        return new OrganisationRefusal(INVALID, "stands-under-itself", unit, day);
    }

    static OrganisationRefusal sameKindOfEventThatDay(String unit, LocalDate day) {
        return new OrganisationRefusal(CONFLICT, "same-event-that-day", unit, day);
    }

    static OrganisationRefusal closesOnOpeningDay(String unit, LocalDate day) {
        return new OrganisationRefusal(INVALID, "closes-on-opening-day", unit, day);
    }

    static OrganisationRefusal closedTwice(String unit, LocalDate day) {
        return new OrganisationRefusal(CONFLICT, "closed-twice", unit, day);
    }

    static OrganisationRefusal laterEvents(String unit, LocalDate day) {
        return new OrganisationRefusal(CONFLICT, "later-events", unit, day);
    }

    static OrganisationRefusal rootNeedsSuccessor(String unit) {
        return new OrganisationRefusal(INVALID, "root-needs-successor", unit);
    }

    static OrganisationRefusal absorbsItself(String unit) {
        return new OrganisationRefusal(INVALID, "absorbs-itself", unit);
    }

    static OrganisationRefusal principalNotAmongOpened(String code) {
        return new OrganisationRefusal(INVALID, "principal-not-opened", code);
    }

    /** Of a form that founds several units out of others. */
    public static OrganisationRefusal nothingConsolidatedInto(String name) {
        return new OrganisationRefusal(INVALID, "nothing-consolidated-into", name);
    }

    static OrganisationRefusal refTaken(String ref) {
        return new OrganisationRefusal(CONFLICT, "ref-taken", ref);
    }

    static OrganisationRefusal unknownRef(String ref) {
        return new OrganisationRefusal(INVALID, "unknown-ref", ref);
    }

    static OrganisationRefusal receivingCellHoldsNobody(String cell) {
        return new OrganisationRefusal(INVALID, "receiving-cell-holds-nobody", cell);
    }

    static OrganisationRefusal peopleNotSharedOut() {
        return new OrganisationRefusal(INVALID, "people-not-shared-out");
    }

    static OrganisationRefusal opensEarlierThanRegister(LocalDate first) {
        return new OrganisationRefusal(INVALID, "before-register", first);
    }

    static OrganisationRefusal restedUpon(List<Obstacle> obstacles) {
        return new OrganisationRefusal(
                CONFLICT,
                "rested-upon",
                obstacles.size(),
                String.join(
                        "; ", obstacles.stream().limit(20).map(Obstacle::what).toList()));
    }

    static OrganisationRefusal unknownPost(String code) {
        return new OrganisationRefusal(INVALID, "unknown-post", code);
    }

    static OrganisationRefusal villageNotCovered(String village) {
        return new OrganisationRefusal(INVALID, "village-not-covered", village);
    }

    static OrganisationRefusal postTaken() {
        return new OrganisationRefusal(CONFLICT, "post-taken");
    }

    public static OrganisationRefusal holdingNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "holding-not-found");
    }

    static OrganisationRefusal draftNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "draft-not-found");
    }

    static OrganisationRefusal draftApplied(String name) {
        return new OrganisationRefusal(CONFLICT, "draft-applied", name);
    }

    static OrganisationRefusal malformedHierarchy(String code) {
        return new OrganisationRefusal(INVALID, "malformed-hierarchy", code);
    }

    static OrganisationRefusal hierarchyTaken(String code) {
        return new OrganisationRefusal(INVALID, "hierarchy-taken", code);
    }

    static OrganisationRefusal unknownHierarchy(String code) {
        return new OrganisationRefusal(NOT_FOUND, "unknown-hierarchy", code);
    }

    static OrganisationRefusal placedTwice(String unit) {
        return new OrganisationRefusal(INVALID, "placed-twice", unit);
    }

    static OrganisationRefusal endsBeforeItBegins() {
        return new OrganisationRefusal(INVALID, "ends-before-it-begins");
    }

    static OrganisationRefusal aliasTwice(String name) {
        return new OrganisationRefusal(CONFLICT, "alias-twice", name);
    }

    static OrganisationRefusal aliasNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "alias-not-found");
    }

    static OrganisationRefusal malformedTermName() {
        return new OrganisationRefusal(INVALID, "malformed-term-name");
    }

    static OrganisationRefusal termsOverlap() {
        return new OrganisationRefusal(CONFLICT, "terms-overlap");
    }

    public static OrganisationRefusal termNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "term-not-found");
    }

    static OrganisationRefusal fileNotFound() {
        return new OrganisationRefusal(NOT_FOUND, "file-not-found");
    }

    static OrganisationRefusal fileOfOtherType() {
        return new OrganisationRefusal(INVALID, "file-of-other-type");
    }

    static OrganisationRefusal fileTooLarge(int megabytes) {
        return new OrganisationRefusal(INVALID, "file-too-large", megabytes);
    }

    static OrganisationRefusal fileTwice() {
        return new OrganisationRefusal(CONFLICT, "file-twice");
    }

    static OrganisationRefusal tooManyFiles(int most) {
        return new OrganisationRefusal(CONFLICT, "too-many-files", most);
    }

    public static OrganisationRefusal holderNotFound() {
        return new OrganisationRefusal(INVALID, "holder-not-found");
    }

    public static OrganisationRefusal oneHolder() {
        return new OrganisationRefusal(INVALID, "one-holder");
    }
}
