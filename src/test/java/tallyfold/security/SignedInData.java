package tallyfold.security;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** Something that is no page, for the signed in: an address of a controller, as a download or an interface would have. */
@RestController
class SignedInData {

    static final String PATH = "/tests/data";
    static final String CONTENT = "id,title\n1,secret plans\n";

    @GetMapping(PATH)
    String read() {
        return CONTENT;
    }

    @PostMapping(PATH)
    String write() {
        return CONTENT;
    }
}
