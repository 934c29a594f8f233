// Pictures of each view at 360, 768 and 1280 px, light and dark: `npm run screenshots -- FOLDER`.

import {mkdir} from 'node:fs/promises';
import {join, resolve} from 'node:path';
import {chromium} from '@playwright/test';
import {browser as options} from './browser.js';
import {SEEDS, serve} from './program.js';
import {ARTICLES} from './seeds.js';

const VIEWS = {
  articles: '',
  search: 'q=kadyrov',
  filtered: 'q=isis&f=-outlet:Breitbart&f=date:2016..2019',
  reader: `q=kadyrov&sel=${ARTICLES[3].id}`,
  sentence: `q=kadyrov&sel=${ARTICLES[2].id}!s8`,
  readers: `q=isis&sel=${ARTICLES[0].id}&sel=${ARTICLES[1].id}`,
  figures: 'view=figures',
  question: 'view=figures&f=question:fighters-joined',
  card: `view=articles+layers:figure,quote,time,person,place&sel=${ARTICLES[1].id}!f2`,
  'figures-card': `view=figures+layers:figure,quote&sel=${ARTICLES[1].id}!f2`,
  words: 'view=words',
  'words-query': 'view=words+sort:right&q=kadyrov',
  comparison: 'view=words&q=ISIS%2C+ISIL%2C+Daesh%2C+%22Islamic+State%22',
  empty: 'q=daesh+-kadyrov',
  faulty: 'q=kadyrov+date:2016-13-45',
};

const folder = process.argv[2];
if (!folder) {
  console.error('expected a folder to write to, as in: npm run screenshots -- /tmp/pictures');
  process.exit(2);
}
await mkdir(resolve(folder), {recursive: true});
const server = await serve(SEEDS);
const browser = await chromium.launch(options);
try {
  for (const colorScheme of ['light', 'dark']) {
    for (const width of [360, 768, 1280]) {
      const context = await browser.newContext({viewport: {width, height: width < 700 ? 800 : 900}, colorScheme, locale: 'en-GB'});
      const page = await context.newPage();
      for (const [name, address] of Object.entries(VIEWS)) {
        await page.goto('about:blank');
        await page.goto(`${server.url}#${address}`);
        await page.getByRole('status').waitFor();
        await page.waitForLoadState('networkidle');
        await page.screenshot({path: join(resolve(folder), `${name}-${width}-${colorScheme}.png`), fullPage: true});
      }
      const plain = await browser.newContext({viewport: {width, height: 900}, colorScheme, javaScriptEnabled: false});
      const bare = await plain.newPage();
      await bare.goto(server.url);
      await bare.screenshot({path: join(resolve(folder), `plain-${width}-${colorScheme}.png`)});
      await plain.close();
      await context.close();
    }
  }
} finally {
  await browser.close();
  await server.end();
}
