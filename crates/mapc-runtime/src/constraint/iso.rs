//! The codes of ISO 3166-1 and ISO 4217, as both stood on 2026-01-01.
//!
//! The tables are ours, so that what passes changes only where this file does. A code is looked up by its number in base 26.

/// ISO 3166-1 alpha-2: the 249 officially assigned codes. Reserved ones (`UK`, `EU`), those that users assign (`XK`) and
/// withdrawn ones (`AN`, `YU`) are none of them.
const COUNTRIES: &str = "\
    AD AE AF AG AI AL AM AO AQ AR AS AT AU AW AX AZ \
    BA BB BD BE BF BG BH BI BJ BL BM BN BO BQ BR BS BT BV BW BY BZ \
    CA CC CD CF CG CH CI CK CL CM CN CO CR CU CV CW CX CY CZ \
    DE DJ DK DM DO DZ EC EE EG EH ER ES ET FI FJ FK FM FO FR \
    GA GB GD GE GF GG GH GI GL GM GN GP GQ GR GS GT GU GW GY \
    HK HM HN HR HT HU ID IE IL IM IN IO IQ IR IS IT JE JM JO JP \
    KE KG KH KI KM KN KP KR KW KY KZ LA LB LC LI LK LR LS LT LU LV LY \
    MA MC MD ME MF MG MH MK ML MM MN MO MP MQ MR MS MT MU MV MW MX MY MZ \
    NA NC NE NF NG NI NL NO NP NR NU NZ OM PA PE PF PG PH PK PL PM PN PR PS PT PW PY \
    QA RE RO RS RU RW SA SB SC SD SE SG SH SI SJ SK SL SM SN SO SR SS ST SV SX SY SZ \
    TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TW TZ UA UG UM US UY UZ \
    VA VC VE VG VI VN VU WF WS YE YT ZA ZM ZW";

/// Currency codes that have one number of minor units.
struct Currencies {
    /// Places behind the point; `None` where the unit is not divided, or where no list gives its division.
    minor_units: Option<u32>,
    codes: &'static str,
}

/// ISO 4217, list one: the codes in force.
const IN_FORCE: [Currencies; 5] = [
    Currencies {
        minor_units: Some(2),
        codes: "\
            AED AFN ALL AMD AOA ARS AUD AWG AZN BAM BBD BDT BMD BND BOB BOV BRL BSD BTN BWP BYN BZD \
            CAD CDF CHE CHF CHW CNY COP COU CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP \
            GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD KZT \
            LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN MXV MYR MZN \
            NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB \
            SAR SBD SCR SDG SEK SGD SHP SLE SOS SRD SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS \
            UAH USD USN UYU UZS VED VES WST XAD XCD XCG YER ZAR ZMW ZWG",
    },
    Currencies { minor_units: Some(0), codes: "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF" },
    Currencies { minor_units: Some(3), codes: "BHD IQD JOD KWD LYD OMR TND" },
    Currencies { minor_units: Some(4), codes: "CLF UYW" },
    Currencies { minor_units: None, codes: "XAG XAU XBA XBB XBC XBD XDR XPD XPT XSU XTS XUA XXX" },
];

/// ISO 4217, list three: the withdrawn codes, which old records hold. The list gives no minor units, so those of a currency's
/// last entry in list one are taken; codes withdrawn before 1999 have none here, nor has `ROL`, on which sources disagree.
const WITHDRAWN: [Currencies; 3] = [
    Currencies {
        minor_units: Some(2),
        codes: "\
            AFA ANG AOR ATS AYM AZM BGL BGN CSD CUC CYP DEM EEK FIM FRF GHC GWP HRK IEP LTL LVL \
            MRO MTL MXP MZM NLG RUR SDD SIT SKK SLL SRG STD TMM USS VEB VEF XEU YUM ZMK ZRN ZWD ZWL ZWN ZWR",
    },
    Currencies { minor_units: Some(0), codes: "ADP BEF BYB BYR ESP GRD ITL LUF MGF PTE TPE TRL" },
    Currencies {
        minor_units: None,
        codes: "\
            ALK AOK AON ARA ARP ARY BAD BEC BEL BGJ BGK BOP BRB BRC BRE BRN BRR BUK CHC CSJ CSK DDM ECS ECV \
            ESA ESB GEK GHP GNE GNS GQE GWE HRD ILP ILR ISJ LAJ LSM LTT LUC LUL LVR MLF MTP MVQ MZE NIC \
            PEH PEI PES PLZ RHD ROK ROL SDP SUR TJR UAK UGS UGW UYN UYP VNC XFO XFU XRE YDD YUD YUN \
            ZAL ZRZ ZWC",
    },
];

