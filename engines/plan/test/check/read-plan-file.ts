import { readFileSync } from 'node:fs'
import type { Plan } from '../../src/index.ts'

/** A plan of test/fixtures. Brands are plain values in JSON; the check itself is the reader that trusts none of them. */
export const readPlanFile = (name: string): Plan =>
  JSON.parse(readFileSync(new URL(`../fixtures/${name}.json`, import.meta.url), 'utf8'))
