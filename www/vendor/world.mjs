// Makes world.js, the countries of the world, from Natural Earth as the package world-atlas has it: simplified, laid on a
// grid, and packed in printable signs. `./make` runs it; what the signs mean stands on top of what it writes.

import {writeFileSync} from 'node:fs';
import {createRequire} from 'node:module';
import {feature, quantize} from 'topojson-client';
import {filter, presimplify, simplify, sphericalRingArea, sphericalTriangleArea} from 'topojson-simplify';

/** What is left out of a line is a triangle of less, in steradians: some 400 square kilometres. */
const DETAIL = 1e-5;
/** A country's largest part keeps so many points, where it has this area: some 80 square kilometres. */
const LEAST_POINTS = 7;
const LEAST_AREA = 2e-6;
/** Lines of the grid in each direction. */
const GRID = 4096;
/** All that prints as itself in a string between apostrophes, but the space. */
const SIGNS = Array.from({length: 94}, (_, at) => String.fromCharCode(33 + at)).filter(sign => !'\\\'`'.includes(sign)).slice(0, 90);

const require = createRequire(import.meta.url);
const atlas = require('world-atlas/countries-50m.json');
const codes = new Map(require('i18n-iso-countries/codes.json').map(([alpha, , numeric]) => [numeric, alpha]));
/** Has no number in ISO 3166-1; its code is the one in common use. */
const NAMED = {Kosovo: 'XK'};

const polygonsOf = geometry => geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs;
const arcOf = at => at < 0 ? ~at : at;

/** Keeps some points of the largest part of each country that is all one line. */
function keepSmallCountries(topology) {
  const area = at => sphericalRingArea(topology.arcs[at], false);
  for (const geometry of topology.objects.countries.geometries) {
    const rings = polygonsOf(geometry).filter(rings => rings[0].length === 1).map(rings => arcOf(rings[0][0]));
    const largest = rings.sort((a, b) => area(b) - area(a))[0];
    if (largest === undefined || area(largest) < LEAST_AREA) continue;
    const points = topology.arcs[largest].slice(1, -1).sort((a, b) => b[2] - a[2]);
    for (const point of points.slice(0, LEAST_POINTS - 2)) point[2] = Math.max(point[2], DETAIL);
  }
}

delete atlas.objects.land;
const weighed = presimplify(atlas, sphericalTriangleArea);
keepSmallCountries(weighed);
const simple = simplify(weighed, DETAIL);
// What has become a line and back is no area any more.
const pointsOf = ring => new Set(feature(simple, {type: 'Polygon', arcs: [ring]}).geometry.coordinates[0].map(String)).size;
const whole = filter(simple, ring => pointsOf(ring) > 2);
const {arcs, objects, transform} = quantize(whole, GRID);

/** A number in signs: the lower half of them ends it, the upper half goes on. Negative ones are odd. */
function packed(number) {
  const half = SIGNS.length / 2;
  let rest = number < 0 ? -2 * number - 1 : 2 * number;
  let text = '';
  for (; rest >= half; rest = Math.floor(rest / half)) text += SIGNS[half + rest % half];
  return text + SIGNS[rest];
}

const lines = arcs.map(arc => arc.map(([x, y]) => packed(x) + packed(y)).join('')).join(' ');
const countries = objects.countries.geometries.filter(({type}) => type).map(geometry => {
  const code = codes.get(geometry.id) ?? NAMED[geometry.properties.name] ?? '';
  return [code, polygonsOf(geometry)];
});
const rounded = numbers => numbers.map(number => Number(number.toPrecision(9)));

writeFileSync('world.js', `/* Countries by Natural Earth (public domain), by way of world-atlas (ISC): see LICENSES.txt. Made by world.mjs.
   lines: borders and coasts, each the steps from grid point to grid point, east and north, each a number: signs from
   half of them on go on, the one below ends it, the smallest first; odd numbers are negative. grid: size and origin, degrees.
   countries: ISO 3166-1 code, and polygons of rings of lines; a line below 0 is ~line, taken backwards. */
export const signs='${SIGNS.join('')}';
export const grid=${JSON.stringify({scale: rounded(transform.scale), translate: rounded(transform.translate)})};
export const lines='${lines}';
export const countries=${JSON.stringify(countries)};
`);
