/** Recounts docs/requirements.md from test titles: `npm run requirements [-- --json | --write]`. */
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { countRows, findFalseClaims, trapIds } from './requirements/check-ledger.ts'
import { parseLedger, writeCarriers } from './requirements/ledger.ts'
import { collectCarriers } from './requirements/test-titles.ts'

const root = join(import.meta.dirname, '..')
const ledgerPath = join(root, 'docs/requirements.md')
// A behaviour suite holds the titles that its `.test.ts` files run on each store.
const testGlobs = [
  'engines/*/{src,test}/**/*.test.ts',
  'apps/*/{src,test}/**/*.test.{ts,tsx}',
  'apps/*/test/**/*-behaviour.ts',
  'scripts/**/*.test.ts',
]

const readTests = (): Map<string, string> =>
  new Map(globSync(testGlobs, { cwd: root }).map((path) => [path, readFileSync(join(root, path), 'utf8')]))

const carriers = collectCarriers(readTests())
if (process.argv.includes('--write'))
  writeFileSync(ledgerPath, writeCarriers(readFileSync(ledgerPath, 'utf8'), carriers))

const markdown = readFileSync(ledgerPath, 'utf8')
const rows = parseLedger(markdown)
const count = countRows(rows)
const claims = findFalseClaims(rows, carriers, trapIds(markdown))

if (process.argv.includes('--json')) console.log(JSON.stringify(count))
else console.log(`${count.total} rows: ${count.done} done, ${count.part} part, ${count.open} open`)
for (const claim of claims) console.error(claim)
process.exitCode = claims.length > 0 ? 1 : 0