/// For each two letters, whether they are a code.
static COUNTRY: [u8; 26 * 26] = marked([0; 26 * 26], COUNTRIES, 2, 1);

/// For each three letters, the place among [`IN_FORCE`] and then [`WITHDRAWN`] of the group that has them, counted from 1; 0
/// for none.
static CURRENCY: [u8; 26 * 26 * 26] = {
    let mut groups = [0; 26 * 26 * 26];
    let mut at = 0;
    while at < IN_FORCE.len() + WITHDRAWN.len() {
        let currencies = if at < IN_FORCE.len() { &IN_FORCE[at] } else { &WITHDRAWN[at - IN_FORCE.len()] };
        at += 1;
        groups = marked(groups, currencies.codes, 3, at as u8);
    }
    groups
};

/// The table with a mark at each of the codes, which have so many letters and a blank between them.
const fn marked<const N: usize>(mut table: [u8; N], codes: &str, letters: usize, mark: u8) -> [u8; N] {
    let codes = codes.as_bytes();
    let mut at = 0;
    while at < codes.len() {
        let (mut number, mut letter) = (0, 0);
        while letter < letters {
            number = number * 26 + (codes[at + letter] - b'A') as usize;
            letter += 1;
        }
        assert!(table[number] == 0, "a code that stands twice");
        table[number] = mark;
        at += letters + 1;
    }
    table
}

/// What a table has for a code of capital letters.
fn found(table: &[u8], letters: usize, code: &str) -> u8 {
    if code.len() != letters || !code.bytes().all(|byte| byte.is_ascii_uppercase()) {
        return 0;
    }
    let number = code.bytes().fold(0, |number, byte| number * 26 + usize::from(byte - b'A'));
    table.get(number).copied().unwrap_or(0)
}

/// Whether a text is an assigned code of ISO 3166-1 alpha-2, in upper case.
pub(super) fn is_country(code: &str) -> bool {
    found(&COUNTRY, 2, code) != 0
}

/// Whether a text is a code of ISO 4217, in force or withdrawn, in upper case.
pub(crate) fn is_currency(code: &str) -> bool {
    found(&CURRENCY, 3, code) != 0
}

/// The places that a currency's least unit has behind the point; `None` for no code of ISO 4217, `Some(None)` for a currency
/// without minor units.
pub(crate) fn minor_units(code: &str) -> Option<Option<u32>> {
    let group = usize::from(found(&CURRENCY, 3, code)).checked_sub(1)?;
    IN_FORCE.iter().chain(&WITHDRAWN).nth(group).map(|currencies| currencies.minor_units)
}

#[cfg(test)]
mod tests {
    use super::{COUNTRIES, Currencies, IN_FORCE, WITHDRAWN, is_country, is_currency, minor_units};

    #[test]
    fn the_tables_have_as_many_codes_as_the_standards() {
        assert_eq!(COUNTRIES.split(' ').count(), 249);
        let count = |groups: &[Currencies]| groups.iter().flat_map(|group| group.codes.split(' ')).count();
        assert_eq!((count(&IN_FORCE), count(&WITHDRAWN)), (178, 129));
    }

    #[test]
    fn codes_are_looked_up_as_they_are_written() {
        assert!(COUNTRIES.split(' ').all(is_country));
        assert!(!["", "D", "de", "D\u{c4}", "DEU", "UK", "XK", "AN", "[A"].into_iter().any(is_country));
        assert!(IN_FORCE.iter().chain(&WITHDRAWN).flat_map(|group| group.codes.split(' ')).all(is_currency));
        assert!(!["", "EU", "eur", "EURO", "XXQ", "AAA", "ZZZ"].into_iter().any(is_currency));
    }

    #[test]
    fn minor_units_are_those_of_the_lists() {
        for (code, units) in [
            ("USD", Some(Some(2))),
            ("JPY", Some(Some(0))),
            ("KWD", Some(Some(3))),
            ("CLF", Some(Some(4))),
            ("XAU", Some(None)),
            ("VES", Some(Some(2))),
            ("HRK", Some(Some(2))),
            ("ITL", Some(Some(0))),
            ("SUR", Some(None)),
            ("usd", None),
            ("XXQ", None),
        ] {
            assert_eq!(minor_units(code), units, "{code}");
        }
    }
}
