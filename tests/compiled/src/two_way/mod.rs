//! Generated from the routes of `two_way`.

pub mod bill_to_vendor_bill;
pub mod vendor_bill_to_bill;
pub mod feed_in_to_bill;
pub mod feed_in_to_bill_to_vendor_bill;
