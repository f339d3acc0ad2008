//! Expressions and bodies of maps: small programs, what they are told, and what they become. One file a topic.

mod apart;
mod calls;
mod constants;
mod functions;
mod heads;
mod lines;
mod lists;
mod matching;
mod names;
mod operators;
mod presence;
mod support;
mod two_way;
mod types;
mod via;
