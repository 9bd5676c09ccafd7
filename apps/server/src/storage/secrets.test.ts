import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openSecrets, secretPath } from './secrets.ts'

let home: string
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'zhanggui-secrets-'))
})
afterEach(() => rmSync(home, { recursive: true, force: true }))

it('the first use makes a secret that only its owner may read', () => {
  openSecrets(home)
  expect(statSync(secretPath(home)).mode & 0o777).toBe(0o600)
  expect(readFileSync(secretPath(home), 'utf8')).toMatch(/^[0-9a-f]{64}\n$/)
})

it('a shop has one key for the life of the installation, and no two shops share one', () => {
  const [first, again] = [openSecrets(home), openSecrets(home)]
  expect(again.storeHashKey('a')).toEqual(first.storeHashKey('a'))
  expect(first.storeHashKey('a')).not.toEqual(first.storeHashKey('b'))
  expect(first.derive('sessions')).not.toEqual(first.derive('other'))
})

// Expected: HKDF-SHA256 (RFC 5869) written out with Python's hmac, first 16 bytes, little endian.
it('keys follow from the secret alone, as an independent HKDF gives them', () => {
  writeFileSync(secretPath(home), '00'.repeat(32))
  expect(openSecrets(home).storeHashKey('flagship')).toEqual({ k0: 16280631476947169079n, k1: 13985495094920761114n })
})

it('a damaged secret is refused in both languages instead of being replaced', () => {
  writeFileSync(secretPath(home), 'abc')
  expect(() => openSecrets(home)).toThrow(/密钥文件[\s\S]*is damaged/)
  expect(readFileSync(secretPath(home), 'utf8')).toBe('abc')
})
