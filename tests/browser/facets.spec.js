// Facets of many values: what is listed, and that the rest can be reached.

import {mkdtemp, rm, writeFile} from 'node:fs/promises';
import {tmpdir} from 'node:os';
import {join} from 'node:path';
import {serve} from './program.js';
import {expect, test} from './test.js';

const OUTLETS = 120;

test('of many values the most frequent are listed, all when asked for, and what is chosen always', async ({page, watch}) => {
  const folder = await mkdtemp(join(tmpdir(), 'sourcebook-facets-'));
  const articles = Array.from({length: OUTLETS}, (_, at) => `a${String(at).padStart(3, '0')}`);
  for (const name of articles) await writeFile(join(folder, `${name}.txt`), `The dam of ${name} holds.\n\nNobody was hurt, the mayor said.\n`);
  await writeFile(join(folder, 'sourcebook.toml'), articles.map(name => `[[article]]\nfile = "${name}.txt"\noutlet = "Outlet ${name}"\n`).join('\n'));
  const server = await serve(folder);
  watch.origins.add(new URL(server.url).origin);
  try {
    await page.goto(server.url);
    await expect(page.getByRole('status')).toContainText(`${OUTLETS} of ${OUTLETS} articles`);
    const values = page.getByRole('group', {name: 'Outlet'}).getByRole('listitem');
    await expect(values).toHaveCount(50);
    await page.getByRole('button', {name: `Outlet: all ${OUTLETS}`}).click();
    await expect(values).toHaveCount(OUTLETS);
    await page.getByRole('button', {name: 'Include Outlet a119'}).click();
    await expect(page.getByRole('status')).toContainText('1 of 120 articles');
    await page.getByRole('button', {name: 'Outlet: fewer'}).click();
    await expect(values).toHaveCount(51);
    await expect(page.getByRole('button', {name: 'Include Outlet a119'})).toHaveAttribute('aria-pressed', 'true');
  } finally {
    await server.end();
    await rm(folder, {recursive: true, force: true});
  }
});
