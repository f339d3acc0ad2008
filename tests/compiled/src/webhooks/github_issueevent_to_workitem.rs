//! Maps `github.IssueEvent` to `WorkItem`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `github.IssueEvent` to a `WorkItem`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn github_issueevent_to_workitem(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    github_issueevent_to_workitem_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`github_issueevent_to_workitem`], within a context that afterwards holds the notices of the record.
pub fn github_issueevent_to_workitem_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`github_issueevent_to_workitem`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn github_issueevent_to_workitem_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, github_issueevent_to_workitem_in)
}

/// Reads the record, does what the maps say, and writes what comes of it.
fn transform<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Result<rt::Outcome> {
    let mut fields = Read0::default();
    decode::record(input, &READ_0, cx, &mut fields)?;
    let l0 = rt::flow::at(cx, &SITES[2], &[], fields.finish())?;
    if l0.action == "deleted" {
        return Ok(
            rt::Outcome::Skipped(Cow::Borrowed("a deleted issue is nobody's work")),
        );
    }
    let l1: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[0],
            &[],
            rt::constraint::text(
                &RULES_0,
                cx.bump,
                rt::flow::concat(
                    cx,
                    &[
                        l0.repository.full_name,
                        "#",
                        rt::library::conversion::int_to_string(cx, l0.issue.number),
                    ],
                ),
            ),
        ),
    );
    let l2: u32 = 0_u32;
    let l3: u32 = if l0.issue.closed_at.is_some() { 2_u32 } else { 0_u32 };
    let l4: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_0, cx.bump, l0.issue.title),
        ),
    );
    let l5: Option<&'a str> = f0_summary(cx, l0.issue.body);
    let l6: &'a str = l0.issue.html_url;
    let l7: &'a str = l0.issue.user.login;
    let l10: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(cx, l0.issue.assignees, |_, l9, _| { Ok(Some(l9.login)) }),
    );
    let l14: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(
            cx,
            match l0.issue.labels {
                Some(l11) => l11,
                None => rt::flow::list::<GithubLabel<'a>>(cx, &[]),
            },
            |_, l13, _| { Ok(Some(l13.name)) },
        ),
    );
    let l16: Option<&'a str> = match l0.issue.milestone {
        Some(l15) => Some(l15.title),
        None => None,
    };
    let l17: rt::Timestamp = l0.issue.created_at;
    let l18: Option<rt::Timestamp> = l0.issue.closed_at;
    let l19: &'a str = l0.action;
    rt::flow::clean(cx)?;
    let l1 = l1?;
    let l4 = l4?;
    let l10 = l10?;
    let l14 = l14?;
    out.extend_from_slice(b"{\"reference\":");
    write::string(out, l1);
    out.extend_from_slice(b",\"kind\":");
    write::string(out, rt::flow::wire(&ENUM_0, l2));
    out.extend_from_slice(b",\"state\":");
    write::string(out, rt::flow::wire(&ENUM_1, l3));
    out.extend_from_slice(b",\"title\":");
    write::string(out, l4);
    if let Some(value) = l5 {
        out.extend_from_slice(b",\"summary\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"link\":");
    write::string(out, l6);
    out.extend_from_slice(b",\"author\":");
    write::string(out, l7);
    out.extend_from_slice(b",\"assignees\":");
    write::list(
        out,
        l10,
        |out, item| {
            write::string(out, item);
        },
    );
    out.extend_from_slice(b",\"labels\":");
    write::list(
        out,
        l14,
        |out, item| {
            write::string(out, item);
        },
    );
    if let Some(value) = l16 {
        out.extend_from_slice(b",\"milestone\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"opened_at\":");
    out.push(b'"');
    write::text::timestamp(out, l17);
    out.push(b'"');
    if let Some(value) = l18 {
        out.extend_from_slice(b",\"closed_at\":");
        out.push(b'"');
        write::text::timestamp(out, value);
        out.push(b'"');
    }
    out.extend_from_slice(b",\"last_action\":");
    write::string(out, l19);
    out.push(b'}');
    Ok(rt::Outcome::Written)
}

/// `summary`
fn f0_summary<'a>(cx: &rt::Cx<'a>, l0: Option<&'a str>) -> Option<&'a str> {
    match match match l0 {
        Some(l1) => Some(rt::library::search::before(cx, l1, "\n\n")),
        None => None,
    } {
        Some(l2) => Some(rt::library::text::trim(cx, l2)),
        None => None,
    } {
        Some(l3) => rt::library::text::nonblank(cx, l3),
        None => None,
    }
}

/// What this route knows of a `github.User`.
#[derive(Clone, Copy, PartialEq)]
struct GithubUser<'a> {
    login: &'a str,
}

