//! The strip of publication dates.

use super::count::counted;
use super::date::{between, in_order, month, published};
use super::evaluation::Evaluation;
use super::filter::{Field, Filter, period_words};
use super::screen::{Strip, StripBin, StripMark, Table, Tick};
use super::selection::Selection;
use super::table::{cell, columns, row as cells};
use crate::index::{Error, Period};
use crate::order::by_key;
use crate::read::{Head, day_number, from_day_number, iso};
use jiff::civil::{Date, date};

/// Up to so many articles stand on the strip one by one; more are counted by period.
const MOST_MARKS: usize = 60;

/// Years that a date may have.
const YEARS: core::ops::RangeInclusive<i16> = -9998..=9998;

/// How fine the axis is.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Grain {
    Months(i16),
    Years(i16),
}

/// The strip in a state.
///
/// # Errors
/// The block of the corpus is damaged.
pub(super) fn strip(evaluation: &Evaluation) -> Result<Strip, Error> {
    let heads = evaluation.heads;
    let dated: Vec<[i32; 2]> = heads.iter().filter_map(days).collect();
    let undated = (heads.len() - dated.len()) as u32;
    let period = chosen(evaluation.state.filters.as_slice());
    let one_by_one = heads.len() <= MOST_MARKS;
    let mut strip = Strip {
        table: if one_by_one { table(evaluation) } else { Table::default() },
        sentence: sentence(evaluation, undated, 0),
        undated,
        period: period.map(|(from, to)| [from, to]),
        period_text: including(&evaluation.state.filters).map(|filter| period_words(&filter.value)).unwrap_or_default(),
        ..Strip::default()
    };
    let (Some(first), Some(last)) = (dated.iter().map(|d| d[0]).min(), dated.iter().map(|d| d[1]).max()) else {
        return Ok(strip);
    };
    let (borders, ticks) = axis(first, last);
    strip.domain = [borders[0], borders[borders.len() - 1]];
    strip.ticks = ticks;
    if one_by_one {
        strip.marks = marks(evaluation, strip.domain);
    } else {
        let (bins, crossing) = bins(evaluation, &borders);
        strip.bins = bins;
        strip.sentence = sentence(evaluation, undated, crossing);
        strip.table = table_of_bins(&strip.bins, crossing, undated);
    }
    if let Some(period) = &mut strip.period {
        *period = [period[0].max(strip.domain[0]), period[1].min(strip.domain[1])];
        if period[0] > period[1] {
            strip.period = None;
        }
    }
    Ok(strip)
}

fn sentence(evaluation: &Evaluation, undated: u32, crossing: u32) -> String {
    let mut out = match evaluation.heads.len() > MOST_MARKS {
        true => {
            "Each bar counts the articles published in its period, the dark part those that search and filters leave."
        }
        false => "A dot is a known day of publication, a bar the days between which it lies.",
    }
    .to_owned();
    if evaluation.heads.len() <= MOST_MARKS && evaluation.left.len() < evaluation.heads.len() {
        out.push_str(" Hollow: left out by search or filters.");
    }
    let mut add = |count: u32, one: &str, several: &str| {
        if count > 0 {
            out.push(' ');
            out.push_str(&counted(count.into(), one, several));
        }
    };
    add(
        crossing,
        "article may lie in more than one period and is in no bar.",
        "articles may lie in more than one period and are in no bar.",
    );
    add(
        undated,
        "article has no known date and may lie anywhere.",
        "articles have no known date and may lie anywhere.",
    );
    out
}

/// The one including filter of a period, if there is just one.
fn including(filters: &[Filter]) -> Option<&Filter> {
    let mut periods = filters.iter().filter(|filter| filter.field == Field::Date && !filter.exclude);
    periods.next().filter(|_| periods.next().is_none())
}

fn chosen(filters: &[Filter]) -> Option<(i32, i32)> {
    let period = Period::parse(&including(filters)?.value).ok()?;
    Some((period.from.map_or(i32::MIN, day_number), period.to.map_or(i32::MAX, day_number)))
}

/// First and last day that an article may have been published; open ends are closed at the known one.
fn days(head: &Head) -> Option<[i32; 2]> {
    let earliest = head.published.earliest.or(head.published.latest)?;
    let latest = head.published.latest.or(head.published.earliest)?;
    Some([day_number(earliest), day_number(latest)])
}

/// The days on which the periods of an axis begin, and the day behind the last, at least two; and its marks.
pub(super) fn axis(first: i32, last: i32) -> (Vec<i32>, Vec<Tick>) {
    let grain = grain(first, last);
    let borders = borders(first, last, grain);
    let ticks = borders.iter().map(|at| Tick { at: *at, label: tick_label(*at, grain) }).collect();
    (borders, ticks)
}

fn grain(first: i32, last: i32) -> Grain {
    match (last - first) / 30 {
        0..=7 => Grain::Months(1),
        8..=23 => Grain::Months(3),
        24..=160 => Grain::Years(1),
        161..=700 => Grain::Years(5),
        701..=3_000 => Grain::Years(25),
        3_001..=12_000 => Grain::Years(100),
        _ => Grain::Years(1_000),
    }
}

