import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { COMPOSITION_ROOTS, chanceIn } from './injected-chance.ts'

const root = join(import.meta.dirname, '..')
const files = globSync(['engines/*/src/**/*.ts', 'apps/{contract,server,cli}/src/**/*.ts'], { cwd: root })
  .filter((path) => !path.endsWith('.test.ts'))
  .map((path) => ({ path, text: readFileSync(join(root, path), 'utf8') }))

describe('[P16.14] clock and seed are injected everywhere', () => {
  test('no source outside the composition roots reads the clock or draws by itself', () => {
    const faults = files.filter(({ path }) => !(path in COMPOSITION_ROOTS)).flatMap(chanceIn)
    expect(faults).toEqual([])
  })

  test('every composition root still is one', () => {
    const roots = new Set(files.filter((file) => chanceIn(file).length > 0).map(({ path }) => path))
    expect(Object.keys(COMPOSITION_ROOTS).filter((path) => !roots.has(path))).toEqual([])
  })

  test.each([
    ['the clock', 'const at = Date.now()', 1],
    ['the clock, handed on', 'const clocks = { now: Date.now }', 1],
    ['today', 'const at = new Date()', 1],
    ['chance', 'const x = Math.random()', 1],
    ['chance of the system', 'const x = randomBytes(8)', 1],
    ['an instant made of a number', 'const at = new Date(ms)', 0],
    ['an import alone', "import { randomInt } from 'node:crypto'", 0],
    ['words about it', '// never Date.now()', 0],
  ])('%s: %s', (_, text, faults) => {
    expect(chanceIn({ path: 'a.ts', text })).toHaveLength(faults)
  })
})
