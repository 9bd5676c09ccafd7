import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const read = (path: string): string => readFileSync(join(root, path), 'utf8')

/** Names in the table of docs/settings.md, less those that Node itself reads. */
const documented = (): string[] =>
  [...read('docs/settings.md').matchAll(/^\| `([A-Z_]+)` \|/gm)].flatMap(([, name = '']) =>
    name.startsWith('UV_') ? [] : name,
  )

const inCode = (): string[] => [
  ...new Set([...read('apps/server/src/settings.ts').matchAll(/\(env, '([A-Z_]+)'/g)].map(([, name = '']) => name)),
]

test('every setting the server reads is documented, and no other', () => {
  expect(documented().sort()).toEqual(inCode().sort())
})
