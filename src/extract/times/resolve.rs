//! What an expression means in its article: from which time it is told, and which day, month or year that makes.
//!
//! A part that is missing is taken from the same sentence, then from the nearest earlier time of the article that a
//! reader would carry on from, then from the date of publication; else it stays open. Which of the two last a reader
//! does depends on the article: a history, which tells of years long past and never says `on Sunday` or `last month`,
//! is carried on from date to date; news is told from the day of its publication, and only a date with month and
//! year a few sentences before outweighs that.

use super::calendar::weekday;
use super::found::{Found, Limit, Meaning, Named, Reference, Repeated, Which};
use super::reader::Reader;
use super::shifts::{Direction, any, by_which, nearest, nearest_weekday, shift, unit_of};
use super::story::{Anchor, Story, is_history, told_month};
use super::value::{Amount, Fine, Point, Unit, Year, duration};
use crate::extract::{Document, Time, TimeBasis, TimeType};
use crate::read::{day_number, from_day_number};
use crate::text::Span;
use jiff::civil::Date;

/// How many sentences back a date of the story is carried on from where the day of publication is known.
const NEAR: usize = 4;
/// And where it is not.
const FAR: usize = 12;

/// How many tokens may stand before a date that heads its sentence: `But by early 1943`.
const HEAD: usize = 4;
/// How many sentences a frame holds; behind them any date sets another.
const FRAME: usize = 30;

/// Resolves all expressions of a document in order.
pub(super) fn resolve(reader: &Reader<'_, '_>, found: &[Found], times: &mut Vec<Time>) {
    let mut resolver = Resolver::new(reader.document, found);
    for found in found {
        times.push(resolver.time(found));
    }
}

struct Resolver<'d, 't> {
    document: &'d Document<'t>,
    published: Option<(Date, Date)>,
    /// Whether the article is carried on from date to date.
    history: bool,
    story: Story,
    sentence: usize,
}

/// A time with what settled it.
#[derive(Clone, Copy)]
struct Settled {
    point: Point,
    basis: TimeBasis,
    anchor: Option<Span>,
}

impl Settled {
    fn open(fine: Fine) -> Self {
        Self { point: Point::new(Year::Open, fine), basis: TimeBasis::Open, anchor: None }
    }
}

impl<'d, 't> Resolver<'d, 't> {
    fn new(document: &'d Document<'t>, found: &[Found]) -> Self {
        let published = document.published.earliest.zip(document.published.latest);
        let history = is_history(found, published.map(|(_, latest)| latest.year()));
        Self { document, published, history, story: Story::default(), sentence: 0 }
    }

    fn time(&mut self, found: &Found) -> Time {
        self.sentence = self.document.sentence_of(found.tokens.start);
        let span = self.document.span_of(found.tokens.clone());
        let mut time = Time { span, ..Time::default() };
        time.rules.push(found.rule);
        time.rules.extend(found.rule_of_year);
        match found.meaning {
            Meaning::Duration(amount, unit) => {
                time.kind = TimeType::Duration;
                time.value = duration(amount, unit);
                return time;
            }
            Meaning::Set(repeated) => {
                time.kind = TimeType::Set;
                time.value = match repeated {
                    Repeated::Every(amount, unit) => duration(amount, unit),
                    Repeated::Point(point) => point.to_string(),
                };
                return time;
            }
            Meaning::Reference(reference) => {
                time.value = reference.value().into();
                return time;
            }
            _ => {}
        }
        match self.settle(found) {
            Ok(settled) => self.fill(&mut time, found, settled),
            Err(reference) => {
                time.value = reference.value().into();
                time.basis = TimeBasis::Open;
            }
        }
        time
    }

