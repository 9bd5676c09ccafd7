import { describe, expect, it } from 'vitest'
import { groupPaces } from './group-pace.ts'

const usual = new Map([
  ['毛巾', 600],
  ['围巾', 400],
])

describe('the pace of parts of a shop', () => {
  it('[P10.08] is what each brought over its usual share of what is expected by now', () => {
    const soFar = new Map([
      ['毛巾', 300],
      ['新类目', 50],
    ])
    expect([...groupPaces({ soFar, usual, expectedByNow: 1000 })]).toEqual([
      ['毛巾', 0.5],
      ['围巾', 0],
    ])
  })

  it('is nothing where nothing is expected yet, or nothing is usual', () => {
    expect(groupPaces({ soFar: new Map(), usual, expectedByNow: 0 }).size).toBe(0)
    expect(groupPaces({ soFar: new Map([['毛巾', 9]]), usual: new Map(), expectedByNow: 10 }).size).toBe(0)
  })
})
