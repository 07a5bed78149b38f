package simulator.azuredevops;

import java.util.ArrayList;
import java.util.List;

/** The subjects of the demo organizations. */
final class DemoSubjects {

    static final DemoSubject CLINIC = DemoSubject.of(
            "Clinic Scheduling",
            "Appointments, rooms and reminders for eleven clinics.",
            "Patient self-service|Room and device planning|Reminders that arrive|Insurance hand-over|Clinic reporting",
            "appointment|waiting list|consultation room|recall reminder|referral letter|insurance card|shift plan"
                    + "|treatment series|no-show report|intake form",
            "Receptionist|Patient|Physician|Practice manager",
            "Booking|Booking/Web|Booking/Phone desk|Resources|Resources/Rooms|Billing bridge",
            "patient-facing|gdpr|pilot-clinic|quick-win");

    static final DemoSubject PAYMENTS = DemoSubject.of(
            "Payments Gateway",
            "One interface to card, bank transfer and wallet providers.",
            "Card acquiring|Instant bank transfer|Dispute handling|Settlement and reporting|Merchant onboarding",
            "payment intent|refund|chargeback|settlement file|merchant account|webhook delivery|3-D Secure challenge"
                    + "|payout|risk score|card token",
            "Merchant|Risk analyst|Finance clerk|Integrator",
            "Core|Core/Routing|Core/Ledger|Providers|Providers/Cards|Providers/Wallets|Back office",
            "pci|latency|provider-outage|compliance");

    static final DemoSubject BANKING = DemoSubject.of(
            "Mobile Banking App",
            "Accounts, transfers and cards on phones and tablets.",
            "Onboarding in five minutes|Everyday transfers|Card control|Savings goals|Accessible for everyone",
            "account overview|standing order|card limit|savings goal|push notification|biometric sign-in|payee list"
                    + "|spending chart|statement|travel notice",
            "Customer|Branch adviser|Fraud officer|Joint account holder",
            "App|App/iOS|App/Android|App/Design system|Backend for app|Backend for app/Notifications",
            "ios|android|accessibility|release-blocker");

    static final DemoSubject ROBOTICS = DemoSubject.of(
            "Warehouse Robotics",
            "Autonomous carts between goods-in, shelves and packing.",
            "Safe navigation|Order picking|Charging without people|Fleet supervision",
            "cart route|obstacle stop|charging dock|pick list|lidar calibration|zone map|emergency stop log"
                    + "|battery forecast|firmware update|handover station",
            "Shift lead|Safety engineer|Technician|Picker",
            "Vehicle|Vehicle/Motion|Vehicle/Motion/Braking|Vehicle/Sensors|Supervision|Stations",
            "safety|hardware|site-leipzig|certification");

    static final DemoSubject PORTAL = DemoSubject.of(
            "Customer Portal Relaunch",
            "Contracts, invoices and support in one place, replacing three old sites.",
            "Sign in once|Contracts at a glance|Invoices and payment|Support without calling|Moving day",
            "contract overview|invoice archive|meter reading|support ticket|contact preference|payment method"
                    + "|moving form|tariff comparison|chat transcript|outage notice",
            "Customer|Support agent|Content editor|Account manager",
            "Web|Web/Self-service|Web/Content|Identity|Integrations|Integrations/Billing",
            "seo|ux|legacy-switch-off|content");

    static final DemoSubject DATA = DemoSubject.of(
            "Data Platform",
            "Pipelines, catalogue and quality checks for the whole group.",
            "Trustworthy pipelines|A catalogue people use|Quality gates|Cost under control|Self-service analytics",
            "ingestion job|data contract|lineage graph|quality rule|cost report|feature table|access request"
                    + "|schema change|retention rule|notebook template",
            "Analyst|Data steward|Platform engineer|Controller",
            "Ingestion|Ingestion/Streams|Ingestion/Batch|Catalogue|Quality|Access",
            "sla|finops|privacy|tech-debt");

    static final DemoSubject OFFICE = DemoSubject.of(
            "Office Move Riverside",
            "Four hundred desks, one weekend, no lost monitors.",
            "Floor plans agreed|Network ready|Moving weekend|First week support",
            "floor plan|desk booking|badge reader|meeting room display|cabling order|moving crate|parking permit"
                    + "|evacuation map|reception desk|coffee corner",
            "Colleague|Facility manager|Network engineer|Team assistant",
            "Building|Building/Floor 3|Building/Floor 4|Network|Communication",
            "vendor|works-council|weekend");

