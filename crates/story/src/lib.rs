//! What a browser is given of a story: an [`edition`] in each language, with everything that needs a locale or a table
//! already done, and the bytes of all of them ([`section`]). The crate `author` makes these of what an editor writes.

mod direction;
pub mod edition;
pub mod fold;
mod kind;
pub mod leb128;
pub mod section;
mod separator;
mod term;
mod text;
pub mod wire;
mod words;

pub use direction::direction;
pub use kind::Kind;
pub use separator::is_hard;
pub use term::{Fit, Term};
pub use text::{Part, Text};
pub use words::{Counted, Messages, Words};
