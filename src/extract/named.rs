//! What the values of the facts' types are called: in records, labels, corrections and filters.

use super::{Bound, CueClass, EntityKind, FigureKind, QuoteKind, TimeBasis, TimeType};

pub(crate) fn figure_kind(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::People => "people",
        FigureKind::Age => "age",
        FigureKind::Money => "money",
        FigureKind::Percent => "percent",
        FigureKind::Measure => "measure",
        FigureKind::Count => "count",
        FigureKind::Rank => "rank",
        FigureKind::Score => "score",
    }
}

pub(crate) fn cue_class(class: CueClass) -> &'static str {
    match class {
        CueClass::Say => "say",
        CueClass::Estimate => "estimate",
        CueClass::Confirm => "confirm",
        CueClass::Deny => "deny",
        CueClass::Claim => "claim",
        CueClass::Report => "report",
    }
}

pub(crate) fn quote_kind(kind: QuoteKind) -> &'static str {
    match kind {
        QuoteKind::Direct => "direct",
        QuoteKind::Indirect => "indirect",
    }
}

#[cfg(feature = "extract")]
pub(crate) fn time_type(kind: TimeType) -> &'static str {
    match kind {
        TimeType::Date => "DATE",
        TimeType::Time => "TIME",
        TimeType::Duration => "DURATION",
        TimeType::Set => "SET",
    }
}

#[cfg(feature = "extract")]
pub(crate) fn time_basis(basis: TimeBasis) -> &'static str {
    match basis {
        TimeBasis::Text => "text",
        TimeBasis::Context => "context",
        TimeBasis::Published => "published",
        TimeBasis::Open => "open",
    }
}

pub(crate) fn entity_kind(kind: EntityKind) -> &'static str {
    match kind {
        EntityKind::Person => "person",
        EntityKind::Organisation => "organisation",
        EntityKind::Place => "place",
        EntityKind::People => "people",
    }
}

// All values of the types above, for whoever reads their names back. A section numbers them in this order: what is new goes to
// the end.

pub(crate) const BOUNDS: [Bound; 8] =
    [Bound::Exact, Bound::About, Bound::Over, Bound::AtLeast, Bound::Under, Bound::UpTo, Bound::Between, Bound::Vague];
pub(crate) const FIGURE_KINDS: [FigureKind; 8] = [
    FigureKind::People,
    FigureKind::Age,
    FigureKind::Money,
    FigureKind::Percent,
    FigureKind::Measure,
    FigureKind::Count,
    FigureKind::Rank,
    FigureKind::Score,
];
pub(crate) const CUE_CLASSES: [CueClass; 6] =
    [CueClass::Say, CueClass::Estimate, CueClass::Confirm, CueClass::Deny, CueClass::Claim, CueClass::Report];
pub(crate) const QUOTE_KINDS: [QuoteKind; 2] = [QuoteKind::Direct, QuoteKind::Indirect];
pub(crate) const TIME_TYPES: [TimeType; 4] = [TimeType::Date, TimeType::Time, TimeType::Duration, TimeType::Set];
pub(crate) const TIME_BASES: [TimeBasis; 4] =
    [TimeBasis::Text, TimeBasis::Context, TimeBasis::Published, TimeBasis::Open];
#[cfg(feature = "extract")]
pub(crate) const ENTITY_KINDS: [EntityKind; 4] =
    [EntityKind::Person, EntityKind::Organisation, EntityKind::Place, EntityKind::People];
