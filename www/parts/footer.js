// The keys, which can be switched off for those whose input types by itself, and which edition this is.

import {html} from '../vendor/lit.js';

export function footer(page, screen) {
  return html`<footer><details class="keys"><summary>Keys</summary>
      <ul><li><kbd>/</kbd> search</li><li><kbd>n</kbd> <kbd>p</kbd> next and previous hit</li><li><kbd>Esc</kbd> close</li></ul>
      <label><input type="checkbox" .checked=${page.shortcuts} @change=${event => page.setShortcuts(event.target.checked)}> Single keys are on</label></details>
    <a href=${page.about}>About the numbers</a>
    <span>Sourcebook, edition <code title=${screen.edition}>${screen.edition.slice(0, 12)}</code></span></footer>`;
}
