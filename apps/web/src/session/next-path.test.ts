import { expect, test } from 'vitest'
import { nextPath } from './next-path.ts'

test.each([
  ['nothing', null, '/'],
  ['a page of this site', '/stores/demo/insight?range=last7', '/stores/demo/insight?range=last7'],
  ['another host', '//evil.example/x', '/'],
  ['another host, spelt with a backslash', '/\\evil.example', '/'],
  ['another scheme', 'https://evil.example', '/'],
  ['the sign-in page itself', '/sign-in?next=/x', '/'],
])('after signing in people stay on this site: %s', (_name, next, path) => {
  expect(nextPath(next)).toBe(path)
})
