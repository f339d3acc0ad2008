//! Generated from the routes of `library`.

pub mod s_in_to_examples;
pub mod s0_in_to_rejects0;
pub mod s1_in_to_rejects1;
pub mod s2_in_to_rejects2;
pub mod s3_in_to_rejects3;
pub mod s4_in_to_rejects4;
pub mod s5_in_to_rejects5;
pub mod s6_in_to_rejects6;
pub mod s7_in_to_rejects7;
pub mod s8_in_to_rejects8;
pub mod s9_in_to_rejects9;
pub mod s10_in_to_rejects10;
pub mod s11_in_to_rejects11;
pub mod s12_in_to_rejects12;
pub mod s13_in_to_rejects13;
pub mod s14_in_to_rejects14;
pub mod s15_in_to_rejects15;
pub mod s16_in_to_rejects16;
pub mod s17_in_to_rejects17;
pub mod s18_in_to_rejects18;
pub mod s19_in_to_rejects19;
pub mod s20_in_to_rejects20;
