//! Layer 4: one state in, everything the page shows out. Pure; knows nothing of the DOM.
//!
//! ```text
//! address ─ State ─▶ Evaluation (what query and filters leave) ─▶ Screen (what each view shows of it)
//! ```

mod articles;
mod card;
mod columns;
mod count;
mod date;
mod evaluation;
mod facets;
mod fact;
mod figures;
mod filter;
mod panels;
mod quantity;
mod reader;
mod runs;
pub mod screen;
mod selection;
mod state;
mod strip;
mod table;
mod view;
mod words;

pub use filter::{Field, Filter};
pub use selection::{Part, PartLink, Selection, word_hash};
pub use state::{LONGEST_ADDRESS, State};
pub use view::{Kind, View};

pub use date::published as publication_in_words;

use crate::index::{Edition, Error, Problem};
use columns::Columns;
use core::cell::OnceCell;
use count::{counted, grouped};
use evaluation::Evaluation;
use screen::{Chip, Contents, QueryReading, QueryRun, Screen, Tab};

/// An edition, opened to be looked at.
pub struct Explorer {
    edition: Edition,
    /// All its facts, once they were asked for.
    columns: OnceCell<Columns>,
}

impl Explorer {
    /// Explores an edition.
    #[must_use]
    pub fn new(edition: Edition) -> Self {
        Self { edition, columns: OnceCell::new() }
    }

    /// The content hash that names the edition, hexadecimal.
    #[must_use]
    pub fn edition(&self) -> String {
        self.edition.name()
    }

    /// What the page shows first in a state: the frame, the list of articles and the reader, without the contents. None where the state
    /// filters by facts, which are read with the contents.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn first(&self, state: &State) -> Result<Option<Screen>, Error> {
        if state.asks_for_facts() {
            return Ok(None);
        }
        frame(&Evaluation::new(&self.edition, &self.columns, state)?).map(Some)
    }

    /// Everything the page shows in a state.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn show(&self, state: &State) -> Result<Screen, Error> {
        let evaluation = self.evaluation(state)?;
        let mut screen = frame(&evaluation)?;
        let kind = state.view.kind;
        title_chips(&evaluation, &mut screen.filters)?;
        if kind == Kind::Figures {
            screen.facets.extend(facets::facets_of_figures(&evaluation)?);
        }
        screen.contents = Contents {
            figures: if kind == Kind::Figures { Some(figures::ledger(&evaluation)?) } else { None },
            questions: if kind == Kind::Figures { Some(panels::questions(&evaluation)?) } else { None },
            panels: panels::panels(&evaluation)?,
            words: if kind == Kind::Words { Some(words::words(&evaluation)?) } else { None },
        };
        Ok(screen)
    }

    /// A state read against the edition, with the facts where its filters look at them.
    fn evaluation<'a>(&'a self, state: &'a State) -> Result<Evaluation<'a>, Error> {
        if state.asks_for_facts() {
            columns::filled(&self.columns, &self.edition)?;
        }
        Evaluation::new(&self.edition, &self.columns, state)
    }
}

/// The frame of the page, the list of articles and the reader. Not inlined: the first view and the whole share it.
#[inline(never)]
fn frame(evaluation: &Evaluation) -> Result<Screen, Error> {
    let state = evaluation.state;
    let corpus = evaluation.edition.catalogue()?;
    let (readers, gone) = reader::readers(evaluation)?;
    let mut notices = state.notices.clone();
    notices.extend(gone);
    Ok(Screen {
        edition: evaluation.edition.name(),
        language: corpus.language.clone(),
        title: corpus.title.clone(),
        summary: summary(evaluation),
        address: state.address(),
        state: state.attributes(),
        status: status(evaluation)?,
        notices,
        query: query_reading(evaluation.problems(), &state.query),
        views: tabs(evaluation)?,
        filters: chips(state),
        clear: (!state.filters.is_empty()).then(|| State { filters: Vec::new(), ..state.clone() }.address()),
        facets: facets::facets(evaluation),
        strip: strip::strip(evaluation)?,
        articles: if state.view.kind == Kind::Articles { Some(articles::articles(evaluation)?) } else { None },
        close: (!readers.is_empty()).then(|| State { select: Vec::new(), ..state.clone() }.address()),
        readers,
        contents: Contents::default(),
    })
}

