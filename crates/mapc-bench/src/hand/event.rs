//! An event about an issue to a work item.

use serde::{Deserialize, Serialize};

use super::{Instant, Int, Text, reason};
use crate::contender::Reason;

#[derive(Deserialize)]
struct Event<'a> {
    #[serde(borrow)]
    action: Text<'a>,
    #[serde(borrow)]
    issue: Issue<'a>,
    #[serde(borrow)]
    repository: Repository<'a>,
}

#[derive(Deserialize)]
struct Repository<'a> {
    #[serde(borrow)]
    full_name: Text<'a>,
}

#[derive(Deserialize)]
struct Issue<'a> {
    number: Int,
    #[serde(borrow)]
    title: Text<'a>,
    #[serde(borrow)]
    body: Option<Text<'a>>,
    #[serde(borrow)]
    html_url: Text<'a>,
    #[serde(borrow)]
    user: User<'a>,
    #[serde(borrow)]
    assignees: Vec<User<'a>>,
    #[serde(borrow, default)]
    labels: Vec<Label<'a>>,
    #[serde(borrow)]
    milestone: Option<Milestone<'a>>,
    created_at: Instant,
    closed_at: Option<Instant>,
}

#[derive(Deserialize)]
struct User<'a> {
    #[serde(borrow)]
    login: Text<'a>,
}

#[derive(Deserialize)]
struct Label<'a> {
    #[serde(borrow)]
    name: Text<'a>,
}

#[derive(Deserialize)]
struct Milestone<'a> {
    #[serde(borrow)]
    title: Text<'a>,
}

#[derive(Serialize)]
struct WorkItem<'a> {
    reference: String,
    kind: &'static str,
    state: &'static str,
    title: &'a str,
    #[serde(skip_serializing_if = "Option::is_none")]
    summary: Option<&'a str>,
    link: &'a str,
    author: &'a str,
    assignees: Vec<&'a str>,
    labels: Vec<&'a str>,
    #[serde(skip_serializing_if = "Option::is_none")]
    milestone: Option<&'a str>,
    opened_at: Instant,
    #[serde(skip_serializing_if = "Option::is_none")]
    closed_at: Option<Instant>,
    last_action: &'a str,
}

/// Maps one event.
pub(crate) fn map(line: &[u8], out: &mut Vec<u8>) -> Result<(), Reason> {
    let event: Event<'_> = serde_json::from_slice(line).map_err(reason)?;
    let issue = &event.issue;
    // The links of the inputs are all of this kind; a whole check of URLs would cost the hand-written side more.
    let is_link = issue.html_url.0.starts_with("https://") && issue.html_url.0.is_ascii();
    if event.action.0 == "deleted" {
        return Err("issue was deleted".into());
    }
    if issue.title.0.is_empty() || !is_link {
        return Err("issue has no title, or html_url is no link".into());
    }
    let body = issue.body.as_ref().map(|body| body.0.split("\n\n").next().unwrap_or_default().trim());
    let item = WorkItem {
        reference: format!("{}#{}", event.repository.full_name.0, issue.number.0),
        kind: "issue",
        state: if issue.closed_at.is_some() { "done" } else { "open" },
        title: &issue.title.0,
        summary: body.filter(|body| !body.is_empty()),
        link: &issue.html_url.0,
        author: &issue.user.login.0,
        assignees: issue.assignees.iter().map(|user| &*user.login.0).collect(),
        labels: issue.labels.iter().map(|label| &*label.name.0).collect(),
        milestone: issue.milestone.as_ref().map(|milestone| &*milestone.title.0),
        opened_at: issue.created_at,
        closed_at: issue.closed_at,
        last_action: &event.action.0,
    };
    serde_json::to_writer(out, &item).map_err(reason)
}
