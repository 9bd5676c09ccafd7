import { expect, it } from 'vitest'
import { readInstant } from './read-instant.ts'

it.each([
  ['2026-11-11T00:00:00Z', '2026-11-11T00:00:00.000Z'],
  ['2026-11-11T00:00:00.125+08:00', '2026-11-10T16:00:00.125Z'],
  ['2024-02-29T12:00Z', '2024-02-29T12:00:00.000Z'],
  ['2026-11-11T00:00:00.123456Z', '2026-11-11T00:00:00.123Z'],
])('%s is an instant', (text, iso) => {
  expect(new Date(readInstant(text) ?? Number.NaN).toISOString()).toBe(iso)
})

it.each([
  '',
  '2026-11-11',
  '2026-11-11T00:00:00',
  '2025-02-29T00:00:00Z',
  '2026-04-31T00:00:00Z',
  '2026-13-01T00:00:00Z',
  '2026-11-11T25:00:00Z',
  '1762819200',
  ' 2026-11-11T00:00:00Z',
])('"%s" is none', (text) => {
  expect(readInstant(text)).toBeNull()
})
