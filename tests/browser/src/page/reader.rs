//! What a reader does with mouse, finger and keyboard.

use std::{sync::atomic::Ordering, time::Instant};

use serde_json::{Value, json};
use thirtyfour::{
    Key, WebElement,
    error::{WebDriverErrorInner, WebDriverResult},
};

use super::Page;
use crate::{
    actions::{Pointer, point, swipe},
    browser::Browser,
    driver::TIMEOUT,
    selector::found,
};

/// The script that gives frames their heights, in the page around them.
const SIZING: &str = "'script[src*=\"fact-cards-frame.js\"]'";

/// True in a frame when it is as high as what is in it, with all that was chosen and nothing to scroll. Asked in one go:
/// between two questions the frame may still be growing.
pub const FRAME_FITS: &str = "!document.querySelector('[aria-busy=true]')
    && Math.abs(innerHeight - document.querySelector('fact-cards').getBoundingClientRect().height) < 1
    && document.documentElement.scrollHeight <= innerHeight";

impl Page {
    /// The first element that matches a selector, once it is there.
    pub async fn find(&self, selector: &str) -> WebElement {
        self.until(&found(selector)).await;
        let found = self.driver.execute(format!("return {};", found(selector)), Vec::new()).await;
        let found = found.and_then(thirtyfour::session::scriptret::ScriptRet::element);
        found.unwrap_or_else(|error| panic!("there is no `{selector}`: {error}"))
    }

    /// Opens a card, given by what selects it or something in it, as a reader would to get at what it holds.
    pub async fn open_card(&self, selector: &str) {
        let element = found(selector);
        let card = format!("{element}?.closest('.card')");
        let open = format!("(card => (card?.querySelector('.facts-of:not([open]) > summary')?.click(), null))({card})");
        let _: Value = self.value(&open).await;
        // Where there is an engine, it makes what is in the card.
        self.until(&format!("!{card} || !{card}.closest('[data-ready]') || {card}.hasAttribute('data-open')")).await;
    }

    /// Opens the card that a selector names, or that holds what it selects, where that cannot be seen.
    async fn open_card_of(&self, selector: &str) {
        let element = found(selector);
        let named = selector.split_once("[data-card").and_then(|(before, rest)| {
            let (card, inside) = rest.split_once(']')?;
            (!inside.is_empty()).then(|| format!("{before}[data-card{card}]"))
        });
        let hidden = format!(
            "!{element} || !!{element}.closest('.facts-of:not([open])') && !{element}.matches('.facts-of > summary')"
        );
        if !self.value::<bool>(&hidden).await {
            return;
        }
        match named {
            Some(card) => {
                self.open_card(&card).await;
                // Some of what a card holds comes with the engine.
                self.until(&element).await;
            }
            _ if self.value(&format!("!!{element}")).await => self.open_card(selector).await,
            _ => {}
        }
    }

