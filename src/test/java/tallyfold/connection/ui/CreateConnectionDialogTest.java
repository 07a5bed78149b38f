package tallyfold.connection.ui;

import static org.assertj.core.api.Assertions.assertThat;

import com.vaadin.flow.component.ComponentUtil;
import com.vaadin.flow.component.Key;
import com.vaadin.flow.component.KeyDownEvent;
import com.vaadin.flow.component.button.Button;
import com.vaadin.flow.component.datepicker.DatePicker;
import com.vaadin.flow.component.details.Details;
import com.vaadin.flow.component.dialog.Dialog;
import com.vaadin.flow.component.html.Anchor;
import com.vaadin.flow.component.html.Div;
import com.vaadin.flow.component.textfield.Autocomplete;
import com.vaadin.flow.data.value.ValueChangeMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import tallyfold.connection.Connection;
import tallyfold.connection.FakeProvider;
import tallyfold.security.Role;
import tallyfold.support.SignedInAs;
import tallyfold.uikit.Times;

@SignedInAs(Role.ADMINISTRATOR)
class CreateConnectionDialogTest extends ConnectionUiTest {

    private static final String ADDRESS = "https://dev.azure.com/contoso";
    private static final String ACCOUNT = "anna@contoso.com";

    private final List<Connection> created = new ArrayList<>();

    @BeforeEach
    void open() {
        new CreateConnectionDialog(service, provider, held, created::add).open();
        roundTrip();
    }

    @Nested
    class Fields {

        @Test
        void carryTheLabelsPeopleLookFor() {
            assertThat(find(Dialog.class).single().getHeaderTitle()).isEqualTo("Create connection");
            assertThat(field("Azure DevOps Site URL").isRequiredIndicatorVisible())
                    .isTrue();
            assertThat(field("Account").isRequiredIndicatorVisible()).isTrue();
            assertThat(tokenField().isRequiredIndicatorVisible()).isTrue();
            assertThat(field("Name").isRequiredIndicatorVisible()).isFalse();
            assertThat(find(DatePicker.class).withCaption("Token expires on").exists())
                    .isTrue();
            assertThat(find(Button.class).withCaption("Create").exists()).isTrue();
            assertThat(find(Button.class).withCaption("Cancel").exists()).isTrue();
        }

        @Test
        void sayWhichOrganizationIsUnderstood() {
            test(field("Azure DevOps Site URL")).setValue("https://dev.azure.com/Contoso/_usersSettings/tokens");

            assertThat(field("Azure DevOps Site URL").getHelperText()).startsWith("Organization: contoso");
            assertThat(field("Name").getPlaceholder()).isEqualTo("contoso");
            assertThat(find(Anchor.class)
                            .withClassName("tf-token-page")
                            .single()
                            .getHref())
                    .isEqualTo("https://dev.azure.com/contoso/_usersSettings/tokens");
        }

        @Test
        void offerTheCorrectedAddressInOneClick() {
            fill("http://dev.azure.com/contoso", ACCOUNT, FakeProvider.GOOD);
            press("Create");

            assertThat(field("Azure DevOps Site URL").getErrorMessage()).startsWith("Only https:// is accepted");
            press("Use https://dev.azure.com/contoso");

            assertThat(field("Azure DevOps Site URL").getValue()).isEqualTo(ADDRESS);
            assertThat(field("Azure DevOps Site URL").isInvalid()).isFalse();
        }

        @Test
        void areMarkedWithTheirReasonAndNothingIsAsked() {
            press("Create");

            assertThat(field("Azure DevOps Site URL").getErrorMessage()).startsWith("Enter the address");
            assertThat(field("Account").getErrorMessage()).startsWith("Enter the sign-in name");
            assertThat(tokenField().getErrorMessage()).isEqualTo("Paste the Personal Access Token.");
            assertThat(held.waiting()).isZero();
        }

        @Test
        void areNotMarkedWhileAnAddressIsHalfTyped() {
            test(field("Azure DevOps Site URL")).setValue("https://dev.az");

            assertThat(field("Azure DevOps Site URL").isInvalid()).isFalse();
            press("Create");
            assertThat(field("Azure DevOps Site URL").isInvalid()).isTrue();
        }

        @Test
        void loseTheirMarkWhenCorrected() {
            press("Create");
            test(field("Account")).setValue(ACCOUNT);

            assertThat(field("Account").isInvalid()).isFalse();
            assertThat(field("Name").isInvalid()).isFalse();
        }

        @Test
        void takeTheExpiryFromAQuickPick() {
            press("90 days");

            assertThat(find(DatePicker.class)
                            .withCaption("Token expires on")
                            .single()
                            .getValue())
                    .isEqualTo(LocalDate.now(Times.zone()).plusDays(90));
        }

        @Test
        void keepTheTokenOutOfPasswordStoresAndOfEveryKeystroke() {
            assertThat(tokenField().getAutocomplete()).isEqualTo(Autocomplete.NEW_PASSWORD);
            assertThat(tokenField().getValueChangeMode()).isEqualTo(ValueChangeMode.ON_CHANGE);
        }
    }

    @Nested
    class Create {

        @Test
        void showsExactlyTheFailedCheckAndStoresNothing() {
            fill(ADDRESS, ACCOUNT, FakeProvider.WITHOUT_GRAPH);
            press("Create");
            letChecksRun();

            assertThat(checkLines())
                    .hasSize(6)
                    .filteredOn(line -> line.contains("failed"))
                    .singleElement()
                    .asString()
                    .startsWith("Graph: read")
                    .contains("The token lacks the permission Graph: read.", "Next:", "Help TF-CONN-09");
            assertThat(checkLines()).filteredOn(line -> line.contains("passed")).hasSize(5);
            assertThat(text(find(Div.class).withClassName("tf-dialog-note").single()))
                    .isEqualTo("Nothing was saved. Your input stays.");
            assertThat(stored()).isZero();
            assertThat(created).isEmpty();
        }

