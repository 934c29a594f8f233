// One server for all tests; its address goes to them by the environment.

import {SEEDS, serve} from './program.js';

export default async function setup() {
  const server = await serve(SEEDS);
  process.env.SOURCEBOOK_URL = server.url;
  return async () => {
    if (!await server.end()) throw new Error('expected the server to end on Ctrl-C within 5 s, but it had to be killed');
  };
}