    fn fill(&mut self, time: &mut Time, found: &Found, settled: Settled) {
        let mut point = settled.point;
        (point.part, point.clock) = (found.part.or(point.part), found.clock.or(point.clock));
        if point.part.is_some() || point.clock.is_some() {
            time.kind = TimeType::Time;
        }
        let (earliest, latest) = point.interval();
        time.value = point.to_string();
        (time.earliest, time.latest) = match found.limit {
            Limit::None => (earliest, latest),
            Limit::Since | Limit::After => (earliest, None),
            Limit::Until => (None, latest),
        };
        if found.limit == Limit::Since {
            time.value.push_str("/..");
        }
        (time.basis, time.anchor) = (settled.basis, settled.anchor);
        if settled.basis == TimeBasis::Published && settled.anchor.is_none() {
            time.anchor = self.document.published.stamp;
        }
        let explicit = matches!(found.meaning, Meaning::Point(_));
        let month = found.near.or_else(|| told_month(point));
        let anchor = Anchor { point, span: time.span, sentence: self.sentence, basis: settled.basis, explicit, month };
        if explicit && let Some(noun) = self.begun(found) {
            self.story.begin(self.document.lower(noun), anchor);
        }
        // `the previous year had been good`: a look back, behind which the story goes on where it was.
        let back = matches!(found.meaning, Meaning::Unit(_, Which::Previous) | Meaning::Shift { back: true, .. });
        if back {
            return;
        }
        self.story.tell(anchor);
        if self.heads_sentence(found) || self.story.frame.is_none_or(|frame| !self.is_near(&frame, FRAME)) {
            self.story.set_frame(anchor);
        }
    }

    /// Puts a calendar to what was found; a reference where there is nothing to put.
    fn settle(&self, found: &Found) -> Result<Settled, Reference> {
        Ok(match found.meaning {
            Meaning::Point(point) => Settled { point, basis: TimeBasis::Text, anchor: None },
            Meaning::Named(Named::Weekday(day)) => self.weekday(day, found),
            Meaning::Named(named) => self.named(named, found),
            Meaning::NamedWhich(named, which) => self.named_which(named, which),
            Meaning::InYear(named, which) => {
                let year = self.unit(Unit::Year, which);
                Settled { point: named.in_year(year.point.year), ..year }
            }
            Meaning::Unit(Unit::Day, Which::This) if self.history && found.part.is_none() => {
                return Err(Reference::Present);
            }
            Meaning::Unit(unit, which) => self.unit(unit, which),
            Meaning::Shift { amount, unit, back, speech } => {
                let lost = if back { Reference::Past } else { Reference::Future };
                self.shifted(amount, unit, back, speech).ok_or(lost)?
            }
            Meaning::OfDay => self.unit(Unit::Day, Which::The),
            Meaning::Story => match self.story.any {
                Some(anchor) => self.of_story(anchor, Point { part: None, clock: None, ..anchor.point }),
                None => return Err(Reference::Present),
            },
            Meaning::YearBefore(unit) => self.year_before(unit),
            Meaning::Open(fine) => Settled::open(fine),
            Meaning::Beginning(noun) => match self.story.beginning(self.document.lower(noun)) {
                Some(anchor) => self.of_story(anchor, anchor.point),
                None => Settled::open(Fine::Whole),
            },
            Meaning::Duration(..) | Meaning::Set(_) | Meaning::Reference(_) => return Err(Reference::Present),
        })
    }

    fn of_story(&self, anchor: Anchor, point: Point) -> Settled {
        if anchor.sentence == self.sentence {
            return Settled { point, basis: anchor.basis, anchor: None };
        }
        Settled { point, basis: TimeBasis::Context, anchor: Some(anchor.span) }
    }

    /// What is the same for every day on which the article may have been published.
    fn of_publication(&self, of: impl Fn(Date) -> Option<Point>) -> Option<Settled> {
        let (earliest, latest) = self.published?;
        let point = of(latest)?;
        (earliest == latest || of(earliest) == Some(point)).then_some(Settled {
            point,
            basis: TimeBasis::Published,
            anchor: None,
        })
    }

    fn is_near(&self, anchor: &Anchor, sentences: usize) -> bool {
        anchor.sentence + sentences >= self.sentence
    }