    /// The same, scrolled to the middle of the page, since sticky elements may cover it elsewhere, once it stands still: a driver
    /// first asks for the place of an element and then presses there, whatever has come there since. From here on the page
    /// notes what a press there does, for [`Page::until`] to tell where nothing comes of it.
    async fn find_in_the_middle(&self, selector: &str) -> WebElement {
        self.open_card_of(selector).await;
        if self.in_sized_frame.load(Ordering::Relaxed) {
            // What was opened or chosen changes its height, and where things are: between pressing and letting go a link had
            // moved away.
            self.until(FRAME_FITS).await;
        }
        let element = self.find(selector).await;
        let note = "window.presses = [], ['mousedown', 'mouseup', 'click'].forEach((type) => addEventListener(type,
            ({ target, clientX, clientY }) => window.presses.push(`${type} ${target.localName} ${clientX} ${clientY}`),
            { capture: true, once: true }))";
        let found = found(selector);
        let middle = format!("({note}, window.place = null, {found}.scrollIntoView({{ block: 'center' }}))");
        let _: Value = self.value(&middle).await;
        if self.has_script {
            // Where it was one frame ago; what is replaced by another of its kind is looked for anew.
            let place = format!("JSON.stringify({found}?.getBoundingClientRect() ?? null)");
            self.until(&format!("(was => was === (window.place = {place}))(window.place)")).await;
        }
        element
    }

    /// Does something with an element, and again with the one in its place where it has been replaced since it was found:
    /// the engine puts its elements in the place of those that were there before. A driver is taken to notice
    /// that before it presses anything.
    async fn use_element(&self, selector: &str, verb: &str, use_it: impl AsyncFn() -> WebDriverResult<()>) {
        let started = Instant::now();
        while let Err(error) = use_it().await {
            let replaced = matches!(error.as_inner(), WebDriverErrorInner::StaleElementReference(_));
            assert!(replaced && started.elapsed() < TIMEOUT, "`{selector}` {verb}: {error}");
        }
    }

    /// Clicks a visible element.
    pub async fn click(&self, selector: &str) {
        let click = async || self.find_in_the_middle(selector).await.click().await;
        self.use_element(selector, "cannot be clicked", click).await;
        self.until_whole().await;
    }

    /// Rests the mouse over an element.
    pub async fn hover(&self, selector: &str) {
        self.point_at(selector, Pointer::Mouse, false).await;
    }

    /// Taps an element with a finger. `WebKitGTK`'s driver has no touch and uses the mouse.
    pub async fn tap(&self, selector: &str) {
        self.point_at(selector, Pointer::Finger, true).await;
        self.until_whole().await;
    }

    async fn point_at(&self, selector: &str, pointer: Pointer, press: bool) {
        let point = async || point(&self.driver, pointer, &self.find_in_the_middle(selector).await, press).await;
        self.use_element(selector, "cannot be pointed at", point).await;
    }

    /// Swipes up with a finger from the middle of the window, by that many pixels.
    pub async fn swipe_up(&self, by: u32) {
        let middle: (u32, u32) = self.value("[innerWidth / 2, Math.round(innerHeight / 2)]").await;
        swipe(&self.driver, middle, by).await.expect("the finger moves");
    }

    /// Types into an element, and waits for the next frame, in which the input takes effect.
    pub async fn type_into(&self, selector: &str, text: &str) {
        if self.browser == Browser::WebKit && text.chars().any(|letter| letter > '\u{ffff}') {
            // Its driver has no keys for these characters, so they are inserted as from a character map.
            let insert =
                format!("({0}.focus(), document.execCommand('insertText', false, {1}))", found(selector), json!(text));
            assert!(self.value::<bool>(&insert).await, "`{selector}` takes no text");
        } else {
            let send = async || self.find(selector).await.send_keys(text).await;
            self.use_element(selector, "takes no text", send).await;
        }
        self.until_next_frame().await;
        self.until_whole().await;
    }

    /// Presses a key where the focus is.
    pub async fn press(&self, key: Key) {
        self.type_keys(&char::from(key).to_string()).await;
    }

    /// Presses Tab until the focus is in the widget, since the page has links before it.
    pub async fn tab_into_widget(&self) {
        loop {
            self.press(Key::Tab).await;
            if self.value("document.activeElement.closest('fact-cards') !== null").await {
                break;
            }
        }
    }

    /// Presses a key several times with Shift held down, where the focus is.
    pub async fn press_with_shift(&self, key: Key, times: usize) {
        let keys = char::from(key).to_string().repeat(times);
        let pressed =
            self.driver.action_chain().key_down(Key::Shift).send_keys(keys).key_up(Key::Shift).perform().await;
        pressed.expect("keys can be pressed");
    }

    /// Types where the focus is.
    pub async fn type_keys(&self, text: &str) {
        let typed = self.driver.action_chain().send_keys(text).perform().await;
        typed.expect("keys can be pressed");
        self.until_whole().await;
    }

    /// Enters a frame; until [`Page::leave_frames`] everything happens in it.
    pub async fn enter_frame(&self, selector: &str) {
        let sized =
            format!("!!{}?.matches('[data-fact-cards]') && !!document.querySelector({SIZING})", found(selector));
        let sized = self.value(&sized).await;
        let enter = async || self.find(selector).await.enter_frame().await;
        self.use_element(selector, "cannot be entered", enter).await;
        self.in_sized_frame.store(sized, Ordering::Relaxed);
    }

    /// Returns from all frames to the page.
    pub async fn leave_frames(&self) {
        self.driver.enter_default_frame().await.expect("a frame is in a page");
        self.in_sized_frame.store(false, Ordering::Relaxed);
    }
}
