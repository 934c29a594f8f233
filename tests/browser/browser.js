// The browser that the machine has; none is ever downloaded.

export const browser = {
  executablePath: process.env.CHROMIUM || '/usr/bin/chromium',
  timeout: 30_000,
  args: [
    '--headless', '--no-sandbox', '--disable-gpu', '--no-first-run', '--disable-background-networking',
    '--disable-component-update', '--disable-sync',
  ],
};