    static final DemoSubject ROLLOUT = DemoSubject.of(
            "Zürich – Späti 東京 Rollout",
            "Opening the night shops in Zürich and Tōkyō – signage, tills, suppliers.",
            "Zürich opening|東京 opening|Supplier contracts|Night staffing",
            "till layout|Öffnungszeiten board|看板 signage|supplier order|fridge sensor|night shift plan|price label"
                    + "|loyalty stamp|delivery slot|café menu",
            "Store manager|Night cashier|Lieferant|店長",
            "Zürich|Zürich/Langstrasse|東京|東京/下北沢|Einkauf",
            "ch|jp|signage|première");

    static final DemoSubject METER = DemoSubject.of(
            "Energy Meter Firmware",
            "Firmware for the third generation of household meters.",
            "Tamper detection|Over-the-air updates|Load profiles|Type approval",
            "tamper alarm|update package|load profile|radio handshake|calibration constant|event log|display segment"
                    + "|power-fail snapshot|clock drift|test protocol",
            "Field technician|Grid operator|Approval body|Firmware engineer",
            "Boot|Boot/Secure boot|Metering|Metering/Calibration|Radio|Test bench",
            "approval|security|hw-rev-c");

    static final DemoSubject FLEET = DemoSubject.of(
            "Fleet Telematics",
            "Where the vans are, how they are driven, and when they need care.",
            "Live map|Driver coaching|Predictive maintenance|Working time records",
            "trip record|geofence|driving score|maintenance forecast|tachograph upload|fuel card|driver roster"
                    + "|tyre pressure alert|route deviation|charging stop",
            "Dispatcher|Driver|Workshop lead|Fleet manager",
            "Ingest|Map|Map/Geofences|Coaching|Maintenance|Maintenance/Models",
            "iot|driver-app|works-council|beta");

    static final DemoSubject LEARNING = DemoSubject.of(
            "Learning Hub",
            "Courses, certificates and mandatory trainings for every employee.",
            "Course catalogue|Mandatory trainings|Certificates|Learning paths|Instructor tools",
            "course page|quiz question|certificate|learning path|reminder mail|attendance list|video subtitle"
                    + "|skill profile|feedback form|manager report",
            "Learner|Instructor|Team lead|Compliance officer",
            "Catalogue|Delivery|Delivery/Video|Delivery/Quizzes|Reporting",
            "content|compliance|hr|accessibility");

    static final DemoSubject SECURITY = DemoSubject.of(
            "Security Hardening",
            "Closing the findings of the spring audit.",
            "Identity clean-up|Patch on time|Secrets out of code|Backups that restore",
            "service account|patch window|secret scan|restore drill|firewall rule|admin session|vulnerability ticket"
                    + "|key rotation|audit trail|phishing drill",
            "Security officer|System administrator|Auditor|Developer",
            "Identity|Endpoints|Endpoints/Servers|Endpoints/Laptops|Cloud",
            "audit-2026|cve|quick-win|exception");

    private static final List<String> DOMAINS = List.of(
            "Claims",
            "Payroll",
            "Loyalty",
            "Tax Reporting",
            "Procurement",
            "Fraud Watch",
            "Branch Network",
            "Pensions",
            "Field Service",
            "Recruiting",
            "Travel Desk",
            "Contract Archive",
            "Price Engine",
            "Returns",
            "Store Locator",
            "Cold Chain",
            "Spare Parts",
            "Call Centre",
            "Partner Network",
            "Treasury",
            "Facility Care",
            "Quality Lab",
            "Sustainability");

    private static final List<String> KINDS = List.of(
            "Portal",
            "API",
            "Mobile App",
            "Data Migration",
            "Reporting",
            "Modernization",
            "Integration",
            "Support Desk",
            "Pilot Nordics",
            "Cloud Move");

    private DemoSubjects() {}

    /** Two hundred and thirty subjects of a large group; every third has no description. */
    static List<DemoSubject> contoso() {
        List<DemoSubject> subjects = new ArrayList<>();
        for (String kind : KINDS) {
            for (String domain : DOMAINS) {
                String lower = domain.toLowerCase(java.util.Locale.ROOT);
                String description =
                        subjects.size() % 3 == 2 ? "" : kind + " for " + lower + ", run by the " + domain + " office.";
                subjects.add(DemoSubject.of(
                        domain + " " + kind,
                        description,
                        "Foundations of " + lower + "|" + kind + " for every region",
                        lower + " request|" + lower + " dashboard|" + lower + " approval|" + lower + " export|" + lower
                                + " archive|" + lower + " notification",
                        "Clerk|Manager|Auditor",
                        "Front|Back|Back/Batch",
                        "rollout|" + lower.replace(' ', '-')));
            }
        }
        return subjects;
    }
}
