import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findDirectionFaults, importsOf, type SourceFile } from './dependency-direction.ts'

const root = join(import.meta.dirname, '..')
const readSources = (): SourceFile[] =>
  globSync(['engines/*/{src,test}/**/*.ts', 'apps/*/{src,test,bench}/**/*.{ts,tsx}'], { cwd: root }).map((path) => ({
    path,
    text: readFileSync(join(root, path), 'utf8'),
  }))

test('dependencies of this project point one way: web → contract ← server → engines → kernel', () => {
  expect(findDirectionFaults(readSources())).toEqual([])
})

describe('the rule finds', () => {
  test.each([
    ['the web using the server', 'apps/web/src/a.ts', "import { x } from '@zhanggui/server'", 'contract only'],
    ['the web using an engine', 'apps/web/src/a.ts', "import { x } from '@zhanggui/metrics'", 'contract only'],
    ['the contract using an engine', 'apps/contract/src/a.ts', "import { x } from '@zhanggui/kernel'", 'stands alone'],
    ['the server using the web', 'apps/server/src/a.ts', "import { x } from '@zhanggui/web'", 'engines only'],
    ['an engine using the server', 'engines/goals/src/a.ts', "import { x } from '@zhanggui/server'", 'no application'],
    ['the kernel using an engine', 'engines/kernel/src/a.ts', "import { x } from '@zhanggui/text'", 'stands alone'],
    ['facts using another engine', 'engines/facts/src/a.ts', "import { x } from '@zhanggui/text'", 'kernel only'],
    ['a package entered past its index', 'apps/server/src/a.ts', "import '@zhanggui/text/src/b.ts'", 'index only'],
    ['a path out of the package', 'apps/cli/src/a.ts', "import { x } from '../../server/src/b.ts'", 'by its name'],
    [
      'a page using test support',
      'apps/web/src/a.ts',
      "import { x } from '../../server/test/support/b.ts'",
      'by its name',
    ],
    [
      'an engine using test support',
      'engines/text/src/a.ts',
      "import { x } from '../../kernel/test/support/b.ts'",
      'by its name',
    ],
    ['an engine reading files', 'engines/text/src/a.ts', "import { x } from 'node:fs'", 'no I/O'],
    ['an engine reading files late', 'engines/text/src/a.ts', "const fs = await import('node:fs')", 'no I/O'],
    ['an engine reading the clock', 'engines/text/src/a.ts', 'const now = new Date()', 'the clock'],
    ['an engine rolling dice', 'engines/text/src/a.ts', 'const x = Math.random()', 'randomness'],
    ['an engine reading the environment', 'engines/text/src/a.ts', 'const x = process.env.HOME', 'the environment'],
    ['a folder that is no area', 'apps/server/src/modules/misc/a.ts', '', 'no area'],
  ])('%s', (_name, path, text, message) => {
    expect(findDirectionFaults([{ path, text }])).toEqual([expect.stringContaining(message)])
  })

  test('two engines that use each other', () => {
    const files = [
      { path: 'engines/goals/src/a.ts', text: "import { b } from '@zhanggui/budget'" },
      { path: 'engines/budget/src/b.ts', text: "import { a } from '@zhanggui/goals'" },
    ]
    expect(findDirectionFaults(files)).toEqual([expect.stringContaining('budget → goals → budget')])
  })
})

describe('the rule leaves alone', () => {
  test.each([
    ['an instant made from an argument', 'engines/text/src/a.ts', 'const at = new Date(ms)'],
    ['a comment about the clock', 'engines/text/src/a.ts', '// never Date.now()'],
    ['a test that reads a reference table', 'engines/text/src/a.test.ts', "import { x } from 'node:fs'"],
    ['a browser test that starts the server', 'apps/web/test/e2e/a.test.ts', "import { x } from '@zhanggui/server'"],
    [
      'a test of an app using shared support',
      'apps/cli/test/a.ts',
      "import { x } from '../../server/test/support/b.ts'",
    ],
    [
      'a test of an engine reading a public data set',
      'engines/text/test/a.test.ts',
      "import { x } from '../../kernel/test/support/b.ts'",
    ],
    ['a folder named after an area', 'apps/web/src/modules/insight/a.tsx', "import { x } from '@zhanggui/contract'"],
  ])('%s', (_name, path, text) => {
    expect(findDirectionFaults([{ path, text }])).toEqual([])
  })
})

test('imports are found over several lines, in re-exports and in calls', () => {
  const text =
    "import {\n  a,\n  type B,\n} from './a.ts'\nexport * from './b.ts'\nimport './c.ts'\nawait import('./d.ts')"
  expect(importsOf(text)).toEqual(['./a.ts', './b.ts', './c.ts', './d.ts'])
})
