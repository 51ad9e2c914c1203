import { createHash } from 'node:crypto';
import react from '@vitejs/plugin-react';
import { defineConfig, type Plugin } from 'vite';

/**
 * INDEX.HTM of a package: one file that opens from a disc without a server. Script, style and fonts are written into the
 * page, and its content security policy names them by hash (S7.11): nothing else runs, and nothing is asked of a network.
 */
export default defineConfig({
  root: import.meta.dirname,
  publicDir: false,
  plugins: [react(), onePage()],
  build: {
    outDir: 'dist/offline',
    emptyOutDir: true,
    assetsInlineLimit: Number.MAX_SAFE_INTEGER,
    cssCodeSplit: false,
    modulePreload: false,
    rolldownOptions: { input: 'offline.html', output: { codeSplitting: false } },
  },
});

function onePage(): Plugin {
  return {
    name: 'one-page',
    enforce: 'post',
    generateBundle(_options, bundle) {
      const files = Object.values(bundle);
      const page = files.find((file) => file.fileName.endsWith('.html'));
      const script = files.find((file) => file.type === 'chunk');
      const style = files.find((file) => file.fileName.endsWith('.css'));
      if (page?.type !== 'asset' || !script || style?.type !== 'asset')
        throw new Error('the offline page is not one script and one style');
      const code = script.code.replaceAll('</script', '<\\/script');
      const rules = String(style.source);
      const policy = [
        "default-src 'none'",
        `script-src ${hash(code)}`,
        `style-src ${hash(rules)}`,
        "img-src 'self' file: data:",
        "media-src 'self' file:",
        // A report as PDF, in the browser's own viewer.
        "frame-src 'self' file:",
        'font-src data:',
        "base-uri 'none'",
        "form-action 'none'",
      ].join('; ');
      const html = String(page.source)
        .replace(/<script type="module"[^>]*src=[^>]*><\/script>/, '')
        .replace(/<link rel="stylesheet"[^>]*>/, () => `<style>${rules}</style>`)
        .replace('<head>', () => `<head>\n    <meta http-equiv="Content-Security-Policy" content="${policy}" />`)
        .replace('</body>', () => `<script type="module">${code}</script>\n  </body>`);
      for (const file of files) delete bundle[file.fileName];
      this.emitFile({ type: 'asset', fileName: 'INDEX.HTM', source: html });
    },
  };
}

function hash(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}
