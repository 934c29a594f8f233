//! When a figure was so, as days that can be compared.

/// From a day to a day, both within. A day is `year · 372 + month · 31 + day`, counted from 0, which keeps the order of the
/// calendar.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Period {
    /// The first day.
    pub first: i32,
    /// The last day.
    pub last: i32,
}

/// Days of a year in this count.
pub(super) const YEAR: i32 = 372;

impl Period {
    /// The period of a TIMEX3 value: a day, a month, a season, a year, `from/to` with either end open. None where a part of
    /// it is not known, or it is no time of a calendar.
    pub fn of(value: &str) -> Option<Self> {
        if let Some((first, last)) = value.split_once('/') {
            let first = if first == ".." { i32::MIN } else { Self::of(first)?.first };
            let last = if last == ".." { i32::MAX } else { Self::of(last)?.last };
            return (first <= last).then_some(Self { first, last });
        }
        // A time of day says no more than its day does.
        let mut parts = value.split('T').next()?.split('-');
        let number = |part: &str, most: i32| part.parse::<i32>().ok().filter(|number| (1..=most).contains(number));
        let year = number(parts.next().filter(|part| part.len() == 4)?, 9999)? * YEAR;
        let Some(month) = parts.next() else { return Some(Self { first: year, last: year + YEAR - 1 }) };
        let season =
            |first: i32, months: i32| Some(Self { first: year + first * 31, last: year + (first + months) * 31 - 1 });
        match month {
            "SP" => return season(2, 3),
            "SU" => return season(5, 3),
            "FA" => return season(8, 3),
            // The winter of a year begins in its December.
            "WI" => return season(11, 3),
            "Q1" => return season(0, 3),
            "Q2" => return season(3, 3),
            "Q3" => return season(6, 3),
            "Q4" => return season(9, 3),
            _ => {}
        }
        let month = (number(month, 12)? - 1) * 31;
        let Some(day) = parts.next() else {
            return Some(Self { first: year + month, last: year + month + 30 });
        };
        let day = year + month + number(day, 31)? - 1;
        parts.next().is_none().then_some(Self { first: day, last: day })
    }

    /// Whether all of the other lies in it.
    pub fn holds(self, other: Self) -> bool {
        self.first <= other.first && other.last <= self.last
    }

    /// How many days lie between the two; 0 where they meet.
    pub fn gap(self, other: Self) -> i32 {
        let between = |last: i32, first: i32| first.saturating_sub(last).saturating_sub(1).max(0);
        between(self.last, other.first).max(between(other.last, self.first))
    }

    /// Whether a day lies in both.
    pub fn meets(self, other: Self) -> bool {
        self.first <= other.last && other.first <= self.last
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn values_become_days() {
        let holds = |whole: &str, part: &str| Period::of(whole).unwrap().holds(Period::of(part).unwrap());
        assert!(holds("2016", "2016-06-05") && holds("2016-06", "2016-06-30") && holds("2011/..", "2016"));
        assert!(holds("2016-SU", "2016-08") && !holds("2016-SU", "2016-09-01") && holds("2015/2017", "2016-06"));
        assert!(holds("2016-06-05", "2016-06-05T14:00") && holds("2016-WI", "2017-01"));
        for open in ["XXXX-08", "PAST_REF", "P3D", "", "2016-W31", "2016-13", "20", "2016-06-05-01", "2016/2015"] {
            assert_eq!(Period::of(open), None, "{open}");
        }
        let gap = |a: &str, b: &str| Period::of(a).unwrap().gap(Period::of(b).unwrap());
        assert_eq!(gap("2016-06-05", "2016-06-07"), 1);
        assert_eq!(gap("../2016", "2011/.."), 0);
        assert!(gap("2010", "2016") > 4 * YEAR);
    }
}
