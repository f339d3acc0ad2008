//! Generated from the routes of `webhooks`.

pub mod github_issueevent_to_workitem;
pub mod github_pullrequestevent_to_workitem;
