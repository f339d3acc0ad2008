//! Changes of a `.map` file word by word: most changes of single bytes leave a text that nothing behind the grammar gets to see.

use std::sync::LazyLock;

use fastrand::Rng;

use crate::compiler;

/// The seeds, and what they are made of.
struct Vocabulary {
    words: Vec<String>,
    lines: Vec<String>,
    paragraphs: Vec<String>,
}

static VOCABULARY: LazyLock<Vocabulary> = LazyLock::new(|| {
    let texts = compiler::seeds().into_iter().filter_map(|seed| String::from_utf8(seed).ok());
    let mut vocabulary = Vocabulary { words: Vec::new(), lines: Vec::new(), paragraphs: Vec::new() };
    for text in texts {
        vocabulary.words.extend(words(&text).into_iter().map(str::to_owned));
        vocabulary.lines.extend(text.split_inclusive('\n').map(str::to_owned));
        vocabulary.paragraphs.extend(text.split("\n\n").map(|paragraph| format!("{paragraph}\n\n")));
    }
    for entries in [&mut vocabulary.words, &mut vocabulary.lines, &mut vocabulary.paragraphs] {
        // Each once, so that what is rare is tried as often as what is common.
        entries.sort_unstable();
        entries.dedup();
    }
    vocabulary
});

/// Names, numbers, texts, runs of operators and of blanks, and all else by itself.
fn words(text: &str) -> Vec<&str> {
    let mut words = Vec::new();
    let mut rest = text;
    while let Some(first) = rest.chars().next() {
        let is_name = |c: char| c.is_ascii_alphanumeric() || c == '_';
        let is_operator = |c: char| "<>-=!?&|.".contains(c);
        let run = |of: &dyn Fn(char) -> bool| rest.find(|c| !of(c)).unwrap_or(rest.len());
        let length = match first {
            '"' => rest[1..]
                .find(['"', '\n'])
                .map_or(rest.len(), |end| end + 1 + usize::from(rest[1 + end..].starts_with('"'))),
            ' ' => run(&|c| c == ' '),
            _ if is_name(first) => run(&is_name),
            _ if is_operator(first) => run(&is_operator),
            _ => first.len_utf8(),
        };
        let (word, behind) = rest.split_at(length);
        words.push(word);
        rest = behind;
    }
    words
}

/// A text that differs in a few words, or by a line or a declaration of another one.
pub fn changed(text: &str, rng: &mut Rng) -> String {
    let mut words = words(text);
    for _ in 0..rng.usize(1..4) {
        change(&mut words, rng);
    }
    words.concat()
}

fn change(words: &mut Vec<&str>, rng: &mut Rng) {
    let known = &*VOCABULARY;
    let one_of = |texts: &'static [String], rng: &mut Rng| texts[rng.usize(..texts.len())].as_str();
    if words.is_empty() {
        return words.push(one_of(&known.paragraphs, rng));
    }
    let (at, other) = (rng.usize(..words.len()), rng.usize(..words.len()));
    let starts = |at: usize| words[..at].iter().rposition(|word| *word == "\n").map_or(0, |newline| newline + 1);
    match rng.u8(..10) {
        0 | 1 => words[at] = words[other],
        2 | 3 => words[at] = one_of(&known.words, rng),
        4 => words.insert(at, one_of(&known.words, rng)),
        5 => words.swap(at, other),
        6 => drop(words.drain(at..(at + rng.usize(1..6)).min(words.len()))),
        7 => words.insert(starts(at), one_of(&known.lines, rng)),
        8 => words.insert(starts(at), one_of(&known.paragraphs, rng)),
        _ => {
            let (from, to) = (starts(other), starts(at));
            let line: Vec<&str> = words[from..].iter().copied().take_while(|word| *word != "\n").collect();
            words.splice(to..to, line.into_iter().chain(["\n"]));
        }
    }
}
