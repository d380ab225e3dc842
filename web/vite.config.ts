import { lingui } from '@lingui/vite-plugin';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  plugins: [react(), lingui({ macroTransform: true, failOnCompileError: true })],
  build: {
    target: 'es2023',
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    sourcemap: false,
    chunkSizeWarningLimit: 1_200, // the map; scripts/bundle_budget.mjs holds the real ceilings
  },
  server: { proxy: { '/api': 'http://127.0.0.1:8080' } },
  test: {
    environment: 'node', // a test that needs a page names jsdom in its first line
    include: ['src/**/*.test.{ts,tsx}'],
    restoreMocks: true,
  },
});