/// What this route knows of a `github.Label`.
#[derive(Clone, Copy, PartialEq)]
struct GithubLabel<'a> {
    name: &'a str,
}

/// What this route knows of a `github.Repository`.
#[derive(Clone, Copy, PartialEq)]
struct GithubRepository<'a> {
    full_name: &'a str,
}

/// What this route knows of a `github.Milestone`.
#[derive(Clone, Copy, PartialEq)]
struct GithubMilestone<'a> {
    title: &'a str,
}

/// What this route knows of a `github.IssueEvent`.
#[derive(Clone, Copy, PartialEq)]
struct GithubIssueEvent<'a> {
    action: &'a str,
    issue: GithubIssueEventIssue<'a>,
    repository: GithubRepository<'a>,
}

/// What this route knows of a `github.IssueEvent.issue`.
#[derive(Clone, Copy, PartialEq)]
struct GithubIssueEventIssue<'a> {
    number: i64,
    title: &'a str,
    body: Option<&'a str>,
    html_url: &'a str,
    user: GithubUser<'a>,
    assignees: &'a [GithubUser<'a>],
    labels: Option<&'a [GithubLabel<'a>]>,
    milestone: Option<GithubMilestone<'a>>,
    created_at: rt::Timestamp,
    closed_at: Option<rt::Timestamp>,
}

/// How `github.IssueEvent` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("action")]),
                Cow::Borrowed("github.map:10:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("issue")]),
                Cow::Borrowed("github.map:11:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("repository")]),
                Cow::Borrowed("github.map:24:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:9:10"),
};

/// What was read of `github.IssueEvent`.
#[derive(Default)]
struct Read0<'a> {
    action: Option<&'a str>,
    issue: Option<GithubIssueEventIssue<'a>>,
    repository: Option<GithubRepository<'a>>,
}

