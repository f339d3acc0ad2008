//! Generated from the routes of `lead_to_contact`.

pub mod customer_to_billing_client;
pub mod customer_to_crm_contact;
pub mod crm_contact_to_customer;
pub mod marketing_lead_to_customer;
pub mod crm_contact_to_customer_to_billing_client;
pub mod marketing_lead_to_customer_to_billing_client;
pub mod marketing_lead_to_customer_to_crm_contact;
