// The entry: defines <source-book>, once a page however often this script is included.

import {SourceBook} from './element.js';

if (!customElements.get('source-book')) customElements.define('source-book', SourceBook);