impl<'a> decode::Fields<'a> for Read0<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.action = value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            1 => {
                self.issue = value
                    .read(|source, at| {
                        let mut fields = Read1::default();
                        decode::object(source, at, &READ_1, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            2 => {
                self.repository = value
                    .read(|source, at| {
                        let mut fields = Read2::default();
                        decode::object(source, at, &READ_2, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read0<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubIssueEvent<'a>> {
        Ok(GithubIssueEvent {
            action: decode::filled(self.action)?,
            issue: decode::filled(self.issue)?,
            repository: decode::filled(self.repository)?,
        })
    }
}

/// How `github.IssueEvent.issue` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("github.map:12:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("title")]),
                Cow::Borrowed("github.map:13:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("state")]),
                    Cow::Borrowed("github.map:14:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("body")]),
                    Cow::Borrowed("github.map:15:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("html_url")]),
                Cow::Borrowed("github.map:16:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("user")]),
                Cow::Borrowed("github.map:17:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("assignees")]),
                Cow::Borrowed("github.map:18:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("labels")]),
                    Cow::Borrowed("github.map:19:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("milestone")]),
                    Cow::Borrowed("github.map:20:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("created_at")]),
                Cow::Borrowed("github.map:21:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("closed_at")]),
                    Cow::Borrowed("github.map:22:7"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:11:12"),
};

/// What was read of `github.IssueEvent.issue`.
#[derive(Default)]
struct Read1<'a> {
    number: Option<i64>,
    title: Option<&'a str>,
    body: Option<&'a str>,
    html_url: Option<&'a str>,
    user: Option<GithubUser<'a>>,
    assignees: Option<&'a [GithubUser<'a>]>,
    labels: Option<&'a [GithubLabel<'a>]>,
    milestone: Option<GithubMilestone<'a>>,
    created_at: Option<rt::Timestamp>,
    closed_at: Option<rt::Timestamp>,
}

impl<'a> decode::Fields<'a> for Read1<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.number = value.read(|source, _| decode::int(source, Blank::Value))?,
            1 => self.title = value.read(|source, _| decode::text(source, Blank::Value))?,
            2 => {
                value.read(|source, _| decode::text(source, Blank::Value))?;
            }
            3 => self.body = value.read(|source, _| decode::text(source, Blank::Value))?,
            4 => {
                self.html_url = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            5 => {
                self.user = value
                    .read(|source, at| {
                        let mut fields = Read3::default();
                        decode::object(source, at, &READ_3, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            6 => {
                self.assignees = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read3::default();
                                decode::object(source, at, &READ_3, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
            }
            7 => {
                self.labels = value
                    .read(|source, at| decode::list(
                        source,
                        at,
                        |source, at| decode::required(
                            source,
                            at,
                            |source, at| {
                                let mut fields = Read4::default();
                                decode::object(source, at, &READ_4, &mut fields)?;
                                Ok(fields.finish()?)
                            },
                        ),
                    ))?;
            }
            8 => {
                self.milestone = value
                    .read(|source, at| {
                        let mut fields = Read5::default();
                        decode::object(source, at, &READ_5, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            9 => {
                self.created_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            10 => {
                self.closed_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read1<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubIssueEventIssue<'a>> {
        Ok(GithubIssueEventIssue {
            number: decode::filled(self.number)?,
            title: decode::filled(self.title)?,
            body: self.body,
            html_url: decode::filled(self.html_url)?,
            user: decode::filled(self.user)?,
            assignees: decode::filled(self.assignees)?,
            labels: self.labels,
            milestone: self.milestone,
            created_at: decode::filled(self.created_at)?,
            closed_at: self.closed_at,
        })
    }
}

/// How `github.Repository` is read.
static READ_2: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("full_name")]),
                Cow::Borrowed("github.map:6:23"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:6:10"),
};

/// What was read of `github.Repository`.
#[derive(Default)]
struct Read2<'a> {
    full_name: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read2<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => {
                self.full_name = value
                    .read(|source, _| decode::text(source, Blank::Value))?;
            }
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read2<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubRepository<'a>> {
        Ok(GithubRepository {
            full_name: decode::filled(self.full_name)?,
        })
    }
}

/// How `github.User` is read.
static READ_3: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("login")]),
                Cow::Borrowed("github.map:4:17"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:4:10"),
};

/// What was read of `github.User`.
#[derive(Default)]
struct Read3<'a> {
    login: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read3<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.login = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read3<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubUser<'a>> {
        Ok(GithubUser {
            login: decode::filled(self.login)?,
        })
    }
}

/// How `github.Label` is read.
static READ_4: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("name")]),
                Cow::Borrowed("github.map:5:18"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:5:10"),
};

/// What was read of `github.Label`.
#[derive(Default)]
struct Read4<'a> {
    name: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read4<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.name = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read4<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubLabel<'a>> {
        Ok(GithubLabel {
            name: decode::filled(self.name)?,
        })
    }
}

/// How `github.Milestone` is read.
static READ_5: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("title")]),
                Cow::Borrowed("github.map:7:22"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:7:10"),
};

/// What was read of `github.Milestone`.
#[derive(Default)]
struct Read5<'a> {
    title: Option<&'a str>,
}

impl<'a> decode::Fields<'a> for Read5<'a> {
    fn field<S: Source<'a>>(
        &mut self,
        index: usize,
        value: decode::FieldValue<'_, '_, 'a, S>,
    ) -> decode::Read<()> {
        match index {
            0 => self.title = value.read(|source, _| decode::text(source, Blank::Value))?,
            _ => {}
        }
        Ok(())
    }
}

impl<'a> Read5<'a> {
    /// The record, once all of it was read.
    fn finish(self) -> rt::Result<GithubMilestone<'a>> {
        Ok(GithubMilestone {
            title: decode::filled(self.title)?,
        })
    }
}

/// What a type of the mapping demands.
static RULES_0: [rt::Constraint; 1] = [
    rt::Constraint::Length {
        min: 1,
        max: None,
    },
];

/// What a type of the mapping demands.
static RULES_1: [rt::Constraint; 1] = [rt::Constraint::Url];

/// Texts of `WorkKind`, by member.
static ENUM_0: [Cow<'static, str>; 2] = [
    Cow::Borrowed("issue"),
    Cow::Borrowed("change"),
];

/// Texts of `WorkState`, by member.
static ENUM_1: [Cow<'static, str>; 4] = [
    Cow::Borrowed("open"),
    Cow::Borrowed("draft"),
    Cow::Borrowed("done"),
    Cow::Borrowed("dropped"),
];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("github.map:53:17"),
        target: Cow::Borrowed("reference"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("repository")),
                rt::Segment::Key(Cow::Borrowed("full_name")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("github.map:56:17"),
        target: Cow::Borrowed("title"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("issue")),
                rt::Segment::Key(Cow::Borrowed("title")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("github.map:9:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
