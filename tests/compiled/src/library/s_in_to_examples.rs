//! Maps `s.In` to `Examples`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use std::sync::LazyLock;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `s.In` to a `Examples`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn s_in_to_examples(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    s_in_to_examples_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`s_in_to_examples`], within a context that afterwards holds the notices of the record.
pub fn s_in_to_examples_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`s_in_to_examples`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn s_in_to_examples_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, s_in_to_examples_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[162], &[], fields.finish())?;
    let l1: &'a str = l0.id;
    let l2: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[1],
                &[],
                rt::library::number::abs(
                    cx,
                    rt::flow::at(cx, &SITES[0], &[], rt::ops::subtract(0_i64, 7_i64))?,
                ),
            )? == 7_i64,
        ),
    );
    let l3: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::number::abs_decimal(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[2],
                    &[],
                    rt::ops::subtract(
                        rt::Decimal::from_parts(5, 0, 0, false, 1),
                        rt::Decimal::from_parts(2, 0, 0, false, 0),
                    ),
                )?,
            ) == rt::Decimal::from_parts(15, 0, 0, false, 1),
        ),
    );
    let l4: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::number::abs_float(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[3],
                    &[],
                    rt::library::conversion::text_to_float(cx, "-0.5"),
                )?,
            )
                == rt::flow::at(
                    cx,
                    &SITES[4],
                    &[],
                    rt::library::conversion::text_to_float(cx, "0.5"),
                )?,
        ),
    );
    let l5: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[6],
                &[],
                rt::library::date::add_days(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[5],
                        &[],
                        rt::library::date::text_to_date(cx, "2025-02-27"),
                    )?,
                    2_i64,
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[7],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-01"),
                )?,
        ),
    );
    let l6: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[9],
                &[],
                rt::library::date::add_months(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[8],
                        &[],
                        rt::library::date::text_to_date(cx, "2025-01-31"),
                    )?,
                    1_i64,
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[10],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-02-28"),
                )?,
        ),
    );
    let l7: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[12],
                &[],
                rt::library::date::add_seconds(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[11],
                        &[],
                        rt::library::date::text_to_timestamp(cx, "2025-03-31T23:59:30Z"),
                    )?,
                    60_i64,
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[13],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-04-01T00:00:30Z"),
                )?,
        ),
    );
    let l8: bool = rt::library::search::after(cx, "ada@example.com", "@")
        == Some("example.com");
    let l9: bool = !rt::library::search::after(cx, "ada", "@").is_some();
    let l10: bool = rt::library::search::after_last(cx, "report.tar.gz", ".")
        == Some("gz");
    let l12: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[14],
                &[],
                rt::library::list::all(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l11: i64| Ok(rt::ops::greater(l11, 2_i64)),
                ),
            )? == false,
        ),
    );
    let l14: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[15],
                &[],
                rt::library::list::any(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l13: i64| Ok(rt::ops::greater(l13, 2_i64)),
                ),
            )? == true,
        ),
    );
    let l15: bool = rt::library::list::append(cx, rt::flow::list(cx, &[1_i64]), 2_i64)
        == rt::flow::list(cx, &[1_i64, 2_i64]);
    let l16: bool = rt::library::list::at(cx, rt::flow::list(cx, &["a", "b"]), 1_i64)
        == Some("b");
    let l17: bool = !rt::library::list::at(cx, rt::flow::list(cx, &["a", "b"]), 2_i64)
        .is_some();
    let l18: bool = rt::library::number::at_least(cx, 3_i64, 5_i64) == 5_i64;
    let l19: bool = rt::library::number::at_least(cx, 7_i64, 5_i64) == 7_i64;
    let l20: bool = rt::library::number::at_most(cx, 130_i64, 100_i64) == 100_i64;
    let l21: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[16],
                &[],
                rt::library::encoding::base64_decode(cx, "QWRhPw=="),
            )? == "Ada?",
        ),
    );
    let l22: bool = rt::library::encoding::base64_encode(cx, "Ada?") == "QWRhPw==";
    let l23: bool = rt::library::search::before(cx, "ada@example.com", "@") == "ada";
    let l24: bool = rt::library::search::before(cx, "ada", "@") == "ada";
    let l25: bool = rt::library::search::before_last(cx, "report.tar.gz", ".")
        == "report.tar";
    let l26: bool = rt::library::text::capitalize(cx, "lovelace") == "Lovelace";
    let l27: bool = rt::library::text::capitalize(cx, "McDonald") == "McDonald";
    let l28: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[17],
                &[],
                rt::library::number::ceil(
                    cx,
                    rt::Decimal::from_parts(21, 0, 0, false, 1),
                ),
            )? == 3_i64,
        ),
    );
    let l29: bool = rt::library::list::concat(
        cx,
        rt::flow::list(cx, &[1_i64]),
        rt::flow::list(cx, &[2_i64, 3_i64]),
    ) == rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]);
    let l30: bool = rt::library::search::contains(cx, "Analytical Engines", "Engine")
        == true;
    let l31: bool = rt::library::order::contains(
        cx,
        rt::flow::list(cx, &["a", "b"]),
        "b",
    ) == true;
    let l32: bool = rt::library::list::count(cx, rt::flow::list(cx, &["a", "b"]))
        == 2_i64;
    let l34: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[18],
                &[],
                rt::library::list::count_where(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l33: i64| Ok(rt::ops::greater(l33, 1_i64)),
                ),
            )? == 2_i64,
        ),
    );
    let l35: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::day(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[19],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
            ) == 31_i64,
        ),
    );
    let l36: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::days_until(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[20],
                    &[],
                    rt::library::date::text_to_date(cx, "2024-02-28"),
                )?,
                rt::flow::at(
                    cx,
                    &SITES[21],
                    &[],
                    rt::library::date::text_to_date(cx, "2024-03-01"),
                )?,
            ) == 2_i64,
        ),
    );
    let l37: bool = rt::library::order::distinct(
        cx,
        rt::flow::list(cx, &["b", "a", "b"]),
    ) == rt::flow::list(cx, &["b", "a"]);
    let l39: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[22],
                &[],
                rt::library::order::distinct_by(
                    cx,
                    rt::flow::list(cx, &["Ada", "Grace", "ada"]),
                    |l38: &'a str| Ok(rt::library::text::lower(cx, l38)),
                ),
            )? == rt::flow::list(cx, &["Ada", "Grace"]),
        ),
    );
    let l40: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[23],
                &[],
                rt::library::number::div(cx, 17_i64, 5_i64),
            )? == 3_i64,
        ),
    );
    let l41: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[24],
                &[],
                rt::library::number::div_decimal(
                    cx,
                    rt::Decimal::from_parts(10, 0, 0, false, 0),
                    rt::Decimal::from_parts(3, 0, 0, false, 0),
                    2_i64,
                    "half_up",
                ),
            )? == rt::Decimal::from_parts(333, 0, 0, false, 2),
        ),
    );
    let l42: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[25],
                &[],
                rt::library::number::div_decimal(
                    cx,
                    rt::Decimal::from_parts(2, 0, 0, false, 0),
                    rt::Decimal::from_parts(3, 0, 0, false, 0),
                    4_i64,
                    "half_even",
                ),
            )? == rt::Decimal::from_parts(6667, 0, 0, false, 4),
        ),
    );
    let l43: bool = rt::library::list::drop(
        cx,
        rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
        2_i64,
    ) == rt::flow::list(cx, &[3_i64]);
    let l44: bool = rt::library::search::ends_with(cx, "photo.jpg", ".png") == false;
    let l45: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::entries(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[26],
                    &[],
                    rt::library::map::to_map(
                        cx,
                        rt::flow::list(cx, &[("b", 1_i64), ("a", 2_i64)]),
                    ),
                )?,
            ) == rt::flow::list(cx, &[("b", 1_i64), ("a", 2_i64)]),
        ),
    );
    let l46: bool = rt::library::list::enumerate(cx, rt::flow::list(cx, &["a", "b"]))
        == rt::flow::list(cx, &[(1_i64, "a"), (2_i64, "b")]);
    let l47: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::epoch_ms(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[27],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "1970-01-01T00:00:01.250Z"),
                )?,
            ) == 1250_i64,
        ),
    );
    let l48: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::epoch_s(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[28],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "1970-01-02T00:00:00Z"),
                )?,
            ) == 86400_i64,
        ),
    );
    let l49: bool = rt::library::search::extract(
        cx,
        "/Date(1417392000000+0000)/",
        &REGEX_0,
    ) == Some("1417392000000");
    let l50: bool = rt::library::search::extract(cx, "order 17 of 20", &REGEX_1)
        == Some("17");
    let l51: bool = !rt::library::search::extract(cx, "none", &REGEX_1).is_some();
    let l52: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[29],
                &[],
                rt::library::search::extract_group(cx, "2025-03-31", &REGEX_2, 2_i64),
            )? == Some("03"),
        ),
    );
    let l53: bool = rt::library::search::extract_all(cx, "#red and #blue", &REGEX_3)
        == rt::flow::list(cx, &["red", "blue"]);
    let l55: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[30],
                &[],
                rt::library::list::filter(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l54: i64| Ok(rt::ops::greater(l54, 1_i64)),
                ),
            )? == rt::flow::list(cx, &[2_i64, 3_i64]),
        ),
    );
    let l57: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[31],
                &[],
                rt::library::list::find(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l56: i64| Ok(rt::ops::greater(l56, 1_i64)),
                ),
            )? == Some(2_i64),
        ),
    );
    let l59: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            !rt::flow::at(
                    cx,
                    &SITES[32],
                    &[],
                    rt::library::list::find(
                        cx,
                        rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                        |l58: i64| Ok(rt::ops::greater(l58, 3_i64)),
                    ),
                )?
                .is_some(),
        ),
    );
    let l60: bool = rt::library::list::first(cx, rt::flow::list(cx, &[1_i64, 2_i64]))
        == Some(1_i64);
    let l61: bool = rt::library::text::first_nonblank(
        cx,
        rt::flow::list(cx, &[Some(" "), None, Some("Ada"), Some("Grace")]),
    ) == Some("Ada");
    let l63: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[33],
                &[],
                rt::library::list::flat_map(
                    cx,
                    rt::flow::list(cx, &["a b", "c"]),
                    |l62: &'a str| Ok(rt::library::search::split(cx, l62, " ")),
                ),
            )? == rt::flow::list(cx, &["a", "b", "c"]),
        ),
    );
    let l64: bool = rt::library::list::flatten(
        cx,
        rt::flow::list(
            cx,
            &[rt::flow::list(cx, &[1_i64, 2_i64]), rt::flow::list(cx, &[3_i64])],
        ),
    ) == rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]);
    let l65: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[35],
                &[],
                rt::library::number::floor(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[34],
                        &[],
                        rt::ops::subtract(
                            rt::Decimal::from_parts(0, 0, 0, false, 0),
                            rt::Decimal::from_parts(25, 0, 0, false, 1),
                        ),
                    )?,
                ),
            )? == -3_i64,
        ),
    );
    let l66: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::format_date(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[36],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
                &PATTERN_0,
            ) == "31 Mar 2025",
        ),
    );
    let l67: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::format_local_datetime(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[37],
                    &[],
                    rt::library::date::text_to_local_datetime(cx, "2025-03-31T14:05:00"),
                )?,
                &PATTERN_1,
            ) == "31.03.2025 14:05",
        ),
    );
    let l68: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::format_timestamp(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[38],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-03-31T12:30:00+02:00"),
                )?,
                &PATTERN_2,
            ) == "2025-03-31 10:30 +00:00",
        ),
    );
    let l69: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[40],
                &[],
                rt::library::date::format_timestamp_in(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[39],
                        &[],
                        rt::library::date::text_to_timestamp(cx, "2025-03-31T10:30:00Z"),
                    )?,
                    &PATTERN_3,
                    "Europe/Berlin",
                ),
            )? == "31.03.2025 12:30",
        ),
    );
    let l70: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[41],
                &[],
                rt::library::date::from_epoch_ms(cx, 1417392000000_i64),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[42],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2014-12-01T00:00:00Z"),
                )?,
        ),
    );
    let l71: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[43],
                &[],
                rt::library::date::from_epoch_s(cx, 86400_i64),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[44],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "1970-01-02T00:00:00Z"),
                )?,
        ),
    );
    let l72: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[45],
                &[],
                rt::library::money::from_minor(cx, 1999_i64, "usd"),
            )? == rt::Decimal::from_parts(1999, 0, 0, false, 2),
        ),
    );
    let l73: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[46],
                &[],
                rt::library::money::from_minor(cx, 1999_i64, "JPY"),
            )? == rt::Decimal::from_parts(1999, 0, 0, false, 0),
        ),
    );
    let l74: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[47],
                &[],
                rt::library::money::from_minor(cx, 1999_i64, "kwd"),
            )? == rt::Decimal::from_parts(1999, 0, 0, false, 3),
        ),
    );
    let l75: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::get(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[48],
                    &[],
                    rt::library::map::to_map(
                        cx,
                        rt::flow::list(cx, &[("a", 1_i64), ("b", 2_i64)]),
                    ),
                )?,
                "b",
            ) == Some(2_i64),
        ),
    );
    let l76: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            !rt::library::map::get(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[49],
                        &[],
                        rt::library::map::to_map(cx, rt::flow::list(cx, &[("a", 1_i64)])),
                    )?,
                    "b",
                )
                .is_some(),
        ),
    );
    let l78: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[50],
                &[],
                rt::library::order::group_by(
                    cx,
                    rt::flow::list(cx, &["a", "bb", "c"]),
                    |l77: &'a str| Ok(rt::library::text::length(cx, l77)),
                ),
            )?
                == rt::flow::list(
                    cx,
                    &[
                        (1_i64, rt::flow::list(cx, &["a", "c"])),
                        (2_i64, rt::flow::list(cx, &["bb"])),
                    ],
                ),
        ),
    );
    let l79: bool = (rt::library::encoding::hash_once(
        cx,
        rt::library::encoding::hash_once(cx, "abc"),
    ) == rt::library::encoding::sha256(cx, "abc")) == true;
    let l80: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[51],
                &[],
                rt::library::encoding::hex_decode(cx, "416461"),
            )? == "Ada",
        ),
    );
    let l81: bool = rt::library::encoding::hex_encode(cx, "Ada") == "416461";
    let l82: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[52],
                &[],
                rt::library::encoding::hmac_sha256(
                    cx,
                    "what do ya want for nothing?",
                    "Jefe",
                ),
            )? == "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        ),
    );
    let l83: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::local_datetime_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[53],
                    &[],
                    rt::library::date::in_zone(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[53],
                            &[],
                            rt::library::date::text_to_timestamp(
                                cx,
                                "2025-03-31T10:30:00Z",
                            ),
                        )?,
                        "Europe/Berlin",
                    ),
                )?,
            ) == "2025-03-31T12:30:00",
        ),
    );
    let l84: bool = rt::library::order::index_of(
        cx,
        rt::flow::list(cx, &["a", "b"]),
        "b",
    ) == Some(1_i64);
    let l85: bool = !rt::library::order::index_of(
            cx,
            rt::flow::list(cx, &["a", "b"]),
            "c",
        )
        .is_some();
    let l86: bool = rt::library::text::is_blank(cx, " ") == true;
    let l87: bool = rt::library::list::is_empty(cx, rt::flow::list(cx, &[1_i64]))
        == false;
    let l88: bool = rt::library::text::join(
        cx,
        rt::flow::list(cx, &["a", "b", "c"]),
        ", ",
    ) == "a, b, c";
    let l89: bool = rt::library::text::join_present(
        cx,
        rt::flow::list(cx, &[Some("Ada"), None, Some("Lovelace")]),
        " ",
    ) == "Ada Lovelace";
    let l90: bool = rt::library::text::join_present(
        cx,
        rt::flow::list(cx, &[Some("Ada"), rt::library::text::nonblank(cx, "")]),
        " ",
    ) == "Ada";
    let l91: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::keys(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[54],
                    &[],
                    rt::library::map::to_map(
                        cx,
                        rt::flow::list(cx, &[("b", 1_i64), ("a", 2_i64)]),
                    ),
                )?,
            ) == rt::flow::list(cx, &["b", "a"]),
        ),
    );
    let l92: bool = rt::library::list::last(cx, rt::flow::list(cx, &[1_i64, 2_i64]))
        == Some(2_i64);
    let l93: bool = rt::library::text::length(cx, "naïve") == 5_i64;
    let l94: bool = rt::library::search::lines(cx, "one\r\ntwo\n")
        == rt::flow::list(cx, &["one", "two"]);
    let l95: bool = rt::library::text::lower(cx, "Ada@Example.COM") == "ada@example.com";
    let l96: bool = rt::library::text::lower(cx, "ÀÉ") == "àé";
    let l98: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[56],
                &[],
                rt::library::list::map(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64]),
                    |l97: i64| rt::flow::at(
                        cx,
                        &SITES[55],
                        &[],
                        rt::ops::multiply(l97, 10_i64),
                    ),
                ),
            )? == rt::flow::list(cx, &[10_i64, 20_i64]),
        ),
    );
    let l100: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::values(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[57],
                    &[],
                    rt::library::map::map_values(
                        cx,
                        rt::flow::at(
                            cx,
                            &SITES[57],
                            &[],
                            rt::library::map::to_map(
                                cx,
                                rt::flow::list(cx, &[("a", 1_i64)]),
                            ),
                        )?,
                        |l99: i64| rt::flow::at(
                            cx,
                            &SITES[58],
                            &[],
                            rt::ops::multiply(l99, 10_i64),
                        ),
                    ),
                )?,
            ) == rt::flow::list(cx, &[10_i64]),
        ),
    );
    let l101: bool = rt::library::search::matches(cx, "A-17", &REGEX_4) == true;
    let l102: bool = rt::library::search::matches(cx, "an A-17", &REGEX_4) == false;
    let l103: bool = rt::library::order::max(
        cx,
        rt::flow::list(cx, &[3_i64, 1_i64, 2_i64]),
    ) == Some(3_i64);
    let l105: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[59],
                &[],
                rt::library::order::max_by(
                    cx,
                    rt::flow::list(cx, &["a", "bb", "cc"]),
                    |l104: &'a str| Ok(rt::library::text::length(cx, l104)),
                ),
            )? == Some("bb"),
        ),
    );
    let l106: bool = rt::library::encoding::md5(cx, "abc")
        == "900150983cd24fb0d6963f7d28e17f72";
    let l107: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::entries(
                cx,
                rt::library::map::merge(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[60],
                        &[],
                        rt::library::map::to_map(
                            cx,
                            rt::flow::list(cx, &[("a", 1_i64), ("b", 2_i64)]),
                        ),
                    )?,
                    rt::flow::at(
                        cx,
                        &SITES[61],
                        &[],
                        rt::library::map::to_map(
                            cx,
                            rt::flow::list(cx, &[("c", 3_i64), ("a", 4_i64)]),
                        ),
                    )?,
                ),
            ) == rt::flow::list(cx, &[("a", 4_i64), ("b", 2_i64), ("c", 3_i64)]),
        ),
    );
    let l108: bool = rt::library::order::min(
        cx,
        rt::flow::list(cx, &[3_i64, 1_i64, 2_i64]),
    ) == Some(1_i64);
    let l110: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[62],
                &[],
                rt::library::order::min_by(
                    cx,
                    rt::flow::list(cx, &["ccc", "a", "b"]),
                    |l109: &'a str| Ok(rt::library::text::length(cx, l109)),
                ),
            )? == Some("a"),
        ),
    );
    let l111: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::month(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[63],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
            ) == 3_i64,
        ),
    );
    let l112: bool = rt::library::text::nonblank(cx, " Ada") == Some(" Ada");
    let l113: bool = !rt::library::text::nonblank(cx, " ").is_some();
    let l114: bool = rt::library::list::nonempty(cx, rt::flow::list(cx, &[1_i64]))
        == Some(rt::flow::list(cx, &[1_i64]));
    let l115: bool = !rt::library::list::nonempty(
            cx,
            rt::library::list::drop(cx, rt::flow::list(cx, &[1_i64]), 1_i64),
        )
        .is_some();
    let l116: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[64],
                &[],
                rt::library::web::normalize_email(cx, " Ada@Example.COM "),
            )? == "ada@example.com",
        ),
    );
    let l117: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[65],
                &[],
                rt::library::web::normalize_email(cx, "mailto:ada@example.com"),
            )? == "ada@example.com",
        ),
    );
    let l118: bool = rt::library::text::normalize_space(cx, " Ada \n  Lovelace ")
        == "Ada Lovelace";
    let l119: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::keys(
                cx,
                rt::library::map::omit(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[66],
                        &[],
                        rt::library::map::to_map(
                            cx,
                            rt::flow::list(cx, &[("a", 1_i64), ("b", 2_i64)]),
                        ),
                    )?,
                    rt::flow::list(cx, &["b", "c"]),
                ),
            ) == rt::flow::list(cx, &["a"]),
        ),
    );
    let l120: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[67],
                &[],
                rt::library::text::pad_end(cx, "Ada", 5_i64, "."),
            )? == "Ada..",
        ),
    );
    let l121: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[68],
                &[],
                rt::library::text::pad_start(cx, "42", 5_i64, "0"),
            )? == "00042",
        ),
    );
    let l122: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[69],
                &[],
                rt::library::text::pad_start(cx, "123456", 5_i64, "0"),
            )? == "123456",
        ),
    );
    let l123: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[70],
                &[],
                rt::library::date::parse_date(cx, "31.03.2025", &PATTERN_4),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[71],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
        ),
    );
    let l124: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::local_datetime_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[72],
                    &[],
                    rt::library::date::parse_local_datetime(
                        cx,
                        "3/31/2025 2:05 PM",
                        &PATTERN_5,
                    ),
                )?,
            ) == "2025-03-31T14:05:00",
        ),
    );
    let l125: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[73],
                &[],
                rt::library::money::parse_money(cx, "$1,234.50", "."),
            )? == rt::Decimal::from_parts(12345, 0, 0, false, 1),
        ),
    );
    let l126: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[74],
                &[],
                rt::library::money::parse_money(cx, "-1.234,50 €", ","),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[75],
                    &[],
                    rt::ops::subtract(
                        rt::Decimal::from_parts(0, 0, 0, false, 0),
                        rt::Decimal::from_parts(12345, 0, 0, false, 1),
                    ),
                )?,
        ),
    );
    let l127: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[76],
                &[],
                rt::library::money::parse_money(cx, "(USD 12)", "."),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[77],
                    &[],
                    rt::ops::subtract(
                        rt::Decimal::from_parts(0, 0, 0, false, 0),
                        rt::Decimal::from_parts(120, 0, 0, false, 1),
                    ),
                )?,
        ),
    );
    let l128: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[78],
                &[],
                rt::library::date::parse_timestamp(
                    cx,
                    "2025-03-31 12:30 +0200",
                    &PATTERN_6,
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[79],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-03-31T10:30:00Z"),
                )?,
        ),
    );
    let l129: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[80],
                &[],
                rt::library::date::parse_timestamp_in(
                    cx,
                    "2025-03-31 12:30",
                    &PATTERN_7,
                    "Europe/Berlin",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[81],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-03-31T10:30:00Z"),
                )?,
        ),
    );
    let l130: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::keys(
                cx,
                rt::library::map::pick(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[82],
                        &[],
                        rt::library::map::to_map(
                            cx,
                            rt::flow::list(cx, &[("a", 1_i64), ("b", 2_i64)]),
                        ),
                    )?,
                    rt::flow::list(cx, &["b", "c"]),
                ),
            ) == rt::flow::list(cx, &["b"]),
        ),
    );
    let l132: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[83],
                &[],
                rt::library::list::prefer(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l131: i64| Ok(rt::ops::greater(l131, 1_i64)),
                ),
            )? == Some(2_i64),
        ),
    );
    let l134: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[84],
                &[],
                rt::library::list::prefer(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l133: i64| Ok(rt::ops::greater(l133, 3_i64)),
                ),
            )? == Some(1_i64),
        ),
    );
    let l137: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[85],
                &[],
                rt::library::list::prefer_2(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l135: i64| Ok(rt::ops::greater(l135, 3_i64)),
                    |l136: i64| Ok(rt::ops::greater(l136, 2_i64)),
                ),
            )? == Some(3_i64),
        ),
    );
    let l141: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[86],
                &[],
                rt::library::list::prefer_3(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l138: i64| Ok(rt::ops::greater(l138, 5_i64)),
                    |l139: i64| Ok(rt::ops::greater(l139, 4_i64)),
                    |l140: i64| Ok(l140 == 2_i64),
                ),
            )? == Some(2_i64),
        ),
    );
    let l146: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[87],
                &[],
                rt::library::list::prefer_4(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
                    |l142: i64| Ok(rt::ops::greater(l142, 6_i64)),
                    |l143: i64| Ok(rt::ops::greater(l143, 5_i64)),
                    |l144: i64| Ok(rt::ops::greater(l144, 4_i64)),
                    |l145: i64| Ok(rt::ops::greater(l145, 2_i64)),
                ),
            )? == Some(3_i64),
        ),
    );
    let l147: bool = rt::library::list::present(
        cx,
        rt::flow::list(cx, &[Some("Ada"), None]),
    ) == rt::flow::list(cx, &["Ada"]);
    let l148: bool = rt::library::search::remove(cx, "#1001", "#") == "1001";
    let l149: bool = rt::library::search::remove_matches(cx, "+44 (0) 20-7946", &REGEX_5)
        == "+440207946";
    let l150: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[88],
                &[],
                rt::library::text::repeat(cx, "ab", 3_i64),
            )? == "ababab",
        ),
    );
    let l151: bool = rt::library::search::replace(cx, "1.234,50", ".", "") == "1234,50";
    let l152: bool = rt::library::search::replace_matches(cx, "a1b22", &REGEX_1, "#")
        == "a#b#";
    let l153: bool = rt::library::search::replace_matches(
        cx,
        "Lovelace, Ada",
        &REGEX_6,
        "$2 $1",
    ) == "Ada Lovelace";
    let l154: bool = rt::library::list::reverse(
        cx,
        rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
    ) == rt::flow::list(cx, &[3_i64, 2_i64, 1_i64]);
    let l155: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[89],
                &[],
                rt::library::number::round(
                    cx,
                    rt::Decimal::from_parts(2345, 0, 0, false, 3),
                    2_i64,
                    "half_up",
                ),
            )? == rt::Decimal::from_parts(235, 0, 0, false, 2),
        ),
    );
    let l156: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[90],
                &[],
                rt::library::number::round(
                    cx,
                    rt::Decimal::from_parts(2345, 0, 0, false, 3),
                    2_i64,
                    "half_even",
                ),
            )? == rt::Decimal::from_parts(234, 0, 0, false, 2),
        ),
    );
    let l157: bool = rt::library::encoding::sha256(cx, "abc")
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    let l158: bool = rt::library::order::sort(
        cx,
        rt::flow::list(cx, &[3_i64, 1_i64, 2_i64]),
    ) == rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]);
    let l159: bool = rt::library::order::sort(cx, rt::flow::list(cx, &["b", "a", "B"]))
        == rt::flow::list(cx, &["B", "a", "b"]);
    let l161: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[91],
                &[],
                rt::library::order::sort_by(
                    cx,
                    rt::flow::list(cx, &["ccc", "a", "bb", "d"]),
                    |l160: &'a str| Ok(rt::library::text::length(cx, l160)),
                ),
            )? == rt::flow::list(cx, &["a", "d", "bb", "ccc"]),
        ),
    );
    let l162: bool = rt::library::search::split(cx, "a,b,,c", ",")
        == rt::flow::list(cx, &["a", "b", "", "c"]);
    let l163: bool = rt::library::search::split(cx, "", ",")
        == rt::flow::list(cx, &[""]);
    let l164: bool = rt::library::search::split_matches(cx, "a, b;c", &REGEX_7)
        == rt::flow::list(cx, &["a", "b", "c"]);
    let l165: bool = rt::library::search::starts_with(cx, "INV-7", "INV-") == true;
    let l166: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[92],
                &[],
                rt::library::text::substring_from(cx, "Übung", 1_i64),
            )? == "bung",
        ),
    );
    let l167: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[93],
                &[],
                rt::library::text::substring_from(cx, "Ada", 5_i64),
            )? == "",
        ),
    );
    let l168: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[94],
                &[],
                rt::library::text::substring(cx, "2025-03-31", 5_i64, 2_i64),
            )? == "03",
        ),
    );
    let l169: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[95],
                &[],
                rt::library::text::substring(cx, "Ada", 1_i64, 100_i64),
            )? == "da",
        ),
    );
    let l170: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[96],
                &[],
                rt::library::order::sum(cx, rt::flow::list(cx, &[1_i64, 2_i64, 3_i64])),
            )? == 6_i64,
        ),
    );
    let l171: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[97],
                &[],
                rt::library::order::sum_decimals(
                    cx,
                    rt::flow::list(
                        cx,
                        &[
                            rt::Decimal::from_parts(1, 0, 0, false, 1),
                            rt::Decimal::from_parts(2, 0, 0, false, 1),
                        ],
                    ),
                ),
            )? == rt::Decimal::from_parts(3, 0, 0, false, 1),
        ),
    );
    let l172: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[100],
                &[],
                rt::library::order::sum_floats(
                    cx,
                    rt::flow::list(
                        cx,
                        &[
                            rt::flow::at(
                                cx,
                                &SITES[98],
                                &[],
                                rt::library::conversion::decimal_to_float(
                                    cx,
                                    rt::Decimal::from_parts(5, 0, 0, false, 1),
                                ),
                            )?,
                            rt::flow::at(
                                cx,
                                &SITES[99],
                                &[],
                                rt::library::conversion::decimal_to_float(
                                    cx,
                                    rt::Decimal::from_parts(25, 0, 0, false, 2),
                                ),
                            )?,
                        ],
                    ),
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[101],
                    &[],
                    rt::library::conversion::decimal_to_float(
                        cx,
                        rt::Decimal::from_parts(75, 0, 0, false, 2),
                    ),
                )?,
        ),
    );
    let l174: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[102],
                &[],
                rt::library::order::sum_of(
                    cx,
                    rt::flow::list(cx, &["a", "bb"]),
                    |l173: &'a str| Ok(rt::library::text::length(cx, l173)),
                ),
            )? == 3_i64,
        ),
    );
    let l176: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[104],
                &[],
                rt::library::order::sum_of_decimals(
                    cx,
                    rt::flow::list(cx, &[1_i64, 2_i64]),
                    |l175: i64| rt::flow::at(
                        cx,
                        &SITES[103],
                        &[],
                        rt::ops::multiply(
                            rt::Decimal::from(l175),
                            rt::Decimal::from_parts(1, 0, 0, false, 1),
                        ),
                    ),
                ),
            )? == rt::Decimal::from_parts(3, 0, 0, false, 1),
        ),
    );
    let l178: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[106],
                &[],
                rt::library::order::sum_of_floats(
                    cx,
                    rt::flow::list(cx, &["0.5", "0.25"]),
                    |l177: &'a str| rt::flow::at(
                        cx,
                        &SITES[105],
                        &[],
                        rt::library::conversion::text_to_float(cx, l177),
                    ),
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[107],
                    &[],
                    rt::library::conversion::decimal_to_float(
                        cx,
                        rt::Decimal::from_parts(75, 0, 0, false, 2),
                    ),
                )?,
        ),
    );
    let l179: bool = rt::library::list::take(
        cx,
        rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
        2_i64,
    ) == rt::flow::list(cx, &[1_i64, 2_i64]);
    let l180: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[108],
                &[],
                rt::library::conversion::to_bool(cx, "true"),
            )? == true,
        ),
    );
    let l181: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[109],
                &[],
                rt::library::conversion::words_to_bool(cx, "N", "Y", "N"),
            )? == false,
        ),
    );
    let l182: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[110],
                &[],
                rt::library::conversion::words_to_bool(
                    cx,
                    rt::library::text::lower(cx, "y"),
                    "y",
                    "n",
                ),
            )? == true,
        ),
    );
    let l183: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[111],
                &[],
                rt::library::date::text_to_date(cx, "2025-03-31"),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[112],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
        ),
    );
    let l184: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::to_date(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[113],
                    &[],
                    rt::library::date::text_to_local_datetime(cx, "2025-03-31T10:30:00"),
                )?,
            )
                == rt::flow::at(
                    cx,
                    &SITES[114],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
        ),
    );
    let l185: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[116],
                &[],
                rt::library::date::timestamp_to_date(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[115],
                        &[],
                        rt::library::date::text_to_timestamp(cx, "2025-03-31T23:30:00Z"),
                    )?,
                    "Europe/Berlin",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[117],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-04-01"),
                )?,
        ),
    );
    let l186: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[118],
                &[],
                rt::library::conversion::text_to_decimal(cx, "1200.50"),
            )? == rt::Decimal::from_parts(12005, 0, 0, false, 1),
        ),
    );
    let l187: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[119],
                &[],
                rt::ops::divide(
                    rt::library::conversion::int_to_decimal(cx, 7_i64),
                    rt::Decimal::from_parts(2, 0, 0, false, 0),
                ),
            )? == rt::Decimal::from_parts(35, 0, 0, false, 1),
        ),
    );
    let l188: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[121],
                &[],
                rt::library::conversion::float_to_decimal(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[120],
                        &[],
                        rt::library::conversion::text_to_float(cx, "0.1"),
                    )?,
                ),
            )? == rt::Decimal::from_parts(1, 0, 0, false, 1),
        ),
    );
    let l189: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[122],
                &[],
                rt::library::conversion::text_to_decimal(cx, "42.5"),
            )? == rt::Decimal::from_parts(425, 0, 0, false, 1),
        ),
    );
    let l190: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::float_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[123],
                    &[],
                    rt::library::conversion::text_to_float(cx, "2.50"),
                )?,
            ) == "2.5",
        ),
    );
    let l191: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[124],
                &[],
                rt::library::conversion::float_to_int(
                    cx,
                    rt::library::conversion::int_to_float(cx, 7_i64),
                ),
            )? == 7_i64,
        ),
    );
    let l192: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[126],
                &[],
                rt::library::conversion::float_to_decimal(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[125],
                        &[],
                        rt::library::conversion::decimal_to_float(
                            cx,
                            rt::Decimal::from_parts(25, 0, 0, false, 1),
                        ),
                    )?,
                ),
            )? == rt::Decimal::from_parts(25, 0, 0, false, 1),
        ),
    );
    let l193: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[127],
                &[],
                rt::library::conversion::text_to_int(cx, "-42"),
            )? == -42_i64,
        ),
    );
    let l194: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[128],
                &[],
                rt::library::conversion::decimal_to_int(
                    cx,
                    rt::Decimal::from_parts(700, 0, 0, false, 2),
                ),
            )? == 7_i64,
        ),
    );
    let l195: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[130],
                &[],
                rt::library::conversion::float_to_int(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[129],
                        &[],
                        rt::library::conversion::text_to_float(cx, "7"),
                    )?,
                ),
            )? == 7_i64,
        ),
    );
    let l196: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[131],
                &[],
                rt::library::conversion::text_to_int(cx, "42"),
            )? == 42_i64,
        ),
    );
    let l197: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::local_datetime_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[132],
                    &[],
                    rt::library::date::text_to_local_datetime(cx, "2025-03-31T10:30:00"),
                )?,
            ) == "2025-03-31T10:30:00",
        ),
    );
    let l198: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::keys(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[133],
                    &[],
                    rt::library::map::to_map(cx, rt::flow::list(cx, &[("a", 1_i64)])),
                )?,
            ) == rt::flow::list(cx, &["a"]),
        ),
    );
    let l200: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::get(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[134],
                    &[],
                    rt::library::map::to_map_by(
                        cx,
                        rt::flow::list(cx, &["Ada", "Grace"]),
                        |l199: &'a str| Ok(rt::library::text::lower(cx, l199)),
                    ),
                )?,
                "ada",
            ) == Some("Ada"),
        ),
    );
    let l201: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[135],
                &[],
                rt::library::money::to_minor(
                    cx,
                    rt::Decimal::from_parts(1999, 0, 0, false, 2),
                    "USD",
                ),
            )? == 1999_i64,
        ),
    );
    let l202: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[136],
                &[],
                rt::library::money::to_minor(
                    cx,
                    rt::Decimal::from_parts(1999, 0, 0, false, 3),
                    "kwd",
                ),
            )? == 1999_i64,
        ),
    );
    let l203: bool = rt::library::conversion::to_string(cx, "Ada") == "Ada";
    let l204: bool = rt::library::conversion::int_to_string(cx, 42_i64) == "42";
    let l205: bool = rt::library::conversion::decimal_to_string(
        cx,
        rt::Decimal::from_parts(1250, 0, 0, false, 2),
    ) == "12.5";
    let l206: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[137],
                &[],
                rt::library::conversion::decimal_to_places(
                    cx,
                    rt::Decimal::from_parts(125, 0, 0, false, 1),
                    2_i64,
                ),
            )? == "12.50",
        ),
    );
    let l207: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::float_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[138],
                    &[],
                    rt::library::conversion::text_to_float(cx, "0.10"),
                )?,
            ) == "0.1",
        ),
    );
    let l208: bool = rt::library::conversion::bool_to_string(
        cx,
        rt::ops::less(1_i64, 2_i64),
    ) == "true";
    let l209: bool = rt::library::conversion::to_string(cx, "A-1") == "A-1";
    let l210: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::date_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[139],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
            ) == "2025-03-31",
        ),
    );
    let l211: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::local_datetime_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[140],
                    &[],
                    rt::library::date::text_to_local_datetime(
                        cx,
                        "2025-03-31T10:30:00.50",
                    ),
                )?,
            ) == "2025-03-31T10:30:00.5",
        ),
    );
    let l212: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::conversion::timestamp_to_string(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[141],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-03-31T12:30:00+02:00"),
                )?,
            ) == "2025-03-31T10:30:00Z",
        ),
    );
    let l213: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[142],
                &[],
                rt::library::date::text_to_timestamp(cx, "2025-03-31T12:30:00+02:00"),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[143],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-03-31T10:30:00Z"),
                )?,
        ),
    );
    let l214: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[145],
                &[],
                rt::library::date::to_timestamp(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[144],
                        &[],
                        rt::library::date::text_to_local_datetime(
                            cx,
                            "2025-07-01T12:00:00",
                        ),
                    )?,
                    "Europe/Berlin",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[146],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-07-01T10:00:00Z"),
                )?,
        ),
    );
    let l215: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[148],
                &[],
                rt::library::date::to_timestamp_choosing(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[147],
                        &[],
                        rt::library::date::text_to_local_datetime(
                            cx,
                            "2025-10-26T02:30:00",
                        ),
                    )?,
                    "Europe/Berlin",
                    "earlier",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[149],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-10-26T00:30:00Z"),
                )?,
        ),
    );
    let l216: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[151],
                &[],
                rt::library::date::to_timestamp_choosing(
                    cx,
                    rt::flow::at(
                        cx,
                        &SITES[150],
                        &[],
                        rt::library::date::text_to_local_datetime(
                            cx,
                            "2025-10-26T02:30:00",
                        ),
                    )?,
                    "Europe/Berlin",
                    "later",
                ),
            )?
                == rt::flow::at(
                    cx,
                    &SITES[152],
                    &[],
                    rt::library::date::text_to_timestamp(cx, "2025-10-26T01:30:00Z"),
                )?,
        ),
    );
    let l217: bool = rt::library::text::trim(cx, " Ada ") == "Ada";
    let l218: bool = rt::library::text::trim_end(cx, " Ada ") == " Ada";
    let l219: bool = rt::library::text::trim_start(cx, " Ada ") == "Ada ";
    let l220: bool = rt::library::text::upper(cx, "gb") == "GB";
    let l221: bool = rt::library::text::upper(cx, "straße") == "STRASSE";
    let l222: bool = rt::library::web::url_encode(cx, "a b/ü") == "a%20b%2F%C3%BC";
    let l223: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[153],
                &[],
                rt::library::web::url_host(cx, "https://Example.com:8080/a?b=c"),
            )? == Some("example.com"),
        ),
    );
    let l224: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            !rt::flow::at(
                    cx,
                    &SITES[154],
                    &[],
                    rt::library::web::url_host(cx, "mailto:ada@example.com"),
                )?
                .is_some(),
        ),
    );
    let l225: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[155],
                &[],
                rt::library::web::url_path(cx, "https://example.com/orders/17?full=1"),
            )? == "/orders/17",
        ),
    );
    let l226: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[156],
                &[],
                rt::library::web::url_query(
                    cx,
                    "https://example.com/?utm_source=spring+mail%21&b=",
                    "utm_source",
                ),
            )? == Some("spring mail!"),
        ),
    );
    let l227: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            !rt::flow::at(
                    cx,
                    &SITES[157],
                    &[],
                    rt::library::web::url_query(cx, "https://example.com/", "utm_source"),
                )?
                .is_some(),
        ),
    );
    let l228: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::flow::at(
                cx,
                &SITES[158],
                &[],
                rt::library::web::uuid_v5(
                    cx,
                    "www.example.com",
                    "6ba7b810-9dad-11d1-80b4-00c04fd430c8",
                ),
            )? == "2ed6657d-e927-568b-95e1-2665a8aea6a2",
        ),
    );
    let l229: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::map::values(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[159],
                    &[],
                    rt::library::map::to_map(
                        cx,
                        rt::flow::list(cx, &[("b", 1_i64), ("a", 2_i64)]),
                    ),
                )?,
            ) == rt::flow::list(cx, &[1_i64, 2_i64]),
        ),
    );
    let l230: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::weekday(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[160],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
            ) == 1_i64,
        ),
    );
    let l231: rt::Result<bool> = rt::flow::part(
        cx,
        || Ok(
            rt::library::date::year(
                cx,
                rt::flow::at(
                    cx,
                    &SITES[161],
                    &[],
                    rt::library::date::text_to_date(cx, "2025-03-31"),
                )?,
            ) == 2025_i64,
        ),
    );
    let l232: bool = rt::library::list::zip(
        cx,
        rt::flow::list(cx, &[1_i64, 2_i64, 3_i64]),
        rt::flow::list(cx, &["a", "b"]),
    ) == rt::flow::list(cx, &[(1_i64, "a"), (2_i64, "b")]);
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l3 = l3?;
    let l4 = l4?;
    let l5 = l5?;
    let l6 = l6?;
    let l7 = l7?;
    let l12 = l12?;
    let l14 = l14?;
    let l21 = l21?;
    let l28 = l28?;
    let l34 = l34?;
    let l35 = l35?;
    let l36 = l36?;
    let l39 = l39?;
    let l40 = l40?;
    let l41 = l41?;
    let l42 = l42?;
    let l45 = l45?;
    let l47 = l47?;
    let l48 = l48?;
    let l52 = l52?;
    let l55 = l55?;
    let l57 = l57?;
    let l59 = l59?;
    let l63 = l63?;
    let l65 = l65?;
    let l66 = l66?;
    let l67 = l67?;
    let l68 = l68?;
    let l69 = l69?;
    let l70 = l70?;
    let l71 = l71?;
    let l72 = l72?;
    let l73 = l73?;
    let l74 = l74?;
    let l75 = l75?;
    let l76 = l76?;
    let l78 = l78?;
    let l80 = l80?;
    let l82 = l82?;
    let l83 = l83?;
    let l91 = l91?;
    let l98 = l98?;
    let l100 = l100?;
    let l105 = l105?;
    let l107 = l107?;
    let l110 = l110?;
    let l111 = l111?;
    let l116 = l116?;
    let l117 = l117?;
    let l119 = l119?;
    let l120 = l120?;
    let l121 = l121?;
    let l122 = l122?;
    let l123 = l123?;
    let l124 = l124?;
    let l125 = l125?;
    let l126 = l126?;
    let l127 = l127?;
    let l128 = l128?;
    let l129 = l129?;
    let l130 = l130?;
    let l132 = l132?;
    let l134 = l134?;
    let l137 = l137?;
    let l141 = l141?;
    let l146 = l146?;
    let l150 = l150?;
    let l155 = l155?;
    let l156 = l156?;
    let l161 = l161?;
    let l166 = l166?;
    let l167 = l167?;
    let l168 = l168?;
    let l169 = l169?;
    let l170 = l170?;
    let l171 = l171?;
    let l172 = l172?;
    let l174 = l174?;
    let l176 = l176?;
    let l178 = l178?;
    let l180 = l180?;
    let l181 = l181?;
    let l182 = l182?;
    let l183 = l183?;
    let l184 = l184?;
    let l185 = l185?;
    let l186 = l186?;
    let l187 = l187?;
    let l188 = l188?;
    let l189 = l189?;
    let l190 = l190?;
    let l191 = l191?;
    let l192 = l192?;
    let l193 = l193?;
    let l194 = l194?;
    let l195 = l195?;
    let l196 = l196?;
    let l197 = l197?;
    let l198 = l198?;
    let l200 = l200?;
    let l201 = l201?;
    let l202 = l202?;
    let l206 = l206?;
    let l207 = l207?;
    let l210 = l210?;
    let l211 = l211?;
    let l212 = l212?;
    let l213 = l213?;
    let l214 = l214?;
    let l215 = l215?;
    let l216 = l216?;
    let l223 = l223?;
    let l224 = l224?;
    let l225 = l225?;
    let l226 = l226?;
    let l227 = l227?;
    let l228 = l228?;
    let l229 = l229?;
    let l230 = l230?;
    let l231 = l231?;
    out.extend_from_slice(b"{\"id\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"f0\":");
    write::text::boolean(out, l2);
    out.extend_from_slice(b",\"f1\":");
    write::text::boolean(out, l3);
    out.extend_from_slice(b",\"f2\":");
    write::text::boolean(out, l4);
    out.extend_from_slice(b",\"f3\":");
    write::text::boolean(out, l5);
    out.extend_from_slice(b",\"f4\":");
    write::text::boolean(out, l6);
    out.extend_from_slice(b",\"f5\":");
    write::text::boolean(out, l7);
    out.extend_from_slice(b",\"f6\":");
    write::text::boolean(out, l8);
    out.extend_from_slice(b",\"f7\":");
    write::text::boolean(out, l9);
    out.extend_from_slice(b",\"f8\":");
    write::text::boolean(out, l10);
    out.extend_from_slice(b",\"f9\":");
    write::text::boolean(out, l12);
    out.extend_from_slice(b",\"f10\":");
    write::text::boolean(out, l14);
    out.extend_from_slice(b",\"f11\":");
    write::text::boolean(out, l15);
    out.extend_from_slice(b",\"f12\":");
    write::text::boolean(out, l16);
    out.extend_from_slice(b",\"f13\":");
    write::text::boolean(out, l17);
    out.extend_from_slice(b",\"f14\":");
    write::text::boolean(out, l18);
    out.extend_from_slice(b",\"f15\":");
    write::text::boolean(out, l19);
    out.extend_from_slice(b",\"f16\":");
    write::text::boolean(out, l20);
    out.extend_from_slice(b",\"f17\":");
    write::text::boolean(out, l21);
    out.extend_from_slice(b",\"f18\":");
    write::text::boolean(out, l22);
    out.extend_from_slice(b",\"f19\":");
    write::text::boolean(out, l23);
    out.extend_from_slice(b",\"f20\":");
    write::text::boolean(out, l24);
    out.extend_from_slice(b",\"f21\":");
    write::text::boolean(out, l25);
    out.extend_from_slice(b",\"f22\":");
    write::text::boolean(out, l26);
    out.extend_from_slice(b",\"f23\":");
    write::text::boolean(out, l27);
    out.extend_from_slice(b",\"f24\":");
    write::text::boolean(out, l28);
    out.extend_from_slice(b",\"f25\":");
    write::text::boolean(out, l29);
    out.extend_from_slice(b",\"f26\":");
    write::text::boolean(out, l30);
    out.extend_from_slice(b",\"f27\":");
    write::text::boolean(out, l31);
    out.extend_from_slice(b",\"f28\":");
    write::text::boolean(out, l32);
    out.extend_from_slice(b",\"f29\":");
    write::text::boolean(out, l34);
    out.extend_from_slice(b",\"f30\":");
    write::text::boolean(out, l35);
    out.extend_from_slice(b",\"f31\":");
    write::text::boolean(out, l36);
    out.extend_from_slice(b",\"f32\":");
    write::text::boolean(out, l37);
    out.extend_from_slice(b",\"f33\":");
    write::text::boolean(out, l39);
    out.extend_from_slice(b",\"f34\":");
    write::text::boolean(out, l40);
    out.extend_from_slice(b",\"f35\":");
    write::text::boolean(out, l41);
    out.extend_from_slice(b",\"f36\":");
    write::text::boolean(out, l42);
    out.extend_from_slice(b",\"f37\":");
    write::text::boolean(out, l43);
    out.extend_from_slice(b",\"f38\":");
    write::text::boolean(out, l44);
    out.extend_from_slice(b",\"f39\":");
    write::text::boolean(out, l45);
    out.extend_from_slice(b",\"f40\":");
    write::text::boolean(out, l46);
    out.extend_from_slice(b",\"f41\":");
    write::text::boolean(out, l47);
    out.extend_from_slice(b",\"f42\":");
    write::text::boolean(out, l48);
    out.extend_from_slice(b",\"f43\":");
    write::text::boolean(out, l49);
    out.extend_from_slice(b",\"f44\":");
    write::text::boolean(out, l50);
    out.extend_from_slice(b",\"f45\":");
    write::text::boolean(out, l51);
    out.extend_from_slice(b",\"f46\":");
    write::text::boolean(out, l52);
    out.extend_from_slice(b",\"f47\":");
    write::text::boolean(out, l53);
    out.extend_from_slice(b",\"f48\":");
    write::text::boolean(out, l55);
    out.extend_from_slice(b",\"f49\":");
    write::text::boolean(out, l57);
    out.extend_from_slice(b",\"f50\":");
    write::text::boolean(out, l59);
    out.extend_from_slice(b",\"f51\":");
    write::text::boolean(out, l60);
    out.extend_from_slice(b",\"f52\":");
    write::text::boolean(out, l61);
    out.extend_from_slice(b",\"f53\":");
    write::text::boolean(out, l63);
    out.extend_from_slice(b",\"f54\":");
    write::text::boolean(out, l64);
    out.extend_from_slice(b",\"f55\":");
    write::text::boolean(out, l65);
    out.extend_from_slice(b",\"f56\":");
    write::text::boolean(out, l66);
    out.extend_from_slice(b",\"f57\":");
    write::text::boolean(out, l67);
    out.extend_from_slice(b",\"f58\":");
    write::text::boolean(out, l68);
    out.extend_from_slice(b",\"f59\":");
    write::text::boolean(out, l69);
    out.extend_from_slice(b",\"f60\":");
    write::text::boolean(out, l70);
    out.extend_from_slice(b",\"f61\":");
    write::text::boolean(out, l71);
    out.extend_from_slice(b",\"f62\":");
    write::text::boolean(out, l72);
    out.extend_from_slice(b",\"f63\":");
    write::text::boolean(out, l73);
    out.extend_from_slice(b",\"f64\":");
    write::text::boolean(out, l74);
    out.extend_from_slice(b",\"f65\":");
    write::text::boolean(out, l75);
    out.extend_from_slice(b",\"f66\":");
    write::text::boolean(out, l76);
    out.extend_from_slice(b",\"f67\":");
    write::text::boolean(out, l78);
    out.extend_from_slice(b",\"f68\":");
    write::text::boolean(out, l79);
    out.extend_from_slice(b",\"f69\":");
    write::text::boolean(out, l80);
    out.extend_from_slice(b",\"f70\":");
    write::text::boolean(out, l81);
    out.extend_from_slice(b",\"f71\":");
    write::text::boolean(out, l82);
    out.extend_from_slice(b",\"f72\":");
    write::text::boolean(out, l83);
    out.extend_from_slice(b",\"f73\":");
    write::text::boolean(out, l84);
    out.extend_from_slice(b",\"f74\":");
    write::text::boolean(out, l85);
    out.extend_from_slice(b",\"f75\":");
    write::text::boolean(out, l86);
    out.extend_from_slice(b",\"f76\":");
    write::text::boolean(out, l87);
    out.extend_from_slice(b",\"f77\":");
    write::text::boolean(out, l88);
    out.extend_from_slice(b",\"f78\":");
    write::text::boolean(out, l89);
    out.extend_from_slice(b",\"f79\":");
    write::text::boolean(out, l90);
    out.extend_from_slice(b",\"f80\":");
    write::text::boolean(out, l91);
    out.extend_from_slice(b",\"f81\":");
    write::text::boolean(out, l92);
    out.extend_from_slice(b",\"f82\":");
    write::text::boolean(out, l93);
    out.extend_from_slice(b",\"f83\":");
    write::text::boolean(out, l94);
    out.extend_from_slice(b",\"f84\":");
    write::text::boolean(out, l95);
    out.extend_from_slice(b",\"f85\":");
    write::text::boolean(out, l96);
    out.extend_from_slice(b",\"f86\":");
    write::text::boolean(out, l98);
    out.extend_from_slice(b",\"f87\":");
    write::text::boolean(out, l100);
    out.extend_from_slice(b",\"f88\":");
    write::text::boolean(out, l101);
    out.extend_from_slice(b",\"f89\":");
    write::text::boolean(out, l102);
    out.extend_from_slice(b",\"f90\":");
    write::text::boolean(out, l103);
    out.extend_from_slice(b",\"f91\":");
    write::text::boolean(out, l105);
    out.extend_from_slice(b",\"f92\":");
    write::text::boolean(out, l106);
    out.extend_from_slice(b",\"f93\":");
    write::text::boolean(out, l107);
    out.extend_from_slice(b",\"f94\":");
    write::text::boolean(out, l108);
    out.extend_from_slice(b",\"f95\":");
    write::text::boolean(out, l110);
    out.extend_from_slice(b",\"f96\":");
    write::text::boolean(out, l111);
    out.extend_from_slice(b",\"f97\":");
    write::text::boolean(out, l112);
    out.extend_from_slice(b",\"f98\":");
    write::text::boolean(out, l113);
    out.extend_from_slice(b",\"f99\":");
    write::text::boolean(out, l114);
    out.extend_from_slice(b",\"f100\":");
    write::text::boolean(out, l115);
    out.extend_from_slice(b",\"f101\":");
    write::text::boolean(out, l116);
    out.extend_from_slice(b",\"f102\":");
    write::text::boolean(out, l117);
    out.extend_from_slice(b",\"f103\":");
    write::text::boolean(out, l118);
    out.extend_from_slice(b",\"f104\":");
    write::text::boolean(out, l119);
    out.extend_from_slice(b",\"f105\":");
    write::text::boolean(out, l120);
    out.extend_from_slice(b",\"f106\":");
    write::text::boolean(out, l121);
    out.extend_from_slice(b",\"f107\":");
    write::text::boolean(out, l122);
    out.extend_from_slice(b",\"f108\":");
    write::text::boolean(out, l123);
    out.extend_from_slice(b",\"f109\":");
    write::text::boolean(out, l124);
    out.extend_from_slice(b",\"f110\":");
    write::text::boolean(out, l125);
    out.extend_from_slice(b",\"f111\":");
    write::text::boolean(out, l126);
    out.extend_from_slice(b",\"f112\":");
    write::text::boolean(out, l127);
    out.extend_from_slice(b",\"f113\":");
    write::text::boolean(out, l128);
    out.extend_from_slice(b",\"f114\":");
    write::text::boolean(out, l129);
    out.extend_from_slice(b",\"f115\":");
    write::text::boolean(out, l130);
    out.extend_from_slice(b",\"f116\":");
    write::text::boolean(out, l132);
    out.extend_from_slice(b",\"f117\":");
    write::text::boolean(out, l134);
    out.extend_from_slice(b",\"f118\":");
    write::text::boolean(out, l137);
    out.extend_from_slice(b",\"f119\":");
    write::text::boolean(out, l141);
    out.extend_from_slice(b",\"f120\":");
    write::text::boolean(out, l146);
    out.extend_from_slice(b",\"f121\":");
    write::text::boolean(out, l147);
    out.extend_from_slice(b",\"f122\":");
    write::text::boolean(out, l148);
    out.extend_from_slice(b",\"f123\":");
    write::text::boolean(out, l149);
    out.extend_from_slice(b",\"f124\":");
    write::text::boolean(out, l150);
    out.extend_from_slice(b",\"f125\":");
    write::text::boolean(out, l151);
    out.extend_from_slice(b",\"f126\":");
    write::text::boolean(out, l152);
    out.extend_from_slice(b",\"f127\":");
    write::text::boolean(out, l153);
    out.extend_from_slice(b",\"f128\":");
    write::text::boolean(out, l154);
    out.extend_from_slice(b",\"f129\":");
    write::text::boolean(out, l155);
    out.extend_from_slice(b",\"f130\":");
    write::text::boolean(out, l156);
    out.extend_from_slice(b",\"f131\":");
    write::text::boolean(out, l157);
    out.extend_from_slice(b",\"f132\":");
    write::text::boolean(out, l158);
    out.extend_from_slice(b",\"f133\":");
    write::text::boolean(out, l159);
    out.extend_from_slice(b",\"f134\":");
    write::text::boolean(out, l161);
    out.extend_from_slice(b",\"f135\":");
    write::text::boolean(out, l162);
    out.extend_from_slice(b",\"f136\":");
    write::text::boolean(out, l163);
    out.extend_from_slice(b",\"f137\":");
    write::text::boolean(out, l164);
    out.extend_from_slice(b",\"f138\":");
    write::text::boolean(out, l165);
    out.extend_from_slice(b",\"f139\":");
    write::text::boolean(out, l166);
    out.extend_from_slice(b",\"f140\":");
    write::text::boolean(out, l167);
    out.extend_from_slice(b",\"f141\":");
    write::text::boolean(out, l168);
    out.extend_from_slice(b",\"f142\":");
    write::text::boolean(out, l169);
    out.extend_from_slice(b",\"f143\":");
    write::text::boolean(out, l170);
    out.extend_from_slice(b",\"f144\":");
    write::text::boolean(out, l171);
    out.extend_from_slice(b",\"f145\":");
    write::text::boolean(out, l172);
    out.extend_from_slice(b",\"f146\":");
    write::text::boolean(out, l174);
    out.extend_from_slice(b",\"f147\":");
    write::text::boolean(out, l176);
    out.extend_from_slice(b",\"f148\":");
    write::text::boolean(out, l178);
    out.extend_from_slice(b",\"f149\":");
    write::text::boolean(out, l179);
    out.extend_from_slice(b",\"f150\":");
    write::text::boolean(out, l180);
    out.extend_from_slice(b",\"f151\":");
    write::text::boolean(out, l181);
    out.extend_from_slice(b",\"f152\":");
    write::text::boolean(out, l182);
    out.extend_from_slice(b",\"f153\":");
    write::text::boolean(out, l183);
    out.extend_from_slice(b",\"f154\":");
    write::text::boolean(out, l184);
    out.extend_from_slice(b",\"f155\":");
    write::text::boolean(out, l185);
    out.extend_from_slice(b",\"f156\":");
    write::text::boolean(out, l186);
    out.extend_from_slice(b",\"f157\":");
    write::text::boolean(out, l187);
    out.extend_from_slice(b",\"f158\":");
    write::text::boolean(out, l188);
    out.extend_from_slice(b",\"f159\":");
    write::text::boolean(out, l189);
    out.extend_from_slice(b",\"f160\":");
    write::text::boolean(out, l190);
    out.extend_from_slice(b",\"f161\":");
    write::text::boolean(out, l191);
    out.extend_from_slice(b",\"f162\":");
    write::text::boolean(out, l192);
    out.extend_from_slice(b",\"f163\":");
    write::text::boolean(out, l193);
    out.extend_from_slice(b",\"f164\":");
    write::text::boolean(out, l194);
    out.extend_from_slice(b",\"f165\":");
    write::text::boolean(out, l195);
    out.extend_from_slice(b",\"f166\":");
    write::text::boolean(out, l196);
    out.extend_from_slice(b",\"f167\":");
    write::text::boolean(out, l197);
    out.extend_from_slice(b",\"f168\":");
    write::text::boolean(out, l198);
    out.extend_from_slice(b",\"f169\":");
    write::text::boolean(out, l200);
    out.extend_from_slice(b",\"f170\":");
    write::text::boolean(out, l201);
    out.extend_from_slice(b",\"f171\":");
    write::text::boolean(out, l202);
    out.extend_from_slice(b",\"f172\":");
    write::text::boolean(out, l203);
    out.extend_from_slice(b",\"f173\":");
    write::text::boolean(out, l204);
    out.extend_from_slice(b",\"f174\":");
    write::text::boolean(out, l205);
    out.extend_from_slice(b",\"f175\":");
    write::text::boolean(out, l206);
    out.extend_from_slice(b",\"f176\":");
    write::text::boolean(out, l207);
    out.extend_from_slice(b",\"f177\":");
    write::text::boolean(out, l208);
    out.extend_from_slice(b",\"f178\":");
    write::text::boolean(out, l209);
    out.extend_from_slice(b",\"f179\":");
    write::text::boolean(out, l210);
    out.extend_from_slice(b",\"f180\":");
    write::text::boolean(out, l211);
    out.extend_from_slice(b",\"f181\":");
    write::text::boolean(out, l212);
    out.extend_from_slice(b",\"f182\":");
    write::text::boolean(out, l213);
    out.extend_from_slice(b",\"f183\":");
    write::text::boolean(out, l214);
    out.extend_from_slice(b",\"f184\":");
    write::text::boolean(out, l215);
    out.extend_from_slice(b",\"f185\":");
    write::text::boolean(out, l216);
    out.extend_from_slice(b",\"f186\":");
    write::text::boolean(out, l217);
    out.extend_from_slice(b",\"f187\":");
    write::text::boolean(out, l218);
    out.extend_from_slice(b",\"f188\":");
    write::text::boolean(out, l219);
    out.extend_from_slice(b",\"f189\":");
    write::text::boolean(out, l220);
    out.extend_from_slice(b",\"f190\":");
    write::text::boolean(out, l221);
    out.extend_from_slice(b",\"f191\":");
    write::text::boolean(out, l222);
    out.extend_from_slice(b",\"f192\":");
    write::text::boolean(out, l223);
    out.extend_from_slice(b",\"f193\":");
    write::text::boolean(out, l224);
    out.extend_from_slice(b",\"f194\":");
    write::text::boolean(out, l225);
    out.extend_from_slice(b",\"f195\":");
    write::text::boolean(out, l226);
    out.extend_from_slice(b",\"f196\":");
    write::text::boolean(out, l227);
    out.extend_from_slice(b",\"f197\":");
    write::text::boolean(out, l228);
    out.extend_from_slice(b",\"f198\":");
    write::text::boolean(out, l229);
    out.extend_from_slice(b",\"f199\":");
    write::text::boolean(out, l230);
    out.extend_from_slice(b",\"f200\":");
    write::text::boolean(out, l231);
    out.extend_from_slice(b",\"f201\":");
    write::text::boolean(out, l232);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// What this route knows of a `s.In`.
