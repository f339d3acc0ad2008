//! The plans of a package as one text: what a generated crate carries.
//!
//! The text begins with its version and a hash of the rest. The version changes whenever the text of a plan means something else; a text of
//! another version is refused, as is one that was changed.

use std::sync::Arc;

use mapc_runtime::stack;

use crate::plan::{Local, Plan};
use crate::text::{Form, Misread, Names, Node};
use crate::verify::verify;

/// The version of the text.
pub const VERSION: u32 = 1;

/// The text of some plans, which share their tables and enums.
pub fn write(plans: &[Plan]) -> String {
    // Expressions nest deeply, and so does their text.
    stack::walk(|| write_all(plans))
}

fn write_all(plans: &[Plan]) -> String {
    let names = Names::default();
    let empty = || (Arc::from([]), Arc::from([]));
    let (tables, enums) = plans.first().map_or_else(empty, |plan| (plan.tables.clone(), plan.enums.clone()));
    let mut body = String::new();
    body.push_str(&Node::headed("tables", tables.iter().map(|table| table.node(&names))).laid_out());
    body.push_str(&Node::headed("enums", enums.iter().map(|declared| declared.node(&names))).laid_out());
    for plan in plans {
        body.push_str(&node(plan).laid_out());
    }
    format!("mapc-plan {VERSION} {:016x}\n{body}", hash(body.as_bytes()))
}

/// Reads what [`write()`] wrote, and verifies it.
///
/// # Errors
/// The text is of another version, was changed, or holds a plan that is not whole.
pub fn read(text: &str) -> Result<Vec<Plan>, Misread> {
    stack::walk(|| read_all(text))
}

fn read_all(text: &str) -> Result<Vec<Plan>, Misread> {
    let (first, body) = text.split_once('\n').unwrap_or((text, ""));
    let header: Vec<&str> = first.split(' ').collect();
    match header.as_slice() {
        ["mapc-plan", version, _] if *version != VERSION.to_string() => {
            return Err(Misread(format!("its version is {version}, and this engine reads version {VERSION}")));
        }
        ["mapc-plan", _, sum] if *sum == format!("{:016x}", hash(body.as_bytes())) => {}
        ["mapc-plan", _, _] => return Err(Misread("it was changed after it was written".to_owned())),
        _ => return Err(Misread("it does not begin as one".to_owned())),
    }
    let names = Names::default();
    let whole = Node::parse(&format!("({body})"))?;
    let [tables, enums, plans @ ..] = whole.as_list()? else {
        return Err(Misread("its tables and enums are missing".to_owned()));
    };
    let tables: Arc<[_]> =
        tables.behind("tables")?.iter().map(|table| Form::of(table, &names)).collect::<Result<_, _>>()?;
    let enums: Arc<[_]> = enums.behind("enums")?.iter().map(|it| Form::of(it, &names)).collect::<Result<_, _>>()?;
    let mut read = Vec::new();
    for each in plans {
        let plan = plan(each, &tables, &enums)?;
        verify(&plan).map_err(Misread)?;
        read.push(plan);
    }
    Ok(read)
}

/// The parts of a plan, but for its tables and enums. Locals come before what reads them.
macro_rules! parts {
    ($($part:ident),*) => {
        /// The text of a plan.
        fn node(plan: &Plan) -> Node {
            let names = Names { locals: &plan.locals };
            Node::headed("plan", [plan.locals.node(&names), $(Node::headed(stringify!($part), [plan.$part.node(&names)])),*])
        }

        /// The plan of a text.
        fn plan(node: &Node, tables: &Arc<[crate::Table]>, enums: &Arc<[crate::Enum]>) -> Result<Plan, Misread> {
            let [locals, $($part),*] = node.behind("plan")? else {
                return Err(Misread("a plan lacks parts".to_owned()));
            };
            let locals: Vec<Local> = Form::of(locals, &Names::default())?;
            let names = Names { locals: &locals };
            $(let [$part] = $part.behind(stringify!($part))? else { return Err(Misread::new("parts", $part.as_list()?)) };
            let $part = Form::of($part, &names)?;)*
            Ok(Plan { $($part,)* locals, tables: tables.clone(), enums: enums.clone() })
        }
    };
}

parts!(
    from,
    through,
    to,
    source_csv,
    target_csv,
    source,
    input,
    layouts,
    read_shapes,
    write_shapes,
    functions,
    pipeline,
    sites
);

/// FNV-1a over 64 bits, by G. Fowler, L. C. Noll and P. Vo: enough to tell a changed file, and the same on every machine.
fn hash(bytes: &[u8]) -> u64 {
    bytes.iter().fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(*byte)).wrapping_mul(0x0100_0000_01b3))
}

impl Plan {
    /// The text of this plan alone, with its tables and enums, as [`write()`] writes it.
    pub fn text(&self) -> String {
        write(std::slice::from_ref(self))
    }
}
