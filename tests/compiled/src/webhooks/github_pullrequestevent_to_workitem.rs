//! Maps `github.PullRequestEvent` to `WorkItem`.

#![allow(clippy::style, clippy::complexity, clippy::eq_op)]

use std::borrow::Cow;
use mapc_runtime as rt;
use rt::decode;
use rt::decode::Blank;
use rt::decode::Source;
use rt::write;

/// Maps one `github.PullRequestEvent` to a `WorkItem`, which is appended to `out`. Nothing is appended unless the outcome is `Written` or `Deleted`.
///
/// Values of the record live in `bump`, which may be reset before the next record.
pub fn github_pullrequestevent_to_workitem(
    input: rt::Input<'_>,
    message: rt::Message<'_>,
    bump: &rt::Bump,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    github_pullrequestevent_to_workitem_in(&rt::Cx::new(bump, message), input, out)
}

/// As [`github_pullrequestevent_to_workitem`], within a context that afterwards holds the notices of the record.
pub fn github_pullrequestevent_to_workitem_in<'a>(
    cx: &rt::Cx<'a>,
    input: rt::Input<'a>,
    out: &mut Vec<u8>,
) -> rt::Outcome {
    rt::flow::outcome(cx, transform(cx, input, out))
}

/// As [`github_pullrequestevent_to_workitem`], of a single record in JSON.
///
/// # Errors
/// Where nothing is written.
pub fn github_pullrequestevent_to_workitem_bytes(
    json: &[u8],
    message: rt::Message<'_>,
) -> Result<Vec<u8>, rt::NoOutput> {
    rt::once(message, json, github_pullrequestevent_to_workitem_in)
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
    let l1: GithubPullRequestEventPullRequest<'a> = l0.pull_request;
    let l2: rt::Result<&'a str> = rt::flow::part(
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
                        rt::library::conversion::int_to_string(cx, l1.number),
                    ],
                ),
            ),
        ),
    );
    let l3: u32 = 1_u32;
    let l4: u32 = match l1.state {
        0_u32 => if l1.draft { 1_u32 } else { 0_u32 }
        _ => if l1.merged { 2_u32 } else { 3_u32 }
    };
    let l5: rt::Result<&'a str> = rt::flow::part(
        cx,
        || rt::flow::at(
            cx,
            &SITES[1],
            &[],
            rt::constraint::text(&RULES_0, cx.bump, l1.title),
        ),
    );
    let l6: Option<&'a str> = f0_summary(cx, l1.body);
    let l7: &'a str = l1.html_url;
    let l8: &'a str = l1.user.login;
    let l11: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(cx, l1.assignees, |_, l10, _| { Ok(Some(l10.login)) }),
    );
    let l14: rt::Result<&'a [&'a str]> = rt::flow::part(
        cx,
        || rt::flow::each(cx, l1.labels, |_, l13, _| { Ok(Some(l13.name)) }),
    );
    let l16: Option<&'a str> = match l1.milestone {
        Some(l15) => Some(l15.title),
        None => None,
    };
    let l17: rt::Timestamp = l1.created_at;
    let l18: Option<rt::Timestamp> = l1.closed_at;
    let l19: &'a str = l0.action;
    rt::flow::clean(cx)?;
    let l2 = l2?;
    let l5 = l5?;
    let l11 = l11?;
    let l14 = l14?;
    out.extend_from_slice(b"{\"reference\":");
    write::string(out, l2);
    out.extend_from_slice(b",\"kind\":");
    write::string(out, rt::flow::wire(&ENUM_0, l3));
    out.extend_from_slice(b",\"state\":");
    write::string(out, rt::flow::wire(&ENUM_1, l4));
    out.extend_from_slice(b",\"title\":");
    write::string(out, l5);
    if let Some(value) = l6 {
        out.extend_from_slice(b",\"summary\":");
        write::string(out, value);
    }
    out.extend_from_slice(b",\"link\":");
    write::string(out, l7);
    out.extend_from_slice(b",\"author\":");
    write::string(out, l8);
    out.extend_from_slice(b",\"assignees\":");
    write::list(
        out,
        l11,
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

/// What this route knows of a `github.PullRequestEvent`.
#[derive(Clone, Copy, PartialEq)]
struct GithubPullRequestEvent<'a> {
    action: &'a str,
    pull_request: GithubPullRequestEventPullRequest<'a>,
    repository: GithubRepository<'a>,
}

/// What this route knows of a `github.PullRequestEvent.pull_request`.
#[derive(Clone, Copy, PartialEq)]
struct GithubPullRequestEventPullRequest<'a> {
    number: i64,
    title: &'a str,
    state: u32,
    draft: bool,
    merged: bool,
    body: Option<&'a str>,
    html_url: &'a str,
    user: GithubUser<'a>,
    assignees: &'a [GithubUser<'a>],
    labels: &'a [GithubLabel<'a>],
    milestone: Option<GithubMilestone<'a>>,
    created_at: rt::Timestamp,
    closed_at: Option<rt::Timestamp>,
}

