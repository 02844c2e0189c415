use std::{convert::Infallible, path::Path};

use fact_cards_command::{Error, Files, Workshop, files, serve as serve_live};
use fact_cards_site::{BaseUrl, Engine};

use crate::engine;

/// Makes sites with the engine that this program brings.
struct WithOwnEngine(Engine);

impl Workshop for WithOwnEngine {
    fn make(&mut self, story: &Path, base_url: &BaseUrl) -> Result<Files, Error> {
        files(story, &self.0, base_url)
    }
}

/// Serves a story until the program is ended.
pub fn serve(story: &Path, port: u16, as_json: bool) -> Result<Infallible, Error> {
    serve_live(story, port, &mut WithOwnEngine(engine()?), |event| event.print(as_json))
}
