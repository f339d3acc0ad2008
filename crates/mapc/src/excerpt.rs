//! The lines of source that a drawn diagnostic shows: few, of bounded length, and safe to send to a terminal.

use std::borrow::Cow;

use mapc_diagnostics::{FileId, SourceFile, SourceMap, Span, shown, steers};
use miette::{MietteError, MietteSpanContents, SourceCode, SourceSpan, SpanContents};

/// Lines longer than this are shown in part.
pub(crate) const LONGEST_LINE: usize = 240;
/// How much of such a line is shown, in bytes.
const SHOWN: usize = 90;
/// How much of that stands before the label.
const LEAD: usize = 30;
/// What is underlined at most, in bytes.
const LONGEST_LABEL: usize = 120;

/// The texts of all files as they are shown: with a newline at the end and without control characters.
pub(crate) struct Texts<'a>(Vec<(&'a SourceFile, Cow<'a, str>)>);

impl<'a> Texts<'a> {
    pub(crate) fn new(sources: &'a SourceMap) -> Self {
        Texts(sources.files().map(|(_, file)| (file, printable(&file.text))).collect())
    }
}

/// The files that one diagnostic speaks of, joined to one row of offsets: the primary label's file first.
pub(crate) struct Excerpts<'a> {
    texts: &'a Texts<'a>,
    parts: Vec<Window<'a>>,
}

struct Window<'a> {
    id: FileId,
    file: &'a SourceFile,
    text: &'a str,
    /// Offset of its first byte in the row.
    base: usize,
}

impl<'a> Excerpts<'a> {
    pub(crate) fn new(texts: &'a Texts<'a>) -> Self {
        Excerpts { texts, parts: Vec::new() }
    }

    /// Offset and length of a label in the row. A label of several lines is cut at the end of its first.
    pub(crate) fn place(&mut self, span: Span) -> (usize, usize) {
        let part = self.part(span.file);
        let text = part.text;
        let last = text.len() - 1;
        let start = floor(text, (span.start as usize).min(last));
        let wanted = (span.end as usize).clamp(start, last).min(start + LONGEST_LABEL);
        let line_end = text[start..].find('\n').map_or(last, |at| start + at);
        let end = floor(text, wanted.min(line_end).max(start));
        (part.base + start, end.max(start) - start)
    }

    fn part(&mut self, id: FileId) -> &Window<'a> {
        let position = match self.parts.iter().position(|part| part.id == id) {
            Some(position) => position,
            None => {
                let base = self.parts.last().map_or(0, |part| part.base + part.text.len() + 1);
                let (file, text) = &self.texts.0[id.0 as usize];
                self.parts.push(Window { id, file, text, base });
                self.parts.len() - 1
            }
        };
        &self.parts[position]
    }
}

impl SourceCode for Excerpts<'_> {
    fn read_span<'b>(
        &'b self,
        span: &SourceSpan,
        lines_before: usize,
        lines_after: usize,
    ) -> Result<Box<dyn SpanContents<'b> + 'b>, MietteError> {
        let found = self.parts.iter().rev().find(|part| part.base <= span.offset());
        let part = found.ok_or(MietteError::OutOfBounds)?;
        let start = span.offset() - part.base;
        let end = start + span.len();
        if end >= part.text.len() {
            // Labels of two files are never shown as one excerpt.
            return Err(MietteError::OutOfBounds);
        }
        let window = if lines_before == 0 && lines_after == 0 {
            start..end
        } else {
            window(part.text, start, end, lines_before, lines_after)?
        };
        let at = part.file.location(u32::try_from(window.start).unwrap_or(u32::MAX));
        let data = &part.text.as_bytes()[window.clone()];
        Ok(Box::new(MietteSpanContents::new_named(
            shown(&part.file.name).into_owned(),
            data,
            (part.base + window.start, window.len()).into(),
            at.line as usize - 1,
            at.column as usize - 1,
            memchr::memchr_iter(b'\n', data).count(),
        )))
    }
}

/// The range of bytes shown around a label: whole lines, or a part of one line where lines are very long.
fn window(
    text: &str,
    start: usize,
    end: usize,
    before: usize,
    after: usize,
) -> Result<std::ops::Range<usize>, MietteError> {
    let bytes = text.as_bytes();
    let line_start = |at: usize| memchr::memrchr(b'\n', &bytes[..at]).map_or(0, |newline| newline + 1);
    let line_end = |at: usize| memchr::memchr(b'\n', &bytes[at..]).map_or(bytes.len(), |newline| at + newline + 1);
    let (mut first, mut last) = (line_start(start), line_end(end));
    if last - first > LONGEST_LINE + (end - start) {
        if end - start > LONGEST_LINE {
            return Err(MietteError::OutOfBounds);
        }
        let from = floor(text, start.saturating_sub(LEAD).max(first));
        let to = floor(text, (from + SHOWN).max(end).min(last));
        return Ok(from..to.max(end));
    }
    for _ in 0..before {
        let previous = line_start(first.saturating_sub(1));
        if first - previous > LONGEST_LINE {
            break;
        }
        first = previous;
    }
    for _ in 0..after {
        let next = if last < bytes.len() { line_end(last) } else { last };
        if next - last > LONGEST_LINE {
            break;
        }
        last = next;
    }
    Ok(first..last)
}

/// The text with a newline at its end; characters that could steer a terminal become blanks. Offsets stay.
fn printable(text: &str) -> Cow<'_, str> {
    if text.ends_with('\n') && !text.contains(steers) {
        return Cow::Borrowed(text);
    }
    let mut clean = String::with_capacity(text.len() + 1);
    for c in text.chars() {
        if steers(c) {
            clean.extend(std::iter::repeat_n(' ', c.len_utf8()));
        } else {
            clean.push(c);
        }
    }
    clean.push('\n');
    Cow::Owned(clean)
}

/// The nearest character bound at or below `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|at| text.is_char_boundary(*at)).unwrap_or(0)
}
