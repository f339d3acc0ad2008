//! `via`: tables, declared maps, and maps that use themselves.

use super::support::check;

const MAPS: &str = "entity Team { lead: Person, second: Person?, all: [Person] }\nentity Person { key name: string }\nsystem s { record In { lead: P, second: P?, all: [P] }\n record P { name: string } }";

#[test]
fn declared_maps_are_called() {
    let text = format!(
        "{MAPS}\nmap s.P -> Person {{ name = name }}\nmap s.In -> Team {{ lead = lead via Person, second = second via Person, all = for p in all => p via Person }}"
    );
    let checked = check(&text).clean();
    let fields: Vec<String> = (0..3).map(|at| checked.field("s.In -> Team", at)).collect();
    assert_eq!(fields, ["f0(_0.0)", "(_0.1 ? _1 => some(f0(_1)) : absent)", "for _2 in _0.2 => f0(_2)"]);
}

#[test]
fn maps_that_are_not_there_or_do_not_fit() {
    let map = |line: &str| check(&format!("{MAPS}\n{line}")).codes();
    assert_eq!(map("map s.In -> Team { lead = lead via Person, unset second because \"\", all = [] }"), ["M0337 5:27"]);
    let list = "map s.P -> Person { name = name }\nmap s.In -> Team { lead = lead via Person, second = absent, all = all via Person }";
    assert_eq!(map(list), ["M0338 6:67"]);
    let skips = "map s.P -> Person { skip when name == \"\" because \"\", name = name }\nmap s.In -> Team { lead = lead via Person, second = absent, all = for p in all => p via Person }";
    assert_eq!(map(skips), ["M0524 6:27"]);
}

#[test]
fn tables_are_looked_up_in_the_direction_of_the_value() {
    let text = "table T: string -> int { \"a\" -> 1 }\ntable B: int -> string { 1 <-> \"a\" }\nsystem s { record In { x: string, y: string?, n: int } }\nentity Out { a: int, b: int?, c: string, d: int }\nmap s.In -> Out { a = x via T, b = y via T, c = n via B, d = x via B }";
    let checked = check(text).clean();
    let fields: Vec<String> = (0..4).map(|at| checked.field("s.In -> Out", at)).collect();
    assert_eq!(fields, ["t0(_0.0)", "(_0.1 ? _1 => some(t0(_1)) : absent)", "t1(_0.2)", "t2(_0.0)"]);
    let wrong = text.replace("a = x via T", "a = n via T");
    assert_eq!(check(&wrong).codes(), ["M0321 5:23"]);
}

#[test]
fn a_map_uses_itself_only_on_a_part_of_its_input() {
    let tree = |line: &str| {
        let text = format!(
            "entity Node {{ key id: string, kids: [Node] }}\nsystem s {{ record In {{ id: string, kids: [In] }} }}\nmap s.In -> Node {{ id = id\n{line} }}"
        );
        check(&text).codes()
    };
    assert_eq!(tree("kids = for k in kids.filter(q => q.id != \"\") => k via Node"), [""; 0]);
    assert_eq!(tree("let mine = kids\nkids = for k in mine => k via Node"), [""; 0]);
    assert_eq!(tree("kids = for k in kids => $source via Node"), ["M0523 4:25"]);
    assert_eq!(tree("let me = $source\nkids = for k in kids => me via Node"), ["M0523 5:25"]);
}
