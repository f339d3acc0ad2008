//! What a package declares, as generators take it.

use mapc_model::model::{self, Model};
use mapc_plan::interface::{DeclaredEnum, Expect, Field, Interface, Map, Member, Owner, Record, Test, Wire};

use crate::translate;

/// The interface of a package.
pub fn interface(model: &Model) -> Interface {
    Interface {
        records: model.records.iter().map(record).collect(),
        enums: model.enums.iter().map(enumeration).collect(),
        maps: model
            .maps
            .iter()
            .map(|map| Map { from: translate::record(map.from), to: translate::record(map.to) })
            .collect(),
        tests: model.tests.iter().map(test).collect(),
    }
}

fn record(record: &model::Record) -> Record {
    Record {
        name: record.name.clone(),
        owner: match &record.owner {
            model::Owner::Entity => Owner::Entity,
            model::Owner::Package => Owner::Package,
            model::Owner::System(system) => Owner::System(system.clone()),
        },
        inline: record.inline,
        fields: record.fields.iter().map(field).collect(),
        csv: record.options.csv,
        absent: record.options.absent,
        docs: record.docs.clone(),
    }
}

fn field(field: &model::Field) -> Field {
    Field {
        name: field.name.clone(),
        wire_names: field.wire_names.clone(),
        ty: translate::ty(&field.ty),
        wire: wire(&field.wire),
        default: field.default.as_ref().map(translate::constant),
        readonly: field.readonly,
        docs: field.docs.clone(),
    }
}

fn wire(of: &model::Wire) -> Wire {
    match of {
        model::Wire::Plain => Wire::Plain,
        model::Wire::Form(form) => Wire::Form(form.clone()),
        model::Wire::Split(separator, inner) => Wire::Split(separator.clone(), Box::new(wire(inner))),
        model::Wire::Elements(inner) => Wire::Elements(Box::new(wire(inner))),
    }
}

fn enumeration(declared: &model::Enum) -> DeclaredEnum {
    let member = |member: &model::Member| Member {
        name: member.name.clone(),
        wire: member.wire.clone(),
        docs: member.docs.clone(),
    };
    DeclaredEnum {
        name: declared.name.clone(),
        literal: declared.literal,
        members: declared.members.iter().map(member).collect(),
        docs: declared.docs.clone(),
    }
}

fn test(test: &model::Test) -> Test {
    Test {
        name: test.name.clone(),
        given: translate::record(test.given),
        input: test.input.clone(),
        message_id: test.message_id.clone(),
        received_at: test.received_at.clone(),
        expects: test.expects.iter().map(|expect| expectation(&expect.kind)).collect(),
    }
}

fn expectation(kind: &model::ExpectKind) -> Expect {
    match kind {
        model::ExpectKind::Output { target, has, json } => {
            Expect::Output { target: translate::record(*target), has: *has, json: json.clone() }
        }
        model::ExpectKind::Reject { target, code, at } => {
            Expect::Reject { target: target.map(translate::record), code: code.clone(), at: at.clone() }
        }
        model::ExpectKind::Skip { target } => Expect::Skip { target: target.map(translate::record) },
        model::ExpectKind::Delete { target, json } => {
            Expect::Delete { target: translate::record(*target), json: json.clone() }
        }
    }
}
