//! The generated Rust of all programs that the tests run, compiled once. Made by `UPDATE_COMPILED=1 cargo test -p mapc-tests --test compiled`.

/// One compiled route.
pub struct Route {
    /// Its program.
    pub program: &'static str,
    /// What it is called, `s.In -> Thing -> s.Out`.
    pub route: &'static str,
    /// Maps one record.
    pub run: for<'a> fn(&mapc_runtime::Cx<'a>, mapc_runtime::Input<'a>, &mut Vec<u8>) -> mapc_runtime::Outcome,
}

#[rustfmt::skip]
pub mod bytes;
#[rustfmt::skip]
pub mod conditions;
#[rustfmt::skip]
pub mod context_and_maps;
#[rustfmt::skip]
pub mod functions;
#[rustfmt::skip]
pub mod hard_02_property_bag;
#[rustfmt::skip]
pub mod hard_05_ranked_choice;
#[rustfmt::skip]
pub mod hard_14_minor_units;
#[rustfmt::skip]
pub mod hard_18_csv_blanks;
#[rustfmt::skip]
pub mod heads;
#[rustfmt::skip]
pub mod lets_and_try;
#[rustfmt::skip]
pub mod lists;
#[rustfmt::skip]
pub mod matching;
#[rustfmt::skip]
pub mod numbers;
#[rustfmt::skip]
pub mod options;
#[rustfmt::skip]
pub mod presence;
#[rustfmt::skip]
pub mod refinements;
#[rustfmt::skip]
pub mod spectrum;
#[rustfmt::skip]
pub mod tables;
#[rustfmt::skip]
pub mod two_way;
#[rustfmt::skip]
pub mod wire_forms;
#[rustfmt::skip]
pub mod crm_export;
#[rustfmt::skip]
pub mod sensors;
#[rustfmt::skip]
pub mod lead_to_contact;
#[rustfmt::skip]
pub mod shop_orders;
#[rustfmt::skip]
pub mod webhooks;
#[rustfmt::skip]
pub mod library;

