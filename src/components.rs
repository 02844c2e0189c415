//! What is on the page, by where a reader sees it. All but the widget itself are functions of what there is to show: each
//! Yew component costs kilobytes in the wasm, and nothing here has a state of its own.
//!
//! Each room may use those before it: `shared`, `controls`, `status`, `card`, `permalink`, `views`, `widget`.

mod card;
mod controls;
#[cfg(not(target_arch = "wasm32"))]
mod permalink;
mod shared;
mod status;
mod views;
mod widget;

#[cfg(not(target_arch = "wasm32"))]
pub use self::permalink::PermalinkOf;
#[cfg(not(target_arch = "wasm32"))]
pub(crate) use self::{
    shared::markup::begin as begin_page,
    widget::piece::{Piece, PieceOf, PieceProps},
};
pub use self::{
    shared::{Prerendered, disclosure::Disclosed, extent::extent, kept::Pieces, link::path_of_page},
    widget::{Props, Widget, rendered::Shown, requested::Requested},
};