/// The days on which the periods of the axis begin, and the day behind the last: at least two.
fn borders(first: i32, last: i32, grain: Grain) -> Vec<i32> {
    let start = from_day_number(first).unwrap_or(date(1970, 1, 1));
    let mut border = match grain {
        Grain::Months(n) => date(start.year(), ((start.month() - 1) / n as i8) * n as i8 + 1, 1),
        Grain::Years(n) => year(start.year() - start.year().rem_euclid(n)),
    };
    let mut out = vec![day_number(border)];
    while out[out.len() - 1] <= last {
        let next = following(border, grain);
        if next <= border {
            out.push(last.saturating_add(1));
            break;
        }
        border = next;
        out.push(day_number(border));
    }
    out
}

fn following(border: Date, grain: Grain) -> Date {
    match grain {
        Grain::Months(n) if border.month() as i16 + n > 12 => date(year(border.year() + 1).year(), 1, 1),
        Grain::Months(n) => date(border.year(), border.month() + n as i8, 1),
        Grain::Years(n) => year(border.year() + n),
    }
}

fn year(number: i16) -> Date {
    date(number.clamp(*YEARS.start(), *YEARS.end()), 1, 1)
}

fn tick_label(at: i32, grain: Grain) -> String {
    let Some(day) = from_day_number(at) else { return String::new() };
    match grain {
        Grain::Months(_) if day.month() != 1 => month(day.month()).chars().take(3).collect(),
        Grain::Months(_) | Grain::Years(_) => day.year().to_string(),
    }
}

fn marks(evaluation: &Evaluation, domain: [i32; 2]) -> Vec<StripMark> {
    let mut order: Vec<usize> = (0..evaluation.heads.len()).collect();
    by_key(&mut order, |at| in_order(&evaluation.heads[*at].published));
    let mark = |at: usize| {
        let head = &evaluation.heads[at];
        let date = published(&head.published);
        let matches = evaluation.articles.contains(at as u32);
        let left_out = if matches { "" } else { ", left out by search or filters" };
        let known = match (days(head), date.exact) {
            (None, _) => "unknown",
            (Some(_), true) => "day",
            (Some(_), false) => "range",
        };
        StripMark {
            label: format!("{}, {}, {}{left_out}", head.title, evaluation.outlet(head), date.text),
            // An end that is not known is open: the bar goes on to the end of the axis.
            days: [
                head.published.earliest.map_or(domain[0], day_number),
                head.published.latest.map_or(domain[1], day_number),
            ],
            known,
            matches,
            to: evaluation.opening(Selection::article(&head.id)),
        }
    };
    order.into_iter().map(mark).collect()
}

/// The periods, and how many articles may lie in more than one of them.
fn bins(evaluation: &Evaluation, borders: &[i32]) -> (Vec<StripBin>, u32) {
    let mut bins: Vec<StripBin> = borders
        .windows(2)
        .map(|pair| {
            let words = match (from_day_number(pair[0]), from_day_number(pair[1] - 1)) {
                (Some(from), Some(to)) => between(from, to),
                _ => String::new(),
            };
            StripBin {
                label: words,
                days: [pair[0], pair[1] - 1],
                total: 0,
                matches: 0,
                to: evaluation.state.with_period(Some((pair[0], pair[1] - 1))).address(),
            }
        })
        .collect();
    let mut crossing = 0;
    for (at, head) in evaluation.heads.iter().enumerate() {
        let Some([first, last]) = days(head) else { continue };
        let closed = head.published.earliest.is_some() && head.published.latest.is_some();
        let bin = borders.partition_point(|border| *border <= first).saturating_sub(1);
        match bins.get_mut(bin).filter(|bin| closed && last <= bin.days[1]) {
            Some(bin) => {
                bin.total += 1;
                bin.matches += u32::from(evaluation.articles.contains(at as u32));
            }
            None => crossing += 1,
        }
    }
    (bins, crossing)
}

/// The table says what the chart draws: where articles are counted by period, so are they here. One by one they stand
/// in the table of the view Articles.
fn table_of_bins(bins: &[StripBin], crossing: u32, undated: u32) -> Table {
    let row = |bin: &StripBin| cells(&[&bin.label, &bin.total.to_string(), &bin.matches.to_string()], &bin.to);
    let others =
        [("in more than one period", crossing), ("unknown", undated)].into_iter().filter(|(_, count)| *count > 0);
    let others = others.map(|(label, count)| vec![cell(label), cell(count.to_string()), cell("")]);
    Table {
        caption: "Dates of publication".into(),
        columns: columns(&[("Period", false), ("Articles", true), ("Matching", true)]),
        rows: bins.iter().map(row).chain(others).collect(),
    }
}

fn table(evaluation: &Evaluation) -> Table {
    let mut heads: Vec<&Head> = evaluation.left.iter().map(|found| &evaluation.heads[found.article as usize]).collect();
    by_key(&mut heads, |head| in_order(&head.published));
    let rows = heads
        .into_iter()
        .map(|head| {
            let date = published(&head.published);
            let day = |day: Option<Date>| day.map(iso).unwrap_or_default();
            let (earliest, latest) = (day(head.published.earliest), day(head.published.latest));
            let texts = [&head.title, evaluation.outlet(head), &earliest, &latest, &date.how];
            cells(&texts, &evaluation.opening(Selection::article(&head.id)))
        })
        .collect();
    Table {
        caption: "Dates of publication".into(),
        columns: columns(&[
            ("Article", false),
            ("Outlet", false),
            ("Earliest", false),
            ("Latest", false),
            ("How it is known", false),
        ]),
        rows,
    }
}
