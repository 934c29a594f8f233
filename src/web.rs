//! Layer 5: what JavaScript sees of the engine. One struct, one error, plain objects.
//!
//! ```js
//! const book = Sourcebook.open(bytes);             // bytes of a module
//! const screen = book.show("view=words&q=moreno"); // see `explorer::screen` for what it holds
//! ```
//!
//! An error is a JavaScript `Error` with a `code`: `foreign`, `version`, `truncated`, `damaged`.

use crate::explorer::screen::Screen;
use crate::explorer::{Explorer, State};
use crate::index::{Bytes, Edition, Error, find};
use js_sys::{Object, Reflect, Uint8Array};
use serde::Serialize;
use wasm_bindgen::prelude::*;

/// An opened sourcebook.
#[wasm_bindgen]
pub struct Sourcebook {
    explorer: Explorer,
}

#[wasm_bindgen]
impl Sourcebook {
    /// Opens the sourcebook that a WebAssembly module carries. Only its section is copied and read.
    ///
    /// # Errors
    /// The bytes are no module, carry no sourcebook, or one that is damaged or of another version.
    pub fn open(bytes: &Uint8Array) -> Result<Sourcebook, JsValue> {
        let range = find(&JsBytes(bytes)).map_err(into_error)?;
        let section = bytes.subarray(range.start as u32, range.end as u32).to_vec();
        let explorer = Explorer::new(Edition::open(section).map_err(into_error)?);
        Ok(Self { explorer })
    }

    /// What the page shows first at an address, the frame and the list of articles; nothing where facts are asked for.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    pub fn first(&self, address: &str) -> Result<JsValue, JsValue> {
        self.frame(&State::from_address(address))
    }

    /// The same in the state that an element's attributes hold, with notices of what in them is not understood.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = firstState)]
    pub fn first_state(&self, query: &str, filter: &str, view: &str, select: &str) -> Result<JsValue, JsValue> {
        self.frame(&State::from_attributes(query, filter, view, select))
    }

    /// Everything the page shows at an address.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = laterShow)]
    pub fn later_show(&self, address: &str) -> Result<JsValue, JsValue> {
        self.screen(&State::from_address(address))
    }

    /// Everything the page shows in the state that an element's attributes hold, with notices of what in
    /// them is not understood.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = laterShowState)]
    pub fn later_show_state(&self, query: &str, filter: &str, view: &str, select: &str) -> Result<JsValue, JsValue> {
        self.screen(&State::from_attributes(query, filter, view, select))
    }

    /// What there is to say of the question that is chosen at an address; null where none is.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = explainQuestion)]
    pub fn explain_question(&self, address: &str) -> Result<JsValue, JsValue> {
        let told = self.explorer.explained(&State::from_address(address)).map_err(into_error)?;
        into_value(&told)
    }

    /// The view Places at an address.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = mapPlaces)]
    pub fn map_places(&self, address: &str) -> Result<JsValue, JsValue> {
        let places = self.explorer.places(&State::from_address(address)).map_err(into_error)?;
        into_value(&places)
    }

    /// The table of every article that is left at an address.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = tableOfArticles)]
    pub fn table_of_articles(&self, address: &str) -> Result<JsValue, JsValue> {
        let table = self.explorer.articles_table(&State::from_address(address)).map_err(into_error)?;
        into_value(&table)
    }

    /// The table of every figure that is left at an address.
    ///
    /// # Errors
    /// A block of the sourcebook that is needed for it is damaged.
    #[wasm_bindgen(js_name = tableOfFigures)]
    pub fn table_of_figures(&self, address: &str) -> Result<JsValue, JsValue> {
        let table = self.explorer.figures_table(&State::from_address(address)).map_err(into_error)?;
        into_value(&table)
    }

    /// The address of the state that an element's attributes hold.
    #[must_use]
    pub fn address(&self, query: &str, filter: &str, view: &str, select: &str) -> String {
        State::from_attributes(query, filter, view, select).address()
    }

    /// The address of the same state with another query, as the reader types it.
    #[wasm_bindgen(js_name = withQuery)]
    #[must_use]
    pub fn with_query(&self, address: &str, query: &str) -> String {
        State::from_address(address).with_query(query).address()
    }

    /// The address of the same state with another period of publication: days from 1 January 1970, both
    /// included, in any order. Without both, the period is taken away.
    #[wasm_bindgen(js_name = withPeriod)]
    #[must_use]
    pub fn with_period(&self, address: &str, from: Option<i32>, to: Option<i32>) -> String {
        State::from_address(address).with_period(from.zip(to)).address()
    }

    /// The content hash that names this edition, hexadecimal.
    #[wasm_bindgen(getter)]
    #[must_use]
    pub fn edition(&self) -> String {
        self.explorer.edition()
    }
}

impl Sourcebook {
    fn frame(&self, state: &State) -> Result<JsValue, JsValue> {
        self.explorer.first(state).map_err(into_error)?.map_or(Ok(JsValue::UNDEFINED), |screen| handed_over(&screen))
    }

    fn screen(&self, state: &State) -> Result<JsValue, JsValue> {
        let screen = timed("sourcebook show", || self.explorer.show(state)).map_err(into_error)?;
        timed("sourcebook hand over", || {
            let frame = handed_over(&screen)?;
            let contents = into_value(&screen.contents)?;
            Ok(Object::assign(&frame.into(), &contents.into()).into())
        })
    }
}

/// Does something, and tells the browser's timeline how long it took: developer tools show it, and benchmarks observe it.
fn timed<T>(name: &str, work: impl FnOnce() -> T) -> T {
    // Outside of a window nobody looks.
    let performance = web_sys::window().and_then(|window| window.performance());
    let Some(performance) = performance else { return work() };
    // What cannot be marked is not measured; the work is done all the same.
    let _ = performance.mark(name);
    let done = work();
    let _ = performance.measure_with_start_mark(name, name);
    // Whoever observes has it; the list of all entries belongs to the page around.
    performance.clear_marks_with_mark_name(name);
    performance.clear_measures_with_measure_name(name);
    done
}

/// The bytes of a module where JavaScript holds them.
struct JsBytes<'a>(&'a Uint8Array);

impl Bytes for JsBytes<'_> {
    fn size(&self) -> usize {
        self.0.length() as usize
    }

    fn read(&self, at: usize, into: &mut [u8]) -> bool {
        let end = at.checked_add(into.len()).filter(|end| *end <= self.size());
        if let Some(end) = end {
            self.0.subarray(at as u32, end as u32).copy_to(into);
        }
        end.is_some()
    }
}

/// The frame of a screen. Not inlined: the first view and the whole share it.
#[inline(never)]
fn handed_over(screen: &Screen) -> Result<JsValue, JsValue> {
    into_value(screen)
}

fn into_value(value: &impl Serialize) -> Result<JsValue, JsValue> {
    Ok(value.serialize(&serde_wasm_bindgen::Serializer::json_compatible())?)
}

fn into_error(error: Error) -> JsValue {
    let value: JsValue = js_sys::Error::new(&error.to_string()).into();
    // Setting a property of a fresh object does not fail; if it did, the message would still say it all.
    let _ = Reflect::set(&value, &"code".into(), &error.code().into());
    value
}