/// Every route of every program.
#[rustfmt::skip]
pub static ROUTES: &[Route] = &[
    Route { program: "bytes", route: "s.In -> Thing", run: bytes::s_in_to_thing::s_in_to_thing_in },
    Route { program: "bytes", route: "Thing -> s.Out", run: bytes::thing_to_s_out::thing_to_s_out_in },
    Route { program: "bytes", route: "s.In -> Thing -> s.Out", run: bytes::s_in_to_thing_to_s_out::s_in_to_thing_to_s_out_in },
    Route { program: "conditions", route: "s.In -> Party", run: conditions::s_in_to_party::s_in_to_party_in },
    Route { program: "context_and_maps", route: "s.In -> Note", run: context_and_maps::s_in_to_note::s_in_to_note_in },
    Route { program: "context_and_maps", route: "firsts.In -> One", run: context_and_maps::firsts_in_to_one::firsts_in_to_one_in },
    Route { program: "context_and_maps", route: "lasts.In -> One", run: context_and_maps::lasts_in_to_one::lasts_in_to_one_in },
    Route { program: "functions", route: "s.Person -> Member", run: functions::s_person_to_member::s_person_to_member_in },
    Route { program: "functions", route: "s.In -> Team", run: functions::s_in_to_team::s_in_to_team_in },
    Route { program: "hard_02_property_bag", route: "crm.Deal -> Deal", run: hard_02_property_bag::crm_deal_to_deal::crm_deal_to_deal_in },
    Route { program: "hard_05_ranked_choice", route: "s.In -> Firm", run: hard_05_ranked_choice::s_in_to_firm::s_in_to_firm_in },
    Route { program: "hard_14_minor_units", route: "pay.Charge -> Price", run: hard_14_minor_units::pay_charge_to_price::pay_charge_to_price_in },
    Route { program: "hard_14_minor_units", route: "Price -> shop.Label", run: hard_14_minor_units::price_to_shop_label::price_to_shop_label_in },
    Route { program: "hard_14_minor_units", route: "pay.Charge -> Price -> shop.Label", run: hard_14_minor_units::pay_charge_to_price_to_shop_label::pay_charge_to_price_to_shop_label_in },
    Route { program: "hard_18_csv_blanks", route: "crm.Row -> Account", run: hard_18_csv_blanks::crm_row_to_account::crm_row_to_account_in },
    Route { program: "heads", route: "ledger.Doc -> Invoice", run: heads::ledger_doc_to_invoice::ledger_doc_to_invoice_in },
    Route { program: "heads", route: "Invoice -> sink.Row", run: heads::invoice_to_sink_row::invoice_to_sink_row_in },
    Route { program: "heads", route: "ledger.Doc -> Invoice -> sink.Row", run: heads::ledger_doc_to_invoice_to_sink_row::ledger_doc_to_invoice_to_sink_row_in },
    Route { program: "lets_and_try", route: "s.In -> E", run: lets_and_try::s_in_to_e::s_in_to_e_in },
    Route { program: "lets_and_try", route: "t.In -> E", run: lets_and_try::t_in_to_e::t_in_to_e_in },
    Route { program: "lists", route: "s.In -> Basket", run: lists::s_in_to_basket::s_in_to_basket_in },
    Route { program: "matching", route: "s.In -> Thing", run: matching::s_in_to_thing::s_in_to_thing_in },
    Route { program: "numbers", route: "s.In -> Sum", run: numbers::s_in_to_sum::s_in_to_sum_in },
    Route { program: "options", route: "strict.In -> Any", run: options::strict_in_to_any::strict_in_to_any_in },
    Route { program: "options", route: "lax.In -> Any", run: options::lax_in_to_any::lax_in_to_any_in },
    Route { program: "options", route: "plain.In -> Any", run: options::plain_in_to_any::plain_in_to_any_in },
    Route { program: "options", route: "Any -> nulls.Out", run: options::any_to_nulls_out::any_to_nulls_out_in },
    Route { program: "options", route: "strict.In -> Any -> nulls.Out", run: options::strict_in_to_any_to_nulls_out::strict_in_to_any_to_nulls_out_in },
    Route { program: "options", route: "lax.In -> Any -> nulls.Out", run: options::lax_in_to_any_to_nulls_out::lax_in_to_any_to_nulls_out_in },
    Route { program: "options", route: "plain.In -> Any -> nulls.Out", run: options::plain_in_to_any_to_nulls_out::plain_in_to_any_to_nulls_out_in },
    Route { program: "presence", route: "s.In -> Person", run: presence::s_in_to_person::s_in_to_person_in },
    Route { program: "presence", route: "Person -> s.Out", run: presence::person_to_s_out::person_to_s_out_in },
    Route { program: "presence", route: "Person -> s.NullOut", run: presence::person_to_s_nullout::person_to_s_nullout_in },
    Route { program: "presence", route: "s.In -> Person -> s.Out", run: presence::s_in_to_person_to_s_out::s_in_to_person_to_s_out_in },
    Route { program: "presence", route: "s.In -> Person -> s.NullOut", run: presence::s_in_to_person_to_s_nullout::s_in_to_person_to_s_nullout_in },
    Route { program: "refinements", route: "s.In -> Item", run: refinements::s_in_to_item::s_in_to_item_in },
    Route { program: "spectrum", route: "csv.Abc -> Abc", run: spectrum::csv_abc_to_abc::csv_abc_to_abc_in },
    Route { program: "spectrum", route: "csv.Ab -> Ab", run: spectrum::csv_ab_to_ab::csv_ab_to_ab_in },
    Route { program: "spectrum", route: "csv.Place -> Place", run: spectrum::csv_place_to_place::csv_place_to_place_in },
    Route { program: "spectrum", route: "csv.Location -> Location", run: spectrum::csv_location_to_location::csv_location_to_location_in },
    Route { program: "spectrum", route: "Location -> json.Location", run: spectrum::location_to_json_location::location_to_json_location_in },
    Route { program: "spectrum", route: "csv.Pair -> Pair", run: spectrum::csv_pair_to_pair::csv_pair_to_pair_in },
    Route { program: "spectrum", route: "Abc -> json.Abc", run: spectrum::abc_to_json_abc::abc_to_json_abc_in },
    Route { program: "spectrum", route: "Ab -> json.Ab", run: spectrum::ab_to_json_ab::ab_to_json_ab_in },
    Route { program: "spectrum", route: "Place -> json.Place", run: spectrum::place_to_json_place::place_to_json_place_in },
    Route { program: "spectrum", route: "Pair -> json.Pair", run: spectrum::pair_to_json_pair::pair_to_json_pair_in },
    Route { program: "spectrum", route: "csv.Abc -> Abc -> json.Abc", run: spectrum::csv_abc_to_abc_to_json_abc::csv_abc_to_abc_to_json_abc_in },
    Route { program: "spectrum", route: "csv.Ab -> Ab -> json.Ab", run: spectrum::csv_ab_to_ab_to_json_ab::csv_ab_to_ab_to_json_ab_in },
    Route { program: "spectrum", route: "csv.Place -> Place -> json.Place", run: spectrum::csv_place_to_place_to_json_place::csv_place_to_place_to_json_place_in },
    Route { program: "spectrum", route: "csv.Location -> Location -> json.Location", run: spectrum::csv_location_to_location_to_json_location::csv_location_to_location_to_json_location_in },
    Route { program: "spectrum", route: "csv.Pair -> Pair -> json.Pair", run: spectrum::csv_pair_to_pair_to_json_pair::csv_pair_to_pair_to_json_pair_in },
    Route { program: "tables", route: "s.In -> Deal", run: tables::s_in_to_deal::s_in_to_deal_in },
    Route { program: "tables", route: "Deal -> s.Out", run: tables::deal_to_s_out::deal_to_s_out_in },
    Route { program: "tables", route: "s.In -> Deal -> s.Out", run: tables::s_in_to_deal_to_s_out::s_in_to_deal_to_s_out_in },
    Route { program: "two_way", route: "Bill -> vendor.Bill", run: two_way::bill_to_vendor_bill::bill_to_vendor_bill_in },
    Route { program: "two_way", route: "vendor.Bill -> Bill", run: two_way::vendor_bill_to_bill::vendor_bill_to_bill_in },
    Route { program: "two_way", route: "feed.In -> Bill", run: two_way::feed_in_to_bill::feed_in_to_bill_in },
    Route { program: "two_way", route: "feed.In -> Bill -> vendor.Bill", run: two_way::feed_in_to_bill_to_vendor_bill::feed_in_to_bill_to_vendor_bill_in },
    Route { program: "wire_forms", route: "iso.In -> Moment", run: wire_forms::iso_in_to_moment::iso_in_to_moment_in },
    Route { program: "wire_forms", route: "Moment -> odd.Rec", run: wire_forms::moment_to_odd_rec::moment_to_odd_rec_in },
    Route { program: "wire_forms", route: "odd.Rec -> Moment", run: wire_forms::odd_rec_to_moment::odd_rec_to_moment_in },
    Route { program: "wire_forms", route: "Moment -> odd.Epochs", run: wire_forms::moment_to_odd_epochs::moment_to_odd_epochs_in },
    Route { program: "wire_forms", route: "iso.In -> Moment -> odd.Rec", run: wire_forms::iso_in_to_moment_to_odd_rec::iso_in_to_moment_to_odd_rec_in },
    Route { program: "wire_forms", route: "iso.In -> Moment -> odd.Epochs", run: wire_forms::iso_in_to_moment_to_odd_epochs::iso_in_to_moment_to_odd_epochs_in },
    Route { program: "wire_forms", route: "odd.Rec -> Moment -> odd.Epochs", run: wire_forms::odd_rec_to_moment_to_odd_epochs::odd_rec_to_moment_to_odd_epochs_in },
    Route { program: "crm_export", route: "Company -> billing.Payer", run: crm_export::company_to_billing_payer::company_to_billing_payer_in },
    Route { program: "crm_export", route: "Contact -> billing.Recipient", run: crm_export::contact_to_billing_recipient::contact_to_billing_recipient_in },
    Route { program: "crm_export", route: "crm.ContactRow -> Contact", run: crm_export::crm_contactrow_to_contact::crm_contactrow_to_contact_in },
    Route { program: "crm_export", route: "crm.CompanyRow -> Company", run: crm_export::crm_companyrow_to_company::crm_companyrow_to_company_in },
    Route { program: "crm_export", route: "crm.ContactRow -> Contact -> billing.Recipient", run: crm_export::crm_contactrow_to_contact_to_billing_recipient::crm_contactrow_to_contact_to_billing_recipient_in },
    Route { program: "crm_export", route: "crm.CompanyRow -> Company -> billing.Payer", run: crm_export::crm_companyrow_to_company_to_billing_payer::crm_companyrow_to_company_to_billing_payer_in },
    Route { program: "sensors", route: "gateway.Reading -> Measurement", run: sensors::gateway_reading_to_measurement::gateway_reading_to_measurement_in },
    Route { program: "sensors", route: "Measurement -> monitoring.Point", run: sensors::measurement_to_monitoring_point::measurement_to_monitoring_point_in },
    Route { program: "sensors", route: "gateway.Reading -> Measurement -> monitoring.Point", run: sensors::gateway_reading_to_measurement_to_monitoring_point::gateway_reading_to_measurement_to_monitoring_point_in },
    Route { program: "lead_to_contact", route: "Customer -> billing.Client", run: lead_to_contact::customer_to_billing_client::customer_to_billing_client_in },
    Route { program: "lead_to_contact", route: "Customer -> crm.Contact", run: lead_to_contact::customer_to_crm_contact::customer_to_crm_contact_in },
    Route { program: "lead_to_contact", route: "crm.Contact -> Customer", run: lead_to_contact::crm_contact_to_customer::crm_contact_to_customer_in },
    Route { program: "lead_to_contact", route: "marketing.Lead -> Customer", run: lead_to_contact::marketing_lead_to_customer::marketing_lead_to_customer_in },
    Route { program: "lead_to_contact", route: "crm.Contact -> Customer -> billing.Client", run: lead_to_contact::crm_contact_to_customer_to_billing_client::crm_contact_to_customer_to_billing_client_in },
    Route { program: "lead_to_contact", route: "marketing.Lead -> Customer -> billing.Client", run: lead_to_contact::marketing_lead_to_customer_to_billing_client::marketing_lead_to_customer_to_billing_client_in },
    Route { program: "lead_to_contact", route: "marketing.Lead -> Customer -> crm.Contact", run: lead_to_contact::marketing_lead_to_customer_to_crm_contact::marketing_lead_to_customer_to_crm_contact_in },
    Route { program: "shop_orders", route: "Order -> accounting.Invoice", run: shop_orders::order_to_accounting_invoice::order_to_accounting_invoice_in },
    Route { program: "shop_orders", route: "shop.Address -> Address", run: shop_orders::shop_address_to_address::shop_address_to_address_in },
    Route { program: "shop_orders", route: "shop.Order -> Order", run: shop_orders::shop_order_to_order::shop_order_to_order_in },
    Route { program: "shop_orders", route: "Order -> warehouse.PickList", run: shop_orders::order_to_warehouse_picklist::order_to_warehouse_picklist_in },
    Route { program: "shop_orders", route: "shop.Order -> Order -> accounting.Invoice", run: shop_orders::shop_order_to_order_to_accounting_invoice::shop_order_to_order_to_accounting_invoice_in },
    Route { program: "shop_orders", route: "shop.Order -> Order -> warehouse.PickList", run: shop_orders::shop_order_to_order_to_warehouse_picklist::shop_order_to_order_to_warehouse_picklist_in },
    Route { program: "webhooks", route: "github.IssueEvent -> WorkItem", run: webhooks::github_issueevent_to_workitem::github_issueevent_to_workitem_in },
    Route { program: "webhooks", route: "github.PullRequestEvent -> WorkItem", run: webhooks::github_pullrequestevent_to_workitem::github_pullrequestevent_to_workitem_in },
    Route { program: "library", route: "s.In -> Examples", run: library::s_in_to_examples::s_in_to_examples_in },
    Route { program: "library", route: "s0.In -> Rejects0", run: library::s0_in_to_rejects0::s0_in_to_rejects0_in },
    Route { program: "library", route: "s1.In -> Rejects1", run: library::s1_in_to_rejects1::s1_in_to_rejects1_in },
    Route { program: "library", route: "s2.In -> Rejects2", run: library::s2_in_to_rejects2::s2_in_to_rejects2_in },
    Route { program: "library", route: "s3.In -> Rejects3", run: library::s3_in_to_rejects3::s3_in_to_rejects3_in },
    Route { program: "library", route: "s4.In -> Rejects4", run: library::s4_in_to_rejects4::s4_in_to_rejects4_in },
    Route { program: "library", route: "s5.In -> Rejects5", run: library::s5_in_to_rejects5::s5_in_to_rejects5_in },
    Route { program: "library", route: "s6.In -> Rejects6", run: library::s6_in_to_rejects6::s6_in_to_rejects6_in },
    Route { program: "library", route: "s7.In -> Rejects7", run: library::s7_in_to_rejects7::s7_in_to_rejects7_in },
    Route { program: "library", route: "s8.In -> Rejects8", run: library::s8_in_to_rejects8::s8_in_to_rejects8_in },
    Route { program: "library", route: "s9.In -> Rejects9", run: library::s9_in_to_rejects9::s9_in_to_rejects9_in },
    Route { program: "library", route: "s10.In -> Rejects10", run: library::s10_in_to_rejects10::s10_in_to_rejects10_in },
    Route { program: "library", route: "s11.In -> Rejects11", run: library::s11_in_to_rejects11::s11_in_to_rejects11_in },
    Route { program: "library", route: "s12.In -> Rejects12", run: library::s12_in_to_rejects12::s12_in_to_rejects12_in },
    Route { program: "library", route: "s13.In -> Rejects13", run: library::s13_in_to_rejects13::s13_in_to_rejects13_in },
    Route { program: "library", route: "s14.In -> Rejects14", run: library::s14_in_to_rejects14::s14_in_to_rejects14_in },
    Route { program: "library", route: "s15.In -> Rejects15", run: library::s15_in_to_rejects15::s15_in_to_rejects15_in },
    Route { program: "library", route: "s16.In -> Rejects16", run: library::s16_in_to_rejects16::s16_in_to_rejects16_in },
    Route { program: "library", route: "s17.In -> Rejects17", run: library::s17_in_to_rejects17::s17_in_to_rejects17_in },
    Route { program: "library", route: "s18.In -> Rejects18", run: library::s18_in_to_rejects18::s18_in_to_rejects18_in },
    Route { program: "library", route: "s19.In -> Rejects19", run: library::s19_in_to_rejects19::s19_in_to_rejects19_in },
    Route { program: "library", route: "s20.In -> Rejects20", run: library::s20_in_to_rejects20::s20_in_to_rejects20_in },
];
