//! Events of a code host of about ten kilobytes, of which a few per cent are used.

use std::fmt::Write as _;

use fastrand::Rng;

use super::{instant, pick, push_text, rng, sentence};

/// So many events as lines of JSON.
pub(crate) fn events(records: usize) -> Vec<u8> {
    let (mut rng, mut out) = (rng(), String::new());
    for number in 0..records {
        event(&mut rng, number, &mut out);
    }
    out.into_bytes()
}

/// Links as the code host's users and repositories have them by the dozen.
fn links(out: &mut String, base: &str, names: &[&str]) {
    for name in names {
        let _ = write!(out, ",\"{name}_url\":\"https://api.code.example/{base}/{name}{{/other}}\"");
    }
}

fn user(rng: &mut Rng, out: &mut String) {
    let login = pick(rng, &["ada", "grace", "charles", "zoe"]);
    let _ = write!(out, "{{\"login\":\"{login}\",\"id\":{},\"node_id\":\"MDQ6VXNlcj{}\"", rng.u32(..), rng.u32(..));
    let names = ["avatar", "html", "followers", "following", "gists", "starred", "subscriptions", "repos", "events"];
    links(out, &format!("users/{login}"), &names);
    out.push_str(",\"type\":\"User\",\"site_admin\":false}");
}

const REPOSITORY: &[&str] = &[
    "html",
    "forks",
    "keys",
    "collaborators",
    "teams",
    "hooks",
    "issue_events",
    "events",
    "assignees",
    "branches",
    "tags",
    "blobs",
    "git_tags",
    "git_refs",
    "trees",
    "statuses",
    "languages",
    "stargazers",
    "contributors",
    "subscribers",
    "subscription",
    "commits",
    "git_commits",
    "comments",
    "issue_comment",
    "contents",
    "compare",
    "merges",
    "archive",
    "downloads",
    "issues",
    "pulls",
    "milestones",
    "notifications",
    "labels",
    "releases",
    "deployments",
    "git",
    "ssh",
];

fn repository(rng: &mut Rng, out: &mut String) {
    let _ = write!(
        out,
        "{{\"id\":{},\"name\":\"engine\",\"full_name\":\"ada/engine\",\"private\":false,\"owner\":",
        rng.u32(..)
    );
    user(rng, out);
    links(out, "repos/ada/engine", REPOSITORY);
    let _ = write!(
        out,
        ",\"description\":\"Größer as before\",\"fork\":false,\"created_at\":\"{}\",\"size\":{},\"stargazers_count\":{},\"has_issues\":true,\"license\":null,\"default_branch\":\"main\"}}",
        instant(rng),
        rng.u32(..9_999),
        rng.u32(..999)
    );
}

fn event(rng: &mut Rng, number: usize, out: &mut String) {
    let action = if number % 100 == 99 { "deleted" } else { pick(rng, &["opened", "edited", "labeled", "closed"]) };
    let _ = write!(out, "{{\"action\":\"{action}\",\"issue\":{{\"id\":{},\"number\":{number}", rng.u32(..));
    links(out, "repos/ada/engine/issues/1", &["repository", "labels", "comments", "events"]);
    let _ = write!(out, ",\"html_url\":\"https://code.example/ada/engine/issues/{number}\",\"title\":");
    let words = 3 + rng.usize(..6);
    push_text(out, &sentence(rng, words));
    out.push_str(",\"user\":");
    user(rng, out);
    out.push_str(",\"labels\":[{\"id\":1,\"name\":\"bug\",\"color\":\"d73a4a\",\"default\":true}],\"state\":\"open\",\"locked\":false,\"assignees\":[");
    user(rng, out);
    out.push_str("],\"milestone\":{\"number\":1,\"title\":\"v1.0\",\"creator\":");
    user(rng, out);
    let _ = write!(out, "}},\"comments\":{},\"created_at\":\"{}\"", rng.u32(..99), instant(rng));
    if action == "closed" {
        let _ = write!(out, ",\"closed_at\":\"{}\"", instant(rng));
    } else {
        out.push_str(",\"closed_at\":null");
    }
    out.push_str(",\"body\":");
    let body = (0..4).map(|_| sentence(rng, 30)).collect::<Vec<_>>().join("\n\n");
    push_text(out, &body);
    out.push_str("},\"repository\":");
    repository(rng, out);
    out.push_str(",\"sender\":");
    user(rng, out);
    out.push_str("}\n");
}