impl Explorer {
    /// What there is to say of the question that is chosen in a state, when one is. No part of the screen: it comes when
    /// somebody chooses one.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn explained(&self, state: &State) -> Result<Option<screen::QuestionExplained>, Error> {
        panels::explained(&self.evaluation(state)?)
    }

    /// The view Places in a state. No part of the screen: it comes with the map, when that is opened.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn places(&self, state: &State) -> Result<screen::Places, Error> {
        panels::places(&self.evaluation(state)?)
    }

    /// The table of the view Articles in a state, with every article that is left. No part of the screen: of
    /// thousands of articles it would be made and handed over at every keystroke, and is wanted once.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn articles_table(&self, state: &State) -> Result<screen::Table, Error> {
        articles::table(&self.evaluation(state)?)
    }

    /// The table of the view Figures in a state, with every figure that is left and all that is known of it.
    ///
    /// # Errors
    /// A block of the edition that is needed for it is damaged.
    pub fn figures_table(&self, state: &State) -> Result<screen::Table, Error> {
        figures::table(&self.evaluation(state)?)
    }
}

fn summary(evaluation: &Evaluation) -> String {
    let articles = evaluation.heads.len();
    let mut out = counted(articles as u64, "article", "articles");
    let dates = || evaluation.heads.iter().flat_map(|head| [head.published.earliest, head.published.latest]).flatten();
    if let (Some(first), Some(last)) = (dates().min(), dates().max()) {
        out.push_str(" · ");
        out.push_str(&first.year().to_string());
        if first.year() != last.year() {
            out.push('–');
            out.push_str(&last.year().to_string());
        }
    }
    out
}

fn status(evaluation: &Evaluation) -> Result<String, Error> {
    let (left, all) = (evaluation.left.len() as u64, evaluation.heads.len() as u64);
    let mut status = format!("{} of {} articles", grouped(left), grouped(all));
    if evaluation.query.has_words() {
        status.push_str(", ");
        status.push_str(&counted(evaluation.hit_count(), "hit", "hits"));
    }
    let figures = evaluation.figure_total()?;
    if figures > 0 {
        status.push_str(&format!(", {} of {} figures", grouped(evaluation.figure_count()?), grouped(figures)));
    }
    Ok(status)
}

fn query_reading(problems: &[Problem], text: &str) -> QueryReading {
    let mut runs = Vec::new();
    let mut end = 0;
    for problem in problems {
        let range = problem.span.range();
        let start = range.start.max(end);
        let run = |from: usize, to: usize, problem: Option<String>| {
            text.get(from..to).map(|text| QueryRun { text: text.to_owned(), problem })
        };
        runs.extend(run(end, start, None).filter(|run| !run.text.is_empty()));
        runs.extend(run(start, range.end.max(start), Some(problem.message.clone())));
        end = range.end.max(start);
    }
    if let Some(rest) = text.get(end..).filter(|rest| !rest.is_empty()) {
        runs.push(QueryRun { text: rest.to_owned(), problem: None });
    }
    QueryReading { sound: problems.is_empty(), runs }
}

fn tabs(evaluation: &Evaluation) -> Result<Vec<Tab>, Error> {
    let state = evaluation.state;
    let figures = evaluation.figure_count()?;
    let tab = |kind: Kind| Tab {
        view: kind.id(),
        name: kind.name(),
        count: match kind {
            Kind::Figures => Some(grouped(figures)),
            Kind::Articles => Some(grouped(evaluation.left.len() as u64)),
            _ => None,
        },
        selected: state.view.kind == kind,
        to: state.with_view(if state.view.kind == kind { state.view.clone() } else { state.view.of_same_layers(kind) }),
    };
    Ok(Kind::ALL.into_iter().map(tab).collect())
}

fn chips(state: &State) -> Vec<Chip> {
    let chip = |at: usize, filter: &Filter| {
        let mut next = state.clone();
        next.filters.remove(at);
        Chip { label: filter.label(), to: next.address() }
    };
    state.filters.iter().enumerate().map(|(at, filter)| chip(at, filter)).collect()
}

/// Gives the chips of questions their titles, which say more than the ids. Not in the frame: the first view needs no questions.
fn title_chips(evaluation: &Evaluation, chips: &mut [Chip]) -> Result<(), Error> {
    let filters = evaluation.state.filters.iter();
    for (filter, chip) in filters.zip(chips).filter(|(filter, _)| filter.field == Field::Question) {
        let questions = &evaluation.edition.questions()?.questions;
        if let Some(question) = questions.iter().find(|question| question.id == filter.value) {
            chip.label = Filter { value: question.title.clone(), ..filter.clone() }.label();
        }
    }
    Ok(())
}
