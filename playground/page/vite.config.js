import { defineConfig } from 'vite';

export default defineConfig({
  base: './',
  oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
  build: {
    target: 'es2022',
    // The page is loaded from the same machine, and bpmn-js and form-js are most of it.
    chunkSizeWarningLimit: 4000,
    // The content security policy of the server allows no inline script, and only some data: addresses.
    modulePreload: { polyfill: false },
  },
});
