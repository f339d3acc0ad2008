//! Generated from the routes of `crm_export`.

pub mod company_to_billing_payer;
pub mod contact_to_billing_recipient;
pub mod crm_contactrow_to_contact;
pub mod crm_companyrow_to_company;
pub mod crm_contactrow_to_contact_to_billing_recipient;
pub mod crm_companyrow_to_company_to_billing_payer;
