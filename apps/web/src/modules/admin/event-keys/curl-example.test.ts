import { execFileSync } from 'node:child_process'
import { EventInput } from '@zhanggui/contract'
import { expect, test } from 'vitest'
import { curlExample } from './curl-example.ts'

/** What a shell hands to curl: a function of that name stands in for it and prints its arguments. */
function argumentsOf(command: string): string[] {
  const script = `curl() { printf '%s\\n' "$@"; }\n${command}`
  return execFileSync('bash', ['-c', script], { encoding: 'utf8' }).trimEnd().split('\n')
}

test('pasted into a shell, the example sends one valid event with the key', () => {
  const sent = argumentsOf(curlExample({ origin: 'http://127.0.0.1:8787', store: 'maoyi', secret: 'zg_abc-1_2' }))
  expect(sent).toContain('http://127.0.0.1:8787/v1/stores/maoyi/events')
  expect(sent).toContain('Authorization: Bearer zg_abc-1_2')
  const event = EventInput.parse(JSON.parse(sent.at(-1) ?? ''))
  expect(event).toMatchObject({ type: 'view', page: 'home' })
  expect(event.at).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ$/)
})
