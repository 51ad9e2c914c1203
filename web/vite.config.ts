import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';

/**
 * One page for every room; each room is a lazy chunk. Nothing is inlined as a data: address and no script or style is
 * written into the page, so that `script-src 'self'; style-src 'self'; font-src 'self'` holds.
 */
export default defineConfig({
  root: import.meta.dirname,
  plugins: [react()],
  build: { outDir: 'dist', emptyOutDir: true, assetsInlineLimit: 0, modulePreload: { polyfill: false } },
  server: { proxy: { '/api': 'http://127.0.0.1:8460' } },
});
