package simulator.azuredevops;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** People of the demo organizations. */
final class DemoPeople {

    private static final List<String> FABRIKAM = List.of(
            "Anna Lee",
            "Mateo Fernández",
            "Aiko Tanaka",
            "Oluwaseun Adeyemi",
            "Zofia Wiśniewska",
            "Liam O'Connor",
            "Priya Raman",
            "Jonas Lindqvist",
            "Fatima Zahra Benali",
            "Nguyễn Thị Mai",
            "Marek Dvořák",
            "Sofía Castillo",
            "David Cohen",
            "Chen Wei",
            "Ingrid Sørensen",
            "Kwame Mensah",
            "Elif Yılmaz",
            "Tomás Silva",
            "Hannah Weber",
            "Arjun Patel",
            "Lucía Romero",
            "Yuki Nakamura",
            "Samuel Okafor",
            "Camille Dubois",
            "Björn Þórsson",
            "Leila Haddad");

    private static final List<String> CONTOSO = List.of(
            "Grace Müller",
            "Hiro Sato",
            "Amara Nwosu",
            "Pedro Alves",
            "Katarzyna Nowak",
            "Noah Smith",
            "Meera Iyer",
            "Lars Hansen",
            "Youssef Amrani",
            "Trần Văn Nam",
            "Eva Novotná",
            "Diego Herrera",
            "Noa Levi",
            "Li Na",
            "Astrid Berg",
            "Kofi Asante",
            "Deniz Kaya",
            "Beatriz Costa",
            "Felix Brandt",
            "Rohan Gupta");

    private DemoPeople() {}

    static List<SimUser> fabrikam(Organization organization) {
        return join(organization, FABRIKAM);
    }

    static List<SimUser> contoso(Organization organization) {
        return join(organization, CONTOSO);
    }

    private static List<SimUser> join(Organization organization, List<String> names) {
        List<SimUser> people = new ArrayList<>();
        for (String name : names) {
            people.add(organization.addUser(name, account(name) + "@" + organization.name() + ".example"));
        }
        return people;
    }

    private static String account(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace("ø", "o")
                .replace("ı", "i")
                .replace("Þ", "Th")
                .replace("þ", "th")
                .replace("ł", "l");
        return plain.toLowerCase(Locale.ROOT).replaceAll("[^a-z ]", "").trim().replace(' ', '.');
    }
}
