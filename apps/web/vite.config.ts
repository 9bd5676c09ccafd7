import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'

const api = process.env.ZHANGGUI_API ?? 'http://127.0.0.1:8787'

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), precompress()],
  build: {
    outDir: 'dist',
    // The large parts change seldom; the chunks that the router loads lazily carry their own names.
    chunkSizeWarningLimit: 900,
    sourcemap: false,
  },
  // The page's own Host stays: the server takes changes only from the address it is asked at.
  server: { proxy: { '/v1': { target: api, changeOrigin: false } } },
})
