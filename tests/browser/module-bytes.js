// A module's bytes, and what can be wrong with them.

import {createHash} from 'node:crypto';

const SECTION = 'sourcebook';

function leb128(bytes, at) {
  let value = 0;
  for (let shift = 0; ; shift += 7, at += 1) {
    value += (bytes[at] & 0x7f) * 2 ** shift;
    if (!(bytes[at] & 0x80)) return {value, end: at + 1};
  }
}

/** Where the corpus stands in a module: the content of its section behind the section's name. */
export function sectionOf(bytes) {
  for (let at = 8; at < bytes.length;) {
    const id = bytes[at];
    const {value: size, end: content} = leb128(bytes, at + 1);
    if (id === 0) {
      const {value: length, end: name} = leb128(bytes, content);
      if (Buffer.from(bytes.subarray(name, name + length)).toString('utf8') === SECTION) return {start: name + length, end: content + size};
    }
    at = content + size;
  }
  throw new Error('expected a section named sourcebook, but found none');
}

/** A copy with one bit turned. */
export function flipped(bytes, bit) {
  const copy = Buffer.from(bytes);
  copy[Math.floor(bit / 8)] ^= 1 << (bit % 8);
  return copy;
}

/** A copy whose section says that it is of another version of the format. */
export function ofAnotherVersion(bytes, version) {
  const copy = Buffer.from(bytes);
  copy.writeUInt16LE(version, sectionOf(bytes).start + 8);
  return copy;
}

/** The shortest module of another program. */
export const FOREIGN_MODULE = Buffer.from([0x00, 0x61, 0x73, 0x6d, 0x01, 0x00, 0x00, 0x00]);

export const integrityOf = bytes => `sha256-${createHash('sha256').update(bytes).digest('base64')}`;

/** The same numbers in every run: Knuth's generator (TAOCP 3.3.4, MMIX), of which the upper 32 bits are used. */
export function* numbers(below, seed = 1n) {
  for (let state = seed; ;) {
    state = BigInt.asUintN(64, state * 6364136223846793005n + 1442695040888963407n);
    yield Number((state >> 32n) * BigInt(below) >> 32n);
  }
}
