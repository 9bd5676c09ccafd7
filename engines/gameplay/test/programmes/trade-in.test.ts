import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

/** Quoted at 800.00 with a subsidy of 200.00, sent in. */
function sentIn(more: object = {}) {
  const shop = playProgramme('tradeIn', {
    quotes: [
      { model: 'phone', grade: '完好', worthCents: 90_000 },
      { model: 'phone', grade: '良好', worthCents: 80_000 },
      { model: 'phone', grade: '有划痕', worthCents: 50_000 },
      { model: 'phone', grade: '不符', worthCents: 0 },
    ],
    ...more,
  })
  expect(shop.play('quote', 'o1', { model: 'phone', grade: '良好' })).toBe('ok')
  expect(shop.play('send', 'o1', {}, { day: inDays(7) })).toBe('ok')
  return shop
}

describe('trade-in', () => {
  it('[P6.23] an item worth more than estimated is settled at once and the difference is paid to the buyer', () => {
    const shop = sentIn()
    shop.play('inspect', 'o1', { grade: '完好' })
    expect(shop.status('o1')).toBe('settled')
    expect(shop.effects).toEqual([{ key: 'o1/difference', kind: 'refund', cents: 10_000 }])
    expect(shop.balances()).toEqual({
      orders: -100_000,
      incoming: 0,
      subsidy: 20_000,
      recycled: 90_000,
      'payable/buyers': -10_000,
    })
  })

  it('[P6.23] an item worth less is offered first; once the buyer accepts, or says nothing, the difference is owed by the buyer', () => {
    for (const answer of ['accept', 'silence']) {
      const shop = sentIn()
      shop.play('inspect', 'o1', { grade: '有划痕' }, { day: inDays(9) })
      expect(shop.status('o1')).toBe('offered')
      if (answer === 'accept') shop.play('accept', 'o1')
      shop.tick(inDays(12))
      expect(shop.status('o1')).toBe(answer === 'accept' ? 'settled' : 'offered')
      shop.tick(inDays(13))
      expect(shop.effects).toEqual([{ key: 'o1/difference', kind: 'charge', cents: 30_000 }])
      expect(shop.balances()).toMatchObject({ incoming: 0, recycled: 50_000, 'payable/buyers': 30_000 })
    }
  })

  it('[P6.23] an item that is worth nothing takes its subsidy back as well; one that is declined is sent back', () => {
    const worthless = sentIn()
    worthless.play('inspect', 'o1', { grade: '不符' })
    worthless.play('accept', 'o1')
    expect(worthless.balances()).toMatchObject({ subsidy: 0, 'payable/buyers': 100_000 })
    const declined = sentIn()
    declined.play('inspect', 'o1', { grade: '有划痕' })
    declined.play('decline', 'o1')
    expect(declined.effects.map(({ kind }) => kind)).toEqual(['charge', 'sendBack'])
    expect(declined.balances()).toMatchObject({ incoming: 0, subsidy: 0, 'payable/buyers': 100_000 })
  })

  it('[P6.23] an item that never comes is charged with its estimate and the subsidy, once its last day is over', () => {
    const shop = playProgramme('tradeIn')
    shop.play('quote', 'o1')
    shop.tick(inDays(7))
    expect(shop.status('o1')).toBe('estimated')
    shop.tick(inDays(8))
    shop.tick(inDays(9))
    expect([shop.status('o1'), shop.effects]).toEqual([
      'lapsed',
      [{ key: 'o1/charge-back', kind: 'charge', cents: 100_000 }],
    ])
    expect(shop.play('send', 'o1', {}, { day: inDays(9) })).toBe('wrong_state')
  })

  it('[P6.23] subsidies never pass their budget; what is withdrawn can be given again', () => {
    const shop = playProgramme('tradeIn', { subsidyCents: 20_000, budgetCents: 30_000 })
    expect(shop.play('quote', 'o1')).toBe('ok')
    expect(shop.play('quote', 'o2')).toBe('budget_used_up')
    shop.tick(inDays(8))
    expect(shop.play('quote', 'o2', {}, { day: inDays(8) })).toBe('ok')
  })

  it.each([
    ['a model that is not published', { model: 'tv' }, {}, 'unknown_choice'],
    ['a grade that is worth nothing', { grade: '不符' }, {}, 'unknown_choice'],
    ['a day before the first', {}, { day: inDays(-1) }, 'not_open_yet'],
    ['a day after the last', {}, { day: inDays(31) }, 'over'],
    ['a buyer who has had one', {}, { buyer: { cases: 1 } }, 'buyer_limit'],
  ])('no quote for %s', (_what, values, more, code) => {
    expect(playProgramme('tradeIn').play('quote', 'o1', values, more)).toBe(code)
  })
})
