//! Generated from the routes of `hard_18_csv_blanks`.

pub mod crm_row_to_account;
