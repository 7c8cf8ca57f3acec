package vn.giaoban.organisation.web;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import vn.giaoban.organisation.Organisation;
import vn.giaoban.organisation.Posts;
import vn.giaoban.shared.AsOf;

/** The rules about units as they are kept. */
@RestController
class CatalogueController {

    private final Organisation organisation;
    private final Posts posts;

    CatalogueController(Organisation organisation, Posts posts) {
        this.organisation = organisation;
        this.posts = posts;
    }

    @GetMapping("/catalogue")
    CataloguePage catalogue(AsOf at) {
        return new CataloguePage(organisation.kinds(), posts.posts(), at.day());
    }
}