#[derive(Clone, Copy, PartialEq)]
struct SIn<'a> {
    id: &'a str,
}

/// How `s.In` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("id")]),
                Cow::Borrowed("library.map:408:24"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("library.map:408:19"),
};

/// What was read of `s.In`.
#[derive(Default)]
struct Read0<'a> {
    id: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.id = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<SIn<'a>> {
        Ok(SIn {
            id: decode::filled(self.id)?,
        })
    }
}

/// A regular expression of the mapping.
static REGEX_0: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("^/Date\\((-?\\d+)").expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_1: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("\\d+").expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_2: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("(\\d+)-(\\d+)").expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_3: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("#(\\w+)").expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_0: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("d MMM yyyy", rt::datetime::Purpose::Date)
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_1: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("dd.MM.yyyy HH:mm", rt::datetime::Purpose::DateTime)
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_2: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "yyyy-MM-dd HH:mm xxx",
            rt::datetime::Purpose::Timestamp {
                zone: false,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_3: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "dd.MM.yyyy HH:mm",
            rt::datetime::Purpose::Timestamp {
                zone: true,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_4: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("^[A-Z]-\\d+$").expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_4: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("dd.MM.yyyy", rt::datetime::Purpose::Date)
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_5: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new("M/d/yyyy h:mm a", rt::datetime::Purpose::DateTime)
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_6: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "yyyy-MM-dd HH:mm xx",
            rt::datetime::Purpose::Timestamp {
                zone: false,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A date pattern of the mapping.
static PATTERN_7: LazyLock<rt::DatePattern> = LazyLock::new(|| {
    rt::DatePattern::new(
            "yyyy-MM-dd HH:mm",
            rt::datetime::Purpose::Timestamp {
                zone: true,
            },
        )
        .expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_5: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("[^\\d+]").expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_6: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("(\\w+), (\\w+)").expect("checked when the mapping was compiled")
});

/// A regular expression of the mapping.
static REGEX_7: LazyLock<rt::Regex> = LazyLock::new(|| {
    rt::Regex::new("[,;]\\s*").expect("checked when the mapping was compiled")
});

/// Places in the mapping that problems name.
static SITES: [rt::Site; 163] = [
    rt::Site {
        place: Cow::Borrowed("library.map:411:9"),
        target: Cow::Borrowed("f0"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:411:8"),
        target: Cow::Borrowed("f0"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:412:9"),
        target: Cow::Borrowed("f1"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:413:9"),
        target: Cow::Borrowed("f2"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:413:37"),
        target: Cow::Borrowed("f2"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:414:9"),
        target: Cow::Borrowed("f3"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:414:8"),
        target: Cow::Borrowed("f3"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:414:48"),
        target: Cow::Borrowed("f3"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:415:9"),
        target: Cow::Borrowed("f4"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:415:8"),
        target: Cow::Borrowed("f4"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:415:50"),
        target: Cow::Borrowed("f4"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:416:9"),
        target: Cow::Borrowed("f5"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:416:8"),
        target: Cow::Borrowed("f5"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:416:67"),
        target: Cow::Borrowed("f5"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:420:8"),
        target: Cow::Borrowed("f9"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:421:9"),
        target: Cow::Borrowed("f10"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:428:9"),
        target: Cow::Borrowed("f17"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:435:9"),
        target: Cow::Borrowed("f24"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:440:9"),
        target: Cow::Borrowed("f29"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:441:10"),
        target: Cow::Borrowed("f30"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:442:10"),
        target: Cow::Borrowed("f31"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:442:44"),
        target: Cow::Borrowed("f31"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:444:9"),
        target: Cow::Borrowed("f33"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:445:9"),
        target: Cow::Borrowed("f34"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:446:9"),
        target: Cow::Borrowed("f35"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:447:9"),
        target: Cow::Borrowed("f36"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:450:10"),
        target: Cow::Borrowed("f39"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:452:10"),
        target: Cow::Borrowed("f41"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:453:10"),
        target: Cow::Borrowed("f42"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:457:9"),
        target: Cow::Borrowed("f46"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:459:9"),
        target: Cow::Borrowed("f48"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:460:9"),
        target: Cow::Borrowed("f49"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:461:9"),
        target: Cow::Borrowed("f50"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:464:9"),
        target: Cow::Borrowed("f53"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:466:10"),
        target: Cow::Borrowed("f55"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:466:9"),
        target: Cow::Borrowed("f55"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:467:10"),
        target: Cow::Borrowed("f56"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:468:10"),
        target: Cow::Borrowed("f57"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:469:10"),
        target: Cow::Borrowed("f58"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:470:10"),
        target: Cow::Borrowed("f59"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:470:9"),
        target: Cow::Borrowed("f59"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:471:9"),
        target: Cow::Borrowed("f60"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:471:44"),
        target: Cow::Borrowed("f60"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:472:9"),
        target: Cow::Borrowed("f61"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:472:35"),
        target: Cow::Borrowed("f61"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:473:9"),
        target: Cow::Borrowed("f62"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:474:9"),
        target: Cow::Borrowed("f63"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:475:9"),
        target: Cow::Borrowed("f64"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:476:10"),
        target: Cow::Borrowed("f65"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:477:10"),
        target: Cow::Borrowed("f66"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:478:9"),
        target: Cow::Borrowed("f67"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:480:9"),
        target: Cow::Borrowed("f69"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:482:9"),
        target: Cow::Borrowed("f71"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:483:10"),
        target: Cow::Borrowed("f72"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:491:10"),
        target: Cow::Borrowed("f80"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:497:26"),
        target: Cow::Borrowed("f86"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:497:9"),
        target: Cow::Borrowed("f86"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:498:10"),
        target: Cow::Borrowed("f87"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:498:46"),
        target: Cow::Borrowed("f87"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:502:9"),
        target: Cow::Borrowed("f91"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:504:10"),
        target: Cow::Borrowed("f93"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:504:46"),
        target: Cow::Borrowed("f93"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:506:9"),
        target: Cow::Borrowed("f95"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:507:10"),
        target: Cow::Borrowed("f96"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:512:10"),
        target: Cow::Borrowed("f101"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:513:10"),
        target: Cow::Borrowed("f102"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:515:11"),
        target: Cow::Borrowed("f104"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:516:10"),
        target: Cow::Borrowed("f105"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:517:10"),
        target: Cow::Borrowed("f106"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:518:10"),
        target: Cow::Borrowed("f107"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:519:10"),
        target: Cow::Borrowed("f108"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:519:53"),
        target: Cow::Borrowed("f108"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:520:11"),
        target: Cow::Borrowed("f109"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:521:10"),
        target: Cow::Borrowed("f110"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:522:10"),
        target: Cow::Borrowed("f111"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:522:46"),
        target: Cow::Borrowed("f111"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:523:10"),
        target: Cow::Borrowed("f112"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:523:43"),
        target: Cow::Borrowed("f112"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:524:10"),
        target: Cow::Borrowed("f113"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:524:79"),
        target: Cow::Borrowed("f113"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:525:10"),
        target: Cow::Borrowed("f114"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:525:87"),
        target: Cow::Borrowed("f114"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:526:11"),
        target: Cow::Borrowed("f115"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:527:10"),
        target: Cow::Borrowed("f116"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:528:10"),
        target: Cow::Borrowed("f117"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:529:10"),
        target: Cow::Borrowed("f118"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:530:10"),
        target: Cow::Borrowed("f119"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:531:10"),
        target: Cow::Borrowed("f120"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:535:10"),
        target: Cow::Borrowed("f124"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:540:10"),
        target: Cow::Borrowed("f129"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:541:10"),
        target: Cow::Borrowed("f130"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:545:10"),
        target: Cow::Borrowed("f134"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:550:10"),
        target: Cow::Borrowed("f139"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:551:10"),
        target: Cow::Borrowed("f140"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:552:10"),
        target: Cow::Borrowed("f141"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:553:10"),
        target: Cow::Borrowed("f142"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:554:10"),
        target: Cow::Borrowed("f143"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:555:10"),
        target: Cow::Borrowed("f144"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:556:12"),
        target: Cow::Borrowed("f145"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:556:28"),
        target: Cow::Borrowed("f145"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:556:10"),
        target: Cow::Borrowed("f145"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:556:55"),
        target: Cow::Borrowed("f145"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:557:10"),
        target: Cow::Borrowed("f146"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:558:27"),
        target: Cow::Borrowed("f147"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:558:10"),
        target: Cow::Borrowed("f147"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:559:36"),
        target: Cow::Borrowed("f148"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:559:10"),
        target: Cow::Borrowed("f148"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:559:54"),
        target: Cow::Borrowed("f148"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:561:10"),
        target: Cow::Borrowed("f150"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:562:10"),
        target: Cow::Borrowed("f151"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:563:10"),
        target: Cow::Borrowed("f152"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:564:10"),
        target: Cow::Borrowed("f153"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:564:38"),
        target: Cow::Borrowed("f153"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:565:11"),
        target: Cow::Borrowed("f154"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:565:67"),
        target: Cow::Borrowed("f154"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:566:11"),
        target: Cow::Borrowed("f155"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:566:10"),
        target: Cow::Borrowed("f155"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:566:78"),
        target: Cow::Borrowed("f155"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:567:10"),
        target: Cow::Borrowed("f156"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:568:10"),
        target: Cow::Borrowed("f157"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:569:11"),
        target: Cow::Borrowed("f158"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:569:10"),
        target: Cow::Borrowed("f158"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:570:10"),
        target: Cow::Borrowed("f159"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:571:11"),
        target: Cow::Borrowed("f160"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:572:10"),
        target: Cow::Borrowed("f161"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:573:11"),
        target: Cow::Borrowed("f162"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:573:10"),
        target: Cow::Borrowed("f162"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:574:10"),
        target: Cow::Borrowed("f163"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:575:10"),
        target: Cow::Borrowed("f164"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:576:11"),
        target: Cow::Borrowed("f165"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:576:10"),
        target: Cow::Borrowed("f165"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:577:10"),
        target: Cow::Borrowed("f166"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:578:11"),
        target: Cow::Borrowed("f167"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:579:11"),
        target: Cow::Borrowed("f168"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:580:11"),
        target: Cow::Borrowed("f169"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:581:10"),
        target: Cow::Borrowed("f170"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:582:10"),
        target: Cow::Borrowed("f171"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:586:10"),
        target: Cow::Borrowed("f175"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:587:11"),
        target: Cow::Borrowed("f176"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:590:11"),
        target: Cow::Borrowed("f179"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:591:11"),
        target: Cow::Borrowed("f180"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:592:11"),
        target: Cow::Borrowed("f181"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:593:10"),
        target: Cow::Borrowed("f182"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:593:58"),
        target: Cow::Borrowed("f182"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:594:11"),
        target: Cow::Borrowed("f183"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:594:10"),
        target: Cow::Borrowed("f183"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:594:87"),
        target: Cow::Borrowed("f183"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:595:11"),
        target: Cow::Borrowed("f184"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:595:10"),
        target: Cow::Borrowed("f184"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:595:98"),
        target: Cow::Borrowed("f184"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:596:11"),
        target: Cow::Borrowed("f185"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:596:10"),
        target: Cow::Borrowed("f185"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:596:96"),
        target: Cow::Borrowed("f185"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:603:10"),
        target: Cow::Borrowed("f192"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:604:10"),
        target: Cow::Borrowed("f193"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:605:10"),
        target: Cow::Borrowed("f194"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:606:10"),
        target: Cow::Borrowed("f195"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:607:10"),
        target: Cow::Borrowed("f196"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:608:10"),
        target: Cow::Borrowed("f197"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:609:11"),
        target: Cow::Borrowed("f198"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:610:11"),
        target: Cow::Borrowed("f199"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:611:11"),
        target: Cow::Borrowed("f200"),
        pointer: Cow::Borrowed(&[]),
    },
    rt::Site {
        place: Cow::Borrowed("library.map:408:19"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
