// The world as it is drawn: its countries, unpacked, and laid flat.

import {geoEqualEarth, geoPath} from '../vendor/geo.js';
import {countries, grid, lines, signs} from '../vendor/world.js';

/** Size of the flat world, in units of its own. */
export const FLAT = {width: 1000, height: 487};

/** Numbers from signs, as the head of `vendor/world.js` has it. */
function unpacked(text) {
  const half = signs.length / 2;
  const numbers = [];
  let [number, weight] = [0, 1];
  for (const sign of text) {
    const digit = signs.indexOf(sign);
    number += digit % half * weight;
    weight *= half;
    if (digit >= half) continue;
    numbers.push(number % 2 ? -(number + 1) / 2 : number / 2);
    [number, weight] = [0, 1];
  }
  return numbers;
}

function lineOf(text) {
  const steps = unpacked(text);
  let [x, y] = [0, 0];
  const points = [];
  for (let at = 0; at < steps.length; at += 2) {
    x += steps[at];
    y += steps[at + 1];
    points.push([x * grid.scale[0] + grid.translate[0], y * grid.scale[1] + grid.translate[1]]);
  }
  return points;
}

/** Rings of coasts, each line of which begins where one ends. */
function stitched(coasts) {
  const beginning = new Map(coasts.map(line => [String(line[0]), line]));
  const rings = [];
  for (const first of coasts) {
    const ring = [];
    for (let line = first; line && beginning.delete(String(line[0])); line = beginning.get(String(ring.at(-1)))) ring.push(...line);
    if (ring.length) rings.push(ring);
  }
  return rings;
}

let unpackedWorld = null;

/** Coasts, the borders between countries, and each country by its code, as GeoJSON has them. */
function world() {
  if (unpackedWorld) return unpackedWorld;
  const points = lines.split(' ').map(lineOf);
  const uses = points.map(() => 0);
  const ways = new Map();
  const lineIn = part => {
    uses[part < 0 ? ~part : part] += 1;
    const line = part < 0 ? [...points[~part]].reverse() : points[part];
    ways.set(part < 0 ? ~part : part, line);
    return line;
  };
  const ring = parts => parts.flatMap((part, at) => at ? lineIn(part).slice(1) : lineIn(part));
  const byCode = new Map();
  for (const [code, polygons] of countries) {
    byCode.set(code, [...byCode.get(code) ?? [], ...polygons.map(rings => rings.map(ring))]);
  }
  byCode.delete('');
  // As their countries go along them, so that the land is on the same side of all.
  const coasts = points.flatMap((_, at) => uses[at] === 1 ? [ways.get(at)] : []);
  unpackedWorld = {byCode, coasts: stitched(coasts), borders: points.filter((_, at) => uses[at] > 1)};
  return unpackedWorld;
}

/** Whether polygons hold a position: whether a line to the north crosses their edges an odd number of times. */
function hold(polygons, [longitude, latitude]) {
  let inside = false;
  const aside = point => (point[0] - longitude + 540) % 360 - 180;
  for (const ring of polygons.flat()) {
    for (let at = 1; at < ring.length; at += 1) {
      const [a, b] = [aside(ring[at - 1]), aside(ring[at])];
      if (a > 0 === b > 0 || Math.abs(a - b) > 180) continue;
      if (ring[at - 1][1] + (ring[at][1] - ring[at - 1][1]) * a / (a - b) > latitude) inside = !inside;
    }
  }
  return inside;
}

/** So many points of a line are tried for where it enters a country. */
const TRIED = 60;

const drawn = new Map();

/**
 * The world laid flat around a meridian, by Equal Earth: areas, which the eye compares, stand to each other as they do
 * on the globe. Its paths are in units of {@link FLAT}.
 * @param {number} meridian degrees east, in the middle
 */
export function flatWorld(meridian) {
  if (drawn.has(meridian)) return drawn.get(meridian);
  const {coasts, byCode, borders} = world();
  const projection = geoEqualEarth().rotate([-meridian, 0]).fitSize([FLAT.width, FLAT.height], {type: 'Sphere'});
  const path = geoPath(projection).digits(2);
  const paths = new Map();
  const entries = new Map();
  const area = code => ({type: 'MultiPolygon', coordinates: byCode.get(code)});
  const place = ([latitude, longitude]) => projection([longitude, latitude]);
  const entry = (code, position, from) => {
    const [[x, y], [fromX, fromY]] = [place(position), place(from)];
    for (let step = 0; step < TRIED; step += 1) {
      const share = step / TRIED;
      const point = [fromX + (x - fromX) * share, fromY + (y - fromY) * share];
      if (hold(byCode.get(code) ?? [], projection.invert(point))) return point;
    }
    return [x, y];
  };
  const flat = {
    meridian,
    /** Where a latitude and longitude lie. */
    place,
    /** Where the line from another position to that of a country enters it. */
    entry(code, position, from) {
      const key = [code, position, from].join();
      if (!entries.has(key)) entries.set(key, entry(code, position, from));
      return entries.get(key);
    },
    land: path({type: 'Polygon', coordinates: coasts}),
    borders: path({type: 'MultiLineString', coordinates: borders}),
    /** A country's path, its bounds, and how much of the flat world it takes; none where it is too small to have one. */
    country(code) {
      if (!byCode.has(code)) return null;
      if (!paths.has(code)) paths.set(code, {path: path(area(code)), bounds: path.bounds(area(code)), size: path.area(area(code))});
      return paths.get(code);
    },
  };
  drawn.set(meridian, flat);
  return flat;
}
