export {LitElement, css, html, nothing, svg, unsafeCSS} from 'lit';
export {repeat} from 'lit/directives/repeat.js';
