import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dictionaryPage } from '@zhanggui/metrics'

/** Writes docs/metrics.md anew; a test fails while the page and the catalogue differ. */
writeFileSync(join(import.meta.dirname, '../docs/metrics.md'), dictionaryPage())