    fn heads_sentence(&self, found: &Found) -> bool {
        let start = self.document.sentences.get(self.sentence).map_or(0, |sentence| sentence.tokens.start);
        found.tokens.start.saturating_sub(start) <= HEAD
    }

    /// A day of the week: told from the day of publication, backwards where nothing says that it is to come.
    fn weekday(&self, wanted: u8, found: &Found) -> Settled {
        let future = self.is_future(found);
        if self.history {
            let near = self.story.day.filter(|day| self.is_near(day, 3));
            let told = near.and_then(|anchor| Some((anchor, nearest_weekday(anchor.point.day()?, wanted, true)?)));
            if let Some((anchor, day)) = told {
                return self.of_story(anchor, Point::of_date(day));
            }
        }
        // Within a week of possible days there is one such weekday, and it is that one for all of them.
        if let Some((earliest, latest)) =
            self.published.filter(|(earliest, latest)| earliest != latest && !self.history)
        {
            let within: Vec<Date> = (day_number(earliest)..=day_number(latest).min(day_number(earliest) + 13))
                .filter_map(from_day_number)
                .filter(|day| weekday(*day) == wanted)
                .collect();
            if let ([day], true) = (within.as_slice(), day_number(latest) - day_number(earliest) < 7) {
                return Settled { point: Point::of_date(*day), basis: TimeBasis::Published, anchor: None };
            }
        }
        let told = (!self.history)
            .then(|| self.of_publication(|day| nearest_weekday(day, wanted, future).map(Point::of_date)));
        told.flatten().unwrap_or_else(|| Settled::open(Fine::Weekday(wanted)))
    }

    /// Something of a year that is not said.
    fn named(&self, named: Named, found: &Found) -> Settled {
        let carried = if self.history {
            self.story.frame
        } else {
            let reach = if self.published.is_some() { NEAR } else { FAR };
            self.story.month.filter(|month| month.explicit && self.is_near(month, reach))
        };
        let year = |anchor: Anchor| anchor.year_of(named).filter(|year| named.is_in_year(*year));
        if let Some((anchor, year)) = carried.and_then(|anchor| Some((anchor, year(anchor)?))) {
            return self.of_story(anchor, named.in_year(Year::Of(year)));
        }
        let direction = self.direction(found);
        self.of_publication(|day| nearest(day, named, direction)).unwrap_or_else(|| Settled::open(named.fine()))
    }

    /// `last August`, `next Sunday`, `that winter`.
    fn named_which(&self, named: Named, which: Which) -> Settled {
        let open = Settled::open(named.fine());
        if !which.is_speech() || self.history {
            let carried = if self.history { self.story.frame } else { self.story.year };
            let Some(anchor) = carried else { return open };
            let told = match (anchor.point.day(), which.shift()) {
                (Some(day), -1 | 1) => by_which(day, named, which),
                _ => anchor
                    .point
                    .single_year()
                    .map(|year| named.in_year(Year::Of(year.saturating_add(which.shift() as i16)))),
            };
            return told.map_or(open, |point| self.of_story(anchor, point));
        }
        self.of_publication(|day| by_which(day, named, which)).unwrap_or(open)
    }

    /// `last week`, `that year`, `the following day`.
    fn unit(&self, unit: Unit, which: Which) -> Settled {
        let open = || Settled::open(any(unit));
        // `over the weekend`: the one before, said on a working day.
        let before = |day| i32::from(unit == Unit::Weekend && which == Which::The && weekday(day) < 6);
        let from_speech = || self.of_publication(|day| unit_of(Point::of_date(day), unit, which.shift() - before(day)));
        let from_story = |reach| {
            let anchor = self.anchor_for(unit).filter(|anchor| self.is_near(anchor, reach))?;
            Some(self.of_story(anchor, unit_of(anchor.point, unit, which.shift())?))
        };
        match which {
            _ if self.history => from_story(usize::MAX - self.sentence).unwrap_or_else(open),
            Which::Last | Which::This | Which::Next => from_speech().unwrap_or_else(open),
            Which::The if unit == Unit::Weekend => from_speech().unwrap_or_else(open),
            Which::The => from_story(1).or_else(from_speech).unwrap_or_else(open),
            Which::Previous | Which::Same | Which::Following => from_story(FAR).unwrap_or_else(open),
        }
    }

