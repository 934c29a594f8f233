// Colours of the tool, light and dark, and the rules of the charts' marks: one source for the page's style and
// for a chart that is downloaded. The four hues keep apart for the colour-blind, and every chart has shape or
// pattern beside them.

/** Name → [light, dark]. Text on paper and quiet has a contrast of at least 4.5:1, control lines 3:1. */
export const PALETTE = {
  paper: ['#ffffff', '#15181b'],
  quiet: ['#fbfaf7', '#1b1f22'],
  ink: ['#1b1b19', '#e9e6df'],
  muted: ['#5e5d58', '#aaa79f'],
  line: ['#dedcd5', '#353a3e'],
  edge: ['#85837b', '#7b7f82'],
  blue: ['#0b5cad', '#82b8f0'],
  rust: ['#b0431a', '#f0996e'],
  green: ['#24764a', '#7cc99c'],
  grey: ['#6b6963', '#a8a59d'],
  hit: ['#fdf0c3', '#453b14'],
  chosen: ['#e8f0f9', '#1f3145'],
};

/** Rules for marks inside an SVG; they only use the palette's custom properties. */
export const CHART_RULES = `
svg text{font:12px var(--sans);fill:var(--ink)}
svg .soft{fill:var(--muted)}
svg .strong{font-weight:600}
svg .rule{stroke:var(--line);stroke-width:1}
svg .base{stroke:var(--edge);stroke-width:1}
svg .hair{stroke:var(--muted);stroke-width:1}
svg .target{fill:transparent}
svg .t0{fill:var(--blue);stroke:var(--blue)}
svg .t1{fill:var(--rust);stroke:var(--rust)}
svg .t2{fill:var(--green);stroke:var(--green)}
svg .t3{fill:var(--grey);stroke:var(--grey)}
svg .hollow{fill:var(--paper)}
svg .dot{fill:var(--blue);stroke:var(--blue);stroke-width:1.5}
svg .out{fill:var(--paper);stroke:var(--grey);stroke-dasharray:2 2}
svg .tick{stroke:var(--blue);stroke-width:2}
svg .shade{fill:var(--quiet);opacity:.82}
svg .period{fill:var(--chosen)}
svg .total{fill:var(--line)}
svg .length{fill:var(--blue)}
svg .band{fill:var(--grey);opacity:.14}
svg .hatching{fill:none;stroke:var(--grey);stroke-width:1.2;opacity:.55}
svg .faint .hatching{opacity:.22}
svg .plate{fill:var(--quiet)}
`;

/** The palette as declarations, each for light and dark by the colour scheme around. */
export function paletteRules() {
  return Object.entries(PALETTE).map(([name, [day, night]]) => `--${name}:var(--sourcebook-${name},light-dark(${day},${night}));`).join('');
}
