// The state in the address's fragment: written at every choice, read when somebody travels.

/** Keeps one element's address; a choice makes an entry in the history, a session of typing or dragging only one. */
export class AddressBar {
  #session = null;
  #known = null;

  /** The address that the fragment holds now; none where there is no fragment. */
  read() {
    this.#known = location.hash;
    return location.hash.length > 1 ? location.hash.slice(1) : undefined;
  }

  /** Whether the fragment is another than was last read or written. */
  get moved() {
    return location.hash !== this.#known;
  }

  /**
   * @param {string} address a fragment without `#`
   * @param {string} [session] `query`, `period`: a further address of the same session takes the place of the last
   */
  write(address, session) {
    const goesOn = session === 'replace' || (session !== undefined && session === this.#session);
    this.#session = session ?? null;
    if (location.hash === `#${address}`) return;
    try {
      history[goesOn ? 'replaceState' : 'pushState'](null, '', `#${address}`);
    } catch {
      // Browsers refuse when it is written too often; the next address will be written again.
    }
    this.#known = location.hash;
  }

  endSession() {
    this.#session = null;
  }
}
