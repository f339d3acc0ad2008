//! Generated from the routes of `shop_orders`.

pub mod order_to_accounting_invoice;
pub mod shop_address_to_address;
pub mod shop_order_to_order;
pub mod order_to_warehouse_picklist;
pub mod shop_order_to_order_to_accounting_invoice;
pub mod shop_order_to_order_to_warehouse_picklist;