        @Test
        void marksTheMissingPermissionInTheGuide() {
            fill(ADDRESS, ACCOUNT, FakeProvider.WITHOUT_GRAPH);
            press("Create");
            letChecksRun();

            assertThat(find(PermissionLine.class).all())
                    .extracting(ConnectionUiTest::text)
                    .filteredOn(line -> line.contains("missing"))
                    .singleElement()
                    .asString()
                    .startsWith("Graph: read");
        }

        @Test
        void startsWithEnterInALine() {
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            ComponentUtil.fireEvent(
                    tokenField(),
                    new KeyDownEvent(tokenField(), Key.ENTER.getKeys().getFirst()));
            letChecksRun();

            assertThat(created).hasSize(1);
        }

        @Test
        void keepsTheInputAfterAFailureAndSucceedsWithABetterToken() {
            fill(ADDRESS, ACCOUNT, FakeProvider.WITHOUT_GRAPH);
            test(field("Name")).setValue("Contoso AG");
            press("Create");
            letChecksRun();

            assertThat(field("Azure DevOps Site URL").getValue()).isEqualTo(ADDRESS);
            assertThat(field("Account").getValue()).isEqualTo(ACCOUNT);
            assertThat(field("Name").getValue()).isEqualTo("Contoso AG");
            assertThat(tokenField().getValue()).isEqualTo(FakeProvider.WITHOUT_GRAPH);

            test(tokenField()).setValue(FakeProvider.GOOD);
            press("Create");
            letChecksRun();

            assertThat(created).extracting(Connection::name).containsExactly("Contoso AG");
            assertThat(windowOpen()).isFalse();
        }

        @Test
        void announcesTheChecksToThoseWhoListen() {
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            press("Create");

            assertThat(find(Div.class).withAttribute("aria-live", "polite").exists())
                    .isTrue();
            assertThat(tokenField().isReadOnly()).isTrue();
            letChecksRun();
        }

        @Test
        void startsOnlyOneCheckAtATime() {
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            press("Create");
            press("Create");

            assertThat(held.waiting()).isEqualTo(1);
            letChecksRun();
            assertThat(service.rows()).hasSize(1);
        }

        @Test
        void storesNothingWhenTheWindowIsClosedDuringTheChecks() {
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            press("Create");
            press("Cancel");
            letChecksRun();

            assertThat(windowOpen()).isFalse();
            assertThat(stored()).isZero();
            assertThat(created).isEmpty();
        }

        @Test
        void offersToCorrectAnAccountThatIsNotTheOwner() {
            fill(ADDRESS, "mona@contoso.com", FakeProvider.GOOD);
            press("Create");
            letChecksRun();

            assertThat(text(find(Dialog.class).single()))
                    .contains("This token belongs to Anna Lee, anna@contoso.com; it sees 23 projects.");
            press("Use anna@contoso.com as Account");

            assertThat(created).extracting(Connection::account).containsExactly("anna@contoso.com");
            assertThat(windowOpen()).isFalse();
        }

        @Test
        void tellsOnceWhenTheRemarkIsClosedInsteadOfAnswered() {
            fill(ADDRESS, "mona@contoso.com", FakeProvider.GOOD);
            press("Create");
            letChecksRun();

            find(Dialog.class).single().close();
            roundTrip();

            assertThat(created).extracting(Connection::account).containsExactly("mona@contoso.com");
        }

        @Test
        void forgetsTheTokenWhenTheWindowCloses() {
            fill(ADDRESS, ACCOUNT, FakeProvider.WITHOUT_GRAPH);
            var token = tokenField();
            press("Create");
            letChecksRun();

            press("Cancel");

            assertThat(token.getValue()).isEmpty();
        }

        @Test
        void showsATakenNameOnItsField() {
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            press("Create");
            letChecksRun();
            new CreateConnectionDialog(service, provider, held, created::add).open();
            fill(ADDRESS, ACCOUNT, FakeProvider.GOOD);
            assertThat(text(find(Dialog.class).single()))
                    .contains("There is already a connection to this organization");
            press("Create");
            letChecksRun();

            assertThat(field("Name").getErrorMessage()).startsWith("Another connection has this name");
        }
    }

    @Nested
    class Help {

        @Test
        void standsBesideTheForm() {
            Details guide = find(Details.class).single();

            assertThat(guide.getSummaryText()).isEqualTo("How to create a Personal Access Token");
            assertThat(guide.isOpened()).isTrue();
            assertThat(text(guide)).contains("Open your organization.", "Graph: read", "names of people");
        }
    }

    @Nested
    class Demo {

        @Test
        void offersItsTokensOnlyThere() {
            assertThat(find(Button.class).withCaption("Works").exists()).isFalse();
            press("Cancel");
            DemoTokenOffer offer = () -> List.of(
                    new DemoTokenOffer.DemoToken("Works", "https://dev.azure.com/demo", ACCOUNT, FakeProvider.GOOD));
            new CreateConnectionDialog(service, provider, held, offer, created::add).open();

            press("Works");
            press("Create");
            letChecksRun();

            assertThat(created).extracting(Connection::organization).containsExactly("demo");
        }
    }
}
