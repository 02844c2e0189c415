//! The tokens of a script, as far as names need to be told from texts and comments.

/// A word, a text with its quotation marks, or any other character.
#[derive(Debug, PartialEq)]
pub struct Token<'s> {
    /// Where it begins.
    pub at: usize,
    pub text: &'s str,
}

/// The tokens of a script. Comments, regular expressions and the texts of templates are left out.
pub fn tokens(script: &str) -> Vec<Token<'_>> {
    let mut reader = Reader { script, at: 0, tokens: Vec::new(), templates: Vec::new() };
    while reader.step().is_some() {}
    reader.tokens
}

struct Reader<'s> {
    script: &'s str,
    at: usize,
    tokens: Vec<Token<'s>>,
    /// For each template that is open how many braces are open in what is computed for it.
    templates: Vec<usize>,
}

impl<'s> Reader<'s> {
    fn rest(&self) -> &'s str {
        self.script.get(self.at..).unwrap_or_default()
    }

    /// Reads on; nothing at the end.
    fn step(&mut self) -> Option<()> {
        let rest = self.rest();
        let first = rest.chars().next()?;
        let is_of_a_word = |letter: char| letter.is_alphanumeric() || matches!(letter, '_' | '$');
        if first.is_whitespace() {
            self.at += first.len_utf8();
        } else if rest.starts_with("//") {
            self.at += rest.find('\n').unwrap_or(rest.len());
        } else if rest.starts_with("/*") {
            self.at += rest.find("*/").map_or(rest.len(), |end| end + 2);
        } else if is_of_a_word(first) {
            self.add(rest.find(|letter| !is_of_a_word(letter)).unwrap_or(rest.len()));
        } else if matches!(first, '"' | '\'') {
            self.add(end(rest, |letter, _| letter == first));
        } else if first == '/' && self.begins_an_expression() {
            let mut in_class = false;
            self.at += end(rest, |letter, _| {
                in_class = letter == '[' || in_class && letter != ']';
                letter == '/' && !in_class
            });
        } else if first == '`' {
            self.template();
        } else {
            self.add(first.len_utf8());
            match (first, self.templates.last_mut()) {
                ('{', Some(open)) => *open += 1,
                ('}', Some(0)) => {
                    self.templates.pop();
                    // The mark at which the text of the template goes on.
                    self.at -= 1;
                    self.template();
                }
                ('}', Some(open)) => *open -= 1,
                _ => {}
            }
        }
        Some(())
    }

    fn add(&mut self, length: usize) {
        let text = self.rest().get(..length).unwrap_or_default();
        self.tokens.push(Token { at: self.at, text });
        self.at += length;
    }

    /// Passes the text of a template, from the mark before it up to its end or to what is computed.
    fn template(&mut self) {
        let rest = self.rest();
        let end = end(rest, |letter, before| letter == '`' || letter == '{' && before == '$');
        if rest.get(..end).is_some_and(|text| text.ends_with("${")) {
            self.templates.push(0);
        }
        self.at += end;
    }

    /// Whether something begins here, rather than goes on: there a slash is no division.
    fn begins_an_expression(&self) -> bool {
        let before = self.tokens.last().map_or("", |token| token.text);
        matches!(before, "" | "(" | "," | "=" | ":" | "[" | "!" | "&" | "|" | "?" | "{" | "}" | ";" | "+" | "return")
    }
}

/// Where something ends that begins with a mark. What follows a backslash ends nothing.
fn end(text: &str, mut is_end: impl FnMut(char, char) -> bool) -> usize {
    let mut before = ' ';
    for (at, letter) in text.char_indices().skip(1) {
        if before == '\\' {
            before = ' ';
        } else if is_end(letter, before) {
            return at + letter.len_utf8();
        } else {
            before = letter;
        }
    }
    text.len()
}
