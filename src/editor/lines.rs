//! The text as lines of coloured and marked parts.

use cts_tracker::Severity;

use super::problems::Problem;
use super::tokens;

/// A part of a line that looks the same from its beginning to its end.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Part {
    pub(super) text: String,
    /// Its classes in the style sheet, parted by spaces.
    pub(super) class: String,
    /// The numbers of the problems that it is part of, parted by spaces.
    pub(super) problems: String,
}

/// A line.
pub(super) type Line = Vec<Part>;

/// The lines of a text with its problems marked.
pub(super) fn all(text: &str, problems: &[Problem]) -> Vec<Line> {
    let mut start = 0;
    text.split('\n')
        .map(|line| {
            let parts = one(line, start, problems);
            start += line.len() + 1;
            parts
        })
        .collect()
}

/// A line that begins at this byte of the text.
fn one(line: &str, offset: usize, problems: &[Problem]) -> Line {
    let end = offset + line.len();
    let here: Vec<(usize, &Problem)> = problems
        .iter()
        .enumerate()
        .filter(|(_, problem)| problem.place.start < end && problem.place.end > offset)
        .collect();
    let mut parts = Line::new();
    for (token, range) in tokens::of_line(line) {
        let mut cuts = vec![range.start, range.end];
        for (_, problem) in &here {
            for edge in [problem.place.start, problem.place.end] {
                let cut = edge.saturating_sub(offset);
                if edge >= offset && range.start < cut && cut < range.end {
                    cuts.push(cut);
                }
            }
        }
        cuts.sort_unstable();
        cuts.dedup();
        for pair in cuts.windows(2) {
            let within = here.iter().filter(|(_, problem)| {
                problem.place.start <= offset + pair[0] && offset + pair[1] <= problem.place.end
            });
            let mut class = token.class().to_owned();
            let mut numbers = String::new();
            let mut gravest: Option<Severity> = None;
            for (number, problem) in within {
                if !numbers.is_empty() {
                    numbers.push(' ');
                }
                numbers.push_str(&number.to_string());
                gravest = gravest.into_iter().chain([problem.severity]).min();
            }
            if let Some(severity) = gravest {
                if !class.is_empty() {
                    class.push(' ');
                }
                class.push_str("marked ");
                class.push_str(severity.as_str());
            }
            parts.push(Part {
                text: line.get(pair[0]..pair[1]).unwrap_or_default().to_owned(),
                class,
                problems: numbers,
            });
        }
    }
    parts
}

#[cfg(test)]
mod tests {
    use cts_tracker::Locale;

    use super::all;
    use crate::editor::problems::find;
    use crate::fixes::Known;

    #[test]
    fn the_lines_are_the_text_and_the_marks_are_at_their_places() {
        let text = "{\n  \"tracker_type\": \"system\",\n  \"tracker_name\": \"审\",\n  \"status\": [\n    1\n  ]\n}";
        let problems = find(text, &Known::default(), None, Locale::English, false);
        let lines = all(text, &problems);
        let joined: Vec<String> = lines
            .iter()
            .map(|line| line.iter().map(|part| part.text.as_str()).collect())
            .collect();
        assert_eq!(joined.join("\n"), text);
        for (number, problem) in problems.iter().enumerate() {
            let number = number.to_string();
            let marked: Vec<String> = lines
                .iter()
                .map(|line| {
                    line.iter()
                        .filter(|part| part.problems.split(' ').any(|known| known == number))
                        .map(|part| part.text.as_str())
                        .collect::<String>()
                })
                .filter(|marked| !marked.is_empty())
                .collect();
            assert_eq!(marked.concat(), text[problem.place.clone()], "{problem:?}");
        }
        let wrong = lines[2]
            .iter()
            .find(|part| part.text == "\"审\"")
            .expect("there");
        assert_eq!(wrong.class, "json-text marked error");
    }

    #[test]
    fn an_empty_line_has_no_parts() {
        assert_eq!(all("\n", &[]), [vec![], vec![]]);
    }
}
