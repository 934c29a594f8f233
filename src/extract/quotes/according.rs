//! Cues that are no verb of a speaker: `according to`.

use super::cue;
use super::saying::{Finder, Saying};
use crate::extract::CueClass;

impl Finder<'_, '_, '_, '_> {
    pub(super) fn according(&mut self, token: usize) -> Option<Saying> {
        let speaker = self.reading.nominal_from(token + 2, self.ceiling())?;
        let head = self.reading.head(&speaker);
        if matches!(
            self.reading.lower(head),
            "plan"
                | "plans"
                | "schedule"
                | "custom"
                | "customs"
                | "need"
                | "needs"
                | "taste"
                | "size"
                | "age"
                | "law"
                | "laws"
                | "rule"
                | "rules"
                | "tradition"
                | "standards"
                | "standard"
                | "criteria"
                | "principle"
                | "principles"
                | "ability"
                | "procedure"
                | "procedures"
                | "protocol"
                | "wishes"
                | "me"
                | "us"
                | "you"
                | "this"
                | "that"
                | "it"
        ) {
            self.refuse(token, "quotes:according-to-rule");
            return None;
        }
        let mut saying = Saying {
            sentence: self.at,
            cue: token..token + 2,
            class: CueClass::Report,
            told: Vec::new(),
            through: Vec::new(),
            area: token..speaker.end,
            speaker: Some(speaker),
            words: None,
            reported: true,
            quotes: true,
            rule: "quotes:according-to",
        };
        if let Some(noun) = cue::noun(self.reading.lower(head)) {
            saying.class = noun.class;
        }
        let before = token.checked_sub(1).filter(|before| *before >= self.floor());
        let front = token <= self.clause_start()
            || before.is_some_and(|before| {
                self.reading.is_stop(before)
                    || matches!(
                        self.reading.lower(before),
                        "that" | "and" | "but" | "because" | "where" | "while" | "when"
                    )
            });
        saying.area.end = self.reading.behind_adjuncts(saying.area.end, self.ceiling());
        if !front {
            self.trailing(&mut saying);
        } else if self.reading.is_comma(saying.area.end) {
            saying.words = self.clause(self.behind_name(saying.area.end) + 1);
        } else if self.starts_clause(saying.area.end) {
            saying.words = self.clause(saying.area.end);
        }
        Some(saying)
    }
}
