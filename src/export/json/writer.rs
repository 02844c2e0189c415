/// Writes JSON piece by piece. A comma goes before whatever does not come first.
#[derive(Default)]
pub(super) struct Writer {
    text: String,
}

impl Writer {
    pub fn open(&mut self, bracket: char) {
        self.part();
        self.text.push(bracket);
    }

    pub fn close(&mut self, bracket: char) {
        self.text.push(bracket);
    }

    pub fn key(&mut self, key: &str) {
        self.item(key);
        self.text.push(':');
    }

    /// A list by that name, which is still to be closed.
    pub fn list(&mut self, key: &str) {
        self.key(key);
        self.open('[');
    }

    pub fn text(&mut self, key: &str, text: &str) {
        self.key(key);
        self.item(text);
    }

    pub fn optional(&mut self, key: &str, text: Option<&str>) {
        if let Some(text) = text {
            self.text(key, text);
        }
    }

    /// What is JSON already.
    pub fn plain(&mut self, key: &str, json: &str) {
        self.key(key);
        self.text.push_str(json);
    }

    pub fn number(&mut self, key: &str, number: u32) {
        self.plain(key, &number.to_string());
    }

    /// Degrees, to the ten-thousandth that they are kept to. By whole numbers: to format others takes kilobytes.
    pub fn degrees(&mut self, key: &str, degrees: f32) {
        #[allow(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "degrees are less than a thousand")]
        let parts = (degrees.abs() * 10_000.0 + 0.5) as u32;
        let sign = if degrees < 0.0 && parts > 0 { "-" } else { "" };
        let fraction = (parts % 10_000 + 10_000).to_string();
        let fraction = fraction.strip_prefix('1').unwrap_or_default();
        self.plain(key, &[sign, &(parts / 10_000).to_string(), ".", fraction].concat());
    }

    /// A text.
    pub fn item(&mut self, text: &str) {
        self.part();
        self.text.push('"');
        for character in text.chars() {
            match character {
                '"' | '\\' => self.text.push('\\'),
                '\0'..'\u{20}' => {
                    self.text.push_str("\\u00");
                    self.text.push(if character < '\u{10}' { '0' } else { '1' });
                    self.text.extend(char::from_digit(u32::from(character) % 16, 16));
                    continue;
                }
                _ => {}
            }
            self.text.push(character);
        }
        self.text.push('"');
    }

    pub fn into_text(self) -> String {
        self.text
    }

    /// Every text ends with a quotation mark, so what is open, or a key, is known by the last byte.
    fn part(&mut self) {
        if !matches!(self.text.as_bytes().last(), None | Some(b'{' | b'[' | b':')) {
            self.text.push(',');
        }
    }
}
