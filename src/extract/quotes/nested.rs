//! Parts the words of one saying of a sentence from those of another.

use super::clause::Reading;
use super::saying::Saying;

/// Ends the words of each saying where another one begins beside it, and leaves alone one that stands within.
///
/// `X said A and Y said B`: two. `X said Y had told him A`: one in the other. `X says A, according to Y`: the inner
/// one is reported speech, and Y a way that it went.
pub(super) fn part(reading: &Reading<'_, '_>, sayings: &mut [Saying]) {
    for at in 0..sayings.len() {
        let Some(words) = sayings[at].words.clone() else { continue };
        // Few sayings share a sentence; in a list of thousands only the nearest matter.
        let next = sayings[at + 1..].iter().take(8).filter(|next| next.words.is_some());
        let cut = next.filter_map(|next| {
            if next.area.start > words.start {
                return beside(reading, next, words.start);
            }
            // `The agency, which warned that A, says B`
            let verbs = reading.document.verbs_of(next.cue.start).and_then(|at| reading.document.verbs.get(at))?;
            let before = verbs.tokens.start.checked_sub(1).filter(|before| *before > words.start)?;
            reading.is_comma(before).then_some(before)
        });
        let cut = cut.min();
        if let Some(cut) = cut.filter(|cut| *cut > words.start && *cut < words.end) {
            sayings[at].words = Some(words.start..cut);
        }
    }
    for outer in 0..sayings.len() {
        let Some(words) = sayings[outer].words.clone().filter(|_| sayings[outer].reported) else { continue };
        let near = outer.saturating_sub(8)..(outer + 9).min(sayings.len());
        for inner in near {
            let within = inner != outer && {
                let of = &sayings[inner];
                of.reported
                    && of.words.as_ref().is_some_and(|of| of.start >= words.start && of.end <= words.end)
                    && of.area.start >= words.start
                    && of.area.end <= words.end
            };
            let of_document = sayings[outer].rule == "quotes:according-to";
            if within && (of_document || sayings[outer].cue.start > sayings[inner].cue.start) {
                // `authorities claim A, according to Y`
                let through = sayings[outer].speaker.clone();
                sayings[inner].through.extend(through);
                sayings[outer].reported = false;
            }
        }
    }
}

/// Where the words of an earlier saying end, if the one after it stands beside them.
fn beside(reading: &Reading<'_, '_>, next: &Saying, floor: usize) -> Option<usize> {
    let mut at = next.area.start;
    let mut parted = false;
    for _ in 0..3 {
        if at <= floor {
            return None;
        }
        match reading.lower(at - 1) {
            "," | ";" | "—" | "–" => parted = true,
            "and" | "but" | "while" | "although" | "as" | "though" | "yet" => parted = true,
            _ if reading.is_comma(at - 1) => parted = true,
            _ => break,
        }
        at -= 1;
    }
    parted.then_some(at)
}
