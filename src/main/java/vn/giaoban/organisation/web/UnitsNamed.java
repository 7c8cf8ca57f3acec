package vn.giaoban.organisation.web;

import org.springframework.stereotype.Component;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.OrganisationRefusal;
import vn.giaoban.organisation.Unit;
import vn.giaoban.shared.AsOf;

/** Units in addresses for programs: by the 14-digit or the short code. */
@Component
class UnitsNamed {

    private final Organisation organisation;

    UnitsNamed(Organisation organisation) {
        this.organisation = organisation;
    }

    /** @throws OrganisationRefusal if no unit of this code is open on the day */
    Unit named(String code, AsOf at) {
        return organisation.unit(organisation.named(code).orElseThrow(OrganisationRefusal::unitNotFound), at);
    }
}