/// How `github.PullRequestEvent` is read.
static READ_0: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("action")]),
                Cow::Borrowed("github.map:28:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("pull_request")]),
                Cow::Borrowed("github.map:29:5"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("repository")]),
                Cow::Borrowed("github.map:44:5"),
            ),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:27:10"),
};

/// What was read of `github.PullRequestEvent`.
#[derive(Default)]
struct Read0<'a> {
    action: Option<&'a str>,
    pull_request: Option<GithubPullRequestEventPullRequest<'a>>,
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
                self.pull_request = value
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
    fn finish(self) -> rt::Result<GithubPullRequestEvent<'a>> {
        Ok(GithubPullRequestEvent {
            action: decode::filled(self.action)?,
            pull_request: decode::filled(self.pull_request)?,
            repository: decode::filled(self.repository)?,
        })
    }
}

/// How `github.PullRequestEvent.pull_request` is read.
static READ_1: decode::Object = decode::Object {
    fields: Cow::Borrowed(
        &[
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("number")]),
                Cow::Borrowed("github.map:30:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("title")]),
                Cow::Borrowed("github.map:31:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("state")]),
                Cow::Borrowed("github.map:32:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("draft")]),
                    Cow::Borrowed("github.map:33:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("merged")]),
                    Cow::Borrowed("github.map:34:7"),
                )
                .optional(),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("body")]),
                    Cow::Borrowed("github.map:35:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("html_url")]),
                Cow::Borrowed("github.map:36:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("user")]),
                Cow::Borrowed("github.map:37:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("assignees")]),
                Cow::Borrowed("github.map:38:7"),
            ),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("labels")]),
                Cow::Borrowed("github.map:39:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("milestone")]),
                    Cow::Borrowed("github.map:40:7"),
                )
                .optional(),
            decode::Field::new(
                Cow::Borrowed(&[Cow::Borrowed("created_at")]),
                Cow::Borrowed("github.map:41:7"),
            ),
            decode::Field::new(
                    Cow::Borrowed(&[Cow::Borrowed("closed_at")]),
                    Cow::Borrowed("github.map:42:7"),
                )
                .optional(),
        ],
    ),
    unknown: decode::Unknown::Ignore,
    duplicates: decode::Duplicates::Reject,
    place: Cow::Borrowed("github.map:29:19"),
};

/// What was read of `github.PullRequestEvent.pull_request`.
#[derive(Default)]
struct Read1<'a> {
    number: Option<i64>,
    title: Option<&'a str>,
    state: Option<u32>,
    draft: Option<bool>,
    merged: Option<bool>,
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
                self.state = value
                    .read(|source, _| decode::member(source, Blank::Value, &ENUM_2))?;
            }
            3 => {
                self.draft = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            4 => {
                self.merged = value
                    .read(|source, _| decode::boolean(source, Blank::Value))?;
            }
            5 => self.body = value.read(|source, _| decode::text(source, Blank::Value))?,
            6 => {
                self.html_url = value
                    .read(|source, at| {
                        let value = decode::text(source, Blank::Value)?;
                        Ok(rt::constraint::text(&RULES_1, at.cx.bump, value)?)
                    })?;
            }
            7 => {
                self.user = value
                    .read(|source, at| {
                        let mut fields = Read3::default();
                        decode::object(source, at, &READ_3, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            8 => {
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
            9 => {
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
            10 => {
                self.milestone = value
                    .read(|source, at| {
                        let mut fields = Read5::default();
                        decode::object(source, at, &READ_5, &mut fields)?;
                        Ok(fields.finish()?)
                    })?;
            }
            11 => {
                self.created_at = value
                    .read(|source, _| decode::timestamp(source, Blank::Value))?;
            }
            12 => {
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
    fn finish(self) -> rt::Result<GithubPullRequestEventPullRequest<'a>> {
        Ok(GithubPullRequestEventPullRequest {
            number: decode::filled(self.number)?,
            title: decode::filled(self.title)?,
            state: decode::filled(self.state)?,
            draft: self.draft.unwrap_or(false),
            merged: self.merged.unwrap_or(false),
            body: self.body,
            html_url: decode::filled(self.html_url)?,
            user: decode::filled(self.user)?,
            assignees: decode::filled(self.assignees)?,
            labels: decode::filled(self.labels)?,
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

/// Texts of `"open" | "closed"`, by member.
static ENUM_2: [Cow<'static, str>; 2] = [Cow::Borrowed("open"), Cow::Borrowed("closed")];

/// Places in the mapping that problems name.
static SITES: [rt::Site; 3] = [
    rt::Site {
        place: Cow::Borrowed("github.map:72:17"),
        target: Cow::Borrowed("reference"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("repository")),
                rt::Segment::Key(Cow::Borrowed("full_name")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("github.map:78:17"),
        target: Cow::Borrowed("title"),
        pointer: Cow::Borrowed(
            &[
                rt::Segment::Key(Cow::Borrowed("pull_request")),
                rt::Segment::Key(Cow::Borrowed("title")),
            ],
        ),
    },
    rt::Site {
        place: Cow::Borrowed("github.map:27:10"),
        target: Cow::Borrowed(""),
        pointer: Cow::Borrowed(&[]),
    },
];
