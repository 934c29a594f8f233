import {defineConfig} from '@playwright/test';
import {browser} from './browser.js';

export default defineConfig({
  testDir: '.',
  testMatch: '*.spec.js',
  outputDir: '../../target/browser-tests',
  globalSetup: './global-setup.js',
  workers: 2,
  fullyParallel: true,
  forbidOnly: Boolean(process.env.CI),
  retries: 0,
  timeout: 30_000,
  globalTimeout: 15 * 60_000,
  expect: {timeout: 5_000},
  reporter: [['list']],
  use: {
    browserName: 'chromium',
    launchOptions: browser,
    viewport: {width: 1280, height: 900},
    locale: 'en-GB',
    timezoneId: 'UTC',
    actionTimeout: 5_000,
    navigationTimeout: 15_000,
  },
});
