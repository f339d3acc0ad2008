//! Generated from the routes of `hard_02_property_bag`.

pub mod crm_deal_to_deal;
