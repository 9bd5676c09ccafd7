import { hkdfSync } from 'node:crypto'
import { expect, test } from 'vitest'
import type { Context } from '../../../context.ts'
import { openSealed, sealSecrets } from './seal-secrets.ts'

const installation = (master: string): Context =>
  ({ secrets: { derive: (purpose: string) => Buffer.from(hkdfSync('sha256', master, '', purpose, 32)) } }) as Context

const here = installation('a')
const place = { store: 'shop', channel: 'ding' }
const secrets = { robotUrl: 'https://robot/?token=1', signSecret: 'SEC' }

test('sealed secrets open for their own channel of their own installation only', () => {
  const sealed = sealSecrets(here, place, secrets)
  expect(openSealed(here, place, sealed)).toEqual(secrets)
  expect(sealed).not.toContain('SEC')
  expect(() => openSealed(installation('b'), place, sealed)).toThrow()
  expect(() => openSealed(here, { ...place, channel: 'other' }, sealed)).toThrow()
  expect(() => openSealed(here, { ...place, store: 'other' }, sealed)).toThrow()
})

test('the same secrets are never sealed alike, and none are nothing', () => {
  expect(sealSecrets(here, place, secrets)).not.toBe(sealSecrets(here, place, secrets))
  expect(sealSecrets(here, place, {})).toBeNull()
  expect(openSealed(here, place, null)).toEqual({})
})
