import { expect, test } from 'vitest'
import { withinBytes } from './message-text.ts'
import { signDingTalk } from './robots.ts'
import { signWebhook } from './webhook.ts'

// Reference values printed by Python's hmac and base64 for the same inputs:
// b64encode(hmac.new(b'SECf9b2e1c0a', b'1573201234567\nSECf9b2e1c0a', sha256).digest())
// hmac.new(b'hook', b'1700000000.{"a":1}', sha256).hexdigest()
test('[P9.07] signatures match an independent implementation, byte by byte', () => {
  expect(signDingTalk('SECf9b2e1c0a', 1_573_201_234_567)).toBe('mMEKG35ci1obIgW5YfB6f44NAPIEsed+7F9sBpCs8no=')
  expect(signWebhook('hook', 1_700_000_000, '{"a":1}')).toBe(
    't=1700000000,v1=ad47d403bb2a8e29aa554ffd826be30e912af3f46427ebd8b12904fc012afce2',
  )
})

test('a message that is too long is cut between characters', () => {
  expect(withinBytes('告警', 6)).toBe('告警')
  const cut = withinBytes('告警'.repeat(2000), 4096)
  expect(Buffer.byteLength(cut)).toBeLessThanOrEqual(4096)
  expect(cut).toMatch(/^[告警]+…$/)
  expect(withinBytes('😀😀😀', 8)).toBe('😀…')
})
