import { existsSync, globSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { expect, test } from 'vitest'

const root = join(import.meta.dirname, '..')
const LINK = /\]\(([^)\s]+)\)/g

const outsideLinks = /^(https?:|mailto:|#)/

/** Relative links and pictures of a page that lead nowhere. */
function brokenLinks(page: string): string[] {
  const text = readFileSync(join(root, page), 'utf8').replace(/```[\s\S]*?```/g, '')
  return [...text.matchAll(LINK)]
    .map(([, target = '']) => target)
    .filter((target) => !outsideLinks.test(target))
    .filter((target) => !existsSync(join(root, dirname(page), target.split('#')[0] ?? '')))
    .map((target) => `${page} → ${target}`)
}

test('every link and picture of the documentation is there', () => {
  const pages = globSync(['*.md', 'docs/**/*.md', '{apps,engines}/*/*.md'], { cwd: root })
  expect(pages.length).toBeGreaterThan(5)
  expect(pages.flatMap(brokenLinks)).toEqual([])
})
