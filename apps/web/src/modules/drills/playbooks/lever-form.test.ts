import { expect, test } from 'vitest'
import { storedFields, TEMPLATES, typedFields } from './lever-form.ts'

test('money is typed in yuan, weights and health in percent', () => {
  expect(typedFields(TEMPLATES.carrier)).toEqual({ state: 'backup', health: 100, costCents: 4.5 })
  expect(typedFields({ weight: 1768, base: 5000, pace: 0.98 })).toEqual({ weight: 17.68, base: 50, pace: 0.98 })
})

test.each(Object.entries(TEMPLATES))('what a new %s begins with is stored as it stands', (_type, fields) => {
  expect(storedFields(fields, typedFields(fields))).toEqual(fields)
})

test('what is typed is stored in whole fen; what the form does not show stays', () => {
  const before = { ...TEMPLATES.price, rivalCents: 8900 }
  const stored = storedFields(before, { cents: 88.881, slow: true })
  expect(stored).toEqual({ ...before, cents: 8888, slow: true })
})