    /// The same of the year before: of what the sentence tells of, else of the unit in which somebody speaks.
    fn year_before(&self, unit: Unit) -> Settled {
        let before = |point: Point| Some(Point { year: Year::Of(point.single_year()?.checked_sub(1)?), ..point });
        let told = self.story.year.filter(|anchor| self.is_near(anchor, 1));
        if let Some((anchor, point)) = told.and_then(|anchor| Some((anchor, before(anchor.point)?))) {
            return self.of_story(anchor, point);
        }
        let published = self.of_publication(|day| before(unit_of(Point::of_date(day), unit, 0)?));
        published.unwrap_or_else(|| Settled::open(any(unit)))
    }

    /// The latest time of the story that is exact enough to tell such a unit from.
    fn anchor_for(&self, unit: Unit) -> Option<Anchor> {
        match unit {
            Unit::Decade | Unit::Century => self.story.any,
            Unit::Year => self.story.year,
            Unit::Month | Unit::Quarter => self.story.month,
            _ => self.story.day,
        }
    }

    fn shifted(&self, amount: Amount, unit: Unit, back: bool, speech: bool) -> Option<Settled> {
        let count = amount.whole()?;
        let by = if back { -count } else { count };
        if speech && !self.history {
            return self.of_publication(|day| shift(Point::of_date(day), unit, by));
        }
        let anchor = self.anchor_for(unit)?;
        Some(self.of_story(anchor, shift(anchor.point, unit, by)?))
    }

    /// Whether the words before an expression say that it is to come.
    fn is_future(&self, found: &Found) -> bool {
        const FUTURE: [&str; 20] = [
            "will",
            "shall",
            "should",
            "would",
            "may",
            "could",
            "scheduled",
            "due",
            "expected",
            "plans",
            "planned",
            "planning",
            "upcoming",
            "expects",
            "intends",
            "hopes",
            "going",
            "begins",
            "starts",
            "set",
        ];
        let start = self.document.sentences.get(self.sentence).map_or(0, |sentence| sentence.tokens.start);
        let first = found.tokens.start;
        let led = first > start && matches!(self.document.lower(first - 1), "by" | "until");
        let said = |at: usize| {
            let lower = self.document.lower(at);
            let month = self.document.tokens.get(at).is_some_and(|token| token.capital && lower == "may");
            FUTURE.contains(&lower) && !month && (lower != "set" || self.document.lower(at + 1) == "to")
        };
        // `by Tuesday they had found twelve`
        let past = |at: usize| matches!(self.document.lower(at), "had" | "was" | "were");
        let told = (first.saturating_sub(8).max(start)..found.tokens.end + 6).any(past);
        led && !told || (first.saturating_sub(14).max(start)..first).any(said)
    }

    /// What the words before an expression say to have begun then: `the revolt began in May 1998`.
    fn begun(&self, found: &Found) -> Option<usize> {
        const BEGAN: [&str; 8] = ["began", "begun", "beginning", "started", "broke", "erupted", "start", "breaking"];
        let sentence = self.document.sentences.get(self.sentence)?.tokens.clone();
        // `since` and what follows it belongs to the expression.
        let end = found.tokens.end.saturating_sub(1);
        let first = end.saturating_sub(10).max(sentence.start);
        let began = (first..end).rev().find(|at| BEGAN.contains(&self.document.lower(*at)))?;
        (first..began).rev().find(|at| super::edges::is_event(self.document.lower(*at)))
    }

    fn direction(&self, found: &Found) -> Direction {
        if self.is_future(found) { Direction::Nearest } else { Direction::Past }
    }
}
