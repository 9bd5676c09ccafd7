import { fileURLToPath } from 'node:url'
import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'
import { precompress } from './precompress.ts'
import { antdStyles } from './src/theme/antd-styles.ts'

const api = process.env.ZHANGGUI_API ?? 'http://127.0.0.1:8787'

const LIBRARY = /[\\/]node_modules[\\/]/

/**
 * What goes into one file. Left alone, the bundler writes a file for each set of pages that share a module: three hundred, of which a
 * page fetches ninety. These few change at different times, so a new release sends the reader only some of them; what a single page or two
 * need stays beside that page.
 */
const CHUNKS = [
  { name: 'begin-libraries', tags: ['$initial' as const], test: LIBRARY },
  { name: 'begin', tags: ['$initial' as const] },
  { name: 'charts', test: /[\\/]node_modules[\\/](echarts|zrender)[\\/]/ },
  { name: 'libraries', test: LIBRARY, minShareCount: 2 },
  { name: 'shared', minShareCount: 3 },
].map((group, index, all) => ({ ...group, priority: all.length - index }))

export default defineConfig({
  root: fileURLToPath(new URL('.', import.meta.url)),
  plugins: [react(), antdStyles(), precompress()],
  build: {
    outDir: 'dist',
    chunkSizeWarningLimit: 1_100,
    sourcemap: false,
    rolldownOptions: { output: { codeSplitting: { groups: CHUNKS } } },
  },
  // The page's own Host stays: the server takes changes only from the address it is asked at.
  server: { proxy: { '/v1': { target: api, changeOrigin: false } } },
})
