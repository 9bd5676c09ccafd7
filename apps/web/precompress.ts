import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import type { Plugin } from 'vite'

const TEXT = /\.(js|css|html|svg|json)$/
/** Below this a twin saves less than its own request headers cost. */
const MIN_BYTES = 1024

/** Brotli at full effort takes longer than the whole build; this step is within a few percent of it. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 6 } }

/** Writes `.br` and `.gz` twins beside the built files, which the server hands out to browsers that take them. */
export const precompress = (): Plugin => ({
  name: 'precompress',
  apply: 'build',
  writeBundle({ dir }) {
    if (dir === undefined) return
    for (const file of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
      if (!TEXT.test(file)) continue
      const path = join(dir, file)
      const content = readFileSync(path)
      if (content.byteLength < MIN_BYTES) continue
      writeFileSync(`${path}.gz`, gzipSync(content))
      writeFileSync(`${path}.br`, brotliCompressSync(content, BROTLI))
    }
  },
})
