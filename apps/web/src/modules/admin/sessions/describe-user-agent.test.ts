import { describe, expect, it } from 'vitest'
import { describeUserAgent } from './describe-user-agent.ts'

describe('describeUserAgent', () => {
  it.each([
    [null, null],
    ['something odd', null],
    ['curl/8.5.0', 'curl'],
    [
      'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 Chrome/140.0 Safari/537.36 Edg/140.0',
      'Edge · Windows',
    ],
    ['Mozilla/5.0 (Linux; Android 15) AppleWebKit/537.36 Chrome/140.0 Mobile Safari/537.36', 'Chrome · Android'],
    ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile Safari/604.1', 'Safari · iPhone'],
    ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10.15) Gecko/20100101 Firefox/144.0', 'Firefox · macOS'],
  ])('%s is %s', (userAgent, expected) => expect(describeUserAgent(userAgent)).toBe(expected))
})
