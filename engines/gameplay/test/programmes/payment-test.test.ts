import { createRng } from '@zhanggui/kernel'
import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

describe('payment test', () => {
  it('[P6.30] the fee of instalments is a cost in the margin: 400.00 in 3 parts at 1.8 % leaves 160.00 − 7.20', () => {
    const shop = playProgramme('paymentTest', { heldBp: 500, marginBp: 4000 })
    expect(shop.play('arrive', 'c0', { amountCents: 40_000 })).toBe('ok')
    expect(shop.play('pay', 'c0', { times: 3 })).toBe('ok')
    expect(shop.facts()).toMatchObject({
      商家承担费用: 720,
      '实验组每次结账毛利（已扣费用）': 15_280,
      用了该支付方式: 1,
    })
    expect(shop.balances()).toEqual({ paymentFee: 720, 'payable/provider': -720 })
    expect(shop.play('giveBack', 'c0')).toBe('ok')
    expect(shop.facts()).toMatchObject({ 商家承担费用: 0, '实验组每次结账毛利（已扣费用）': 0, 实验组付款率: 10_000 })
    expect(shop.balances()).toEqual({ paymentFee: 0, 'payable/provider': 0 })
  })

  it('[P6.30] A/B on the payment step: what the offer saves from being given up is found, and what it costs stands beside it', () => {
    const shop = playProgramme('paymentTest', { heldBp: 5000 })
    const rng = createRng('abandonment')
    for (let i = 0; i < 2400; i++) {
      const id = `c${i}`
      shop.play('arrive', id, { amountCents: 30_000 })
      const isShown = (shop.state(id) as { arm: string }).arm === 'treated'
      // Planted: 60 in 100 pay, 70 where it is shown, and half of those use it.
      if (rng.next() < (isShown ? 0.7 : 0.6)) shop.play('pay', id, { times: isShown && rng.next() < 0.5 ? 6 : 0 })
    }
    shop.tick(inDays(1))
    const facts = shop.facts()
    const note = (shop.notes().付款率差 ?? '').replace('95%', '').replaceAll('−', '-')
    const [low = 0, high = 0] = (note.match(/-?[\d.]+/g) ?? []).map(Number)
    expect([low > 0, low <= 10, high >= 10]).toEqual([true, true, true])
    const treated = Number(facts['实验组每次结账毛利（已扣费用）'])
    const paidShare = Number(facts.实验组付款率) / 10_000
    const feesEach = Number(facts.商家承担费用) / Number(facts.展示该支付方式)
    expect(Math.abs(treated - (paidShare * 12_000 - feesEach))).toBeLessThan(2)
    const statuses = Array.from({ length: 2400 }, (_, i) => shop.status(`c${i}`))
    expect(statuses).not.toContain('open')
    expect(statuses.filter((status) => status === 'abandoned').length).toBeGreaterThan(700)
  })

  it.each([
    ['an amount below the bounds', { amountCents: 9999 }, { buyer: { tier: 2 } }, 'amount_not_allowed'],
    ['an amount above them', { amountCents: 1_000_001 }, { buyer: { tier: 2 } }, 'amount_not_allowed'],
    ['a level below the published one', {}, { buyer: { tier: 1 } }, 'tier_too_low'],
    ['a second time', {}, { buyer: { cases: 1, tier: 2 } }, 'buyer_limit'],
  ])('[P6.30] eligibility: %s is refused in both groups alike', (_what, values, more, code) => {
    expect(playProgramme('paymentTest', { tierMin: 2 }).play('arrive', 'c', values, more)).toBe(code)
  })

  it('[P6.30] who was not shown the offer cannot use it, and a number of instalments without a rate is refused', () => {
    const shop = playProgramme('paymentTest', { heldBp: 9000 })
    const ids = Array.from({ length: 60 }, (_, i) => `c${i}`)
    for (const id of ids) shop.play('arrive', id)
    const codes = ids.map((id) => shop.play('pay', id, { times: 3 }))
    expect(codes).toContain('unknown_choice')
    expect(codes.filter((code) => code === 'ok').length).toBe(Number(shop.facts().展示该支付方式))
    expect(playProgramme('paymentTest', { heldBp: 500 }).play('arrive', 'c0')).toBe('ok')
  })

  it.each([
    ['pay later in parts', { offer: 'payLater', rates: [{ times: 3, feeBp: 100 }] }, 'pays_at_once'],
    ['one instalment', { rates: [{ times: 1, feeBp: 100 }] }, 'no_instalments'],
    [
      'two rates for one number',
      {
        rates: [
          { times: 3, feeBp: 100 },
          { times: 3, feeBp: 200 },
        ],
      },
      'twice',
    ],
  ])('%s is refused at definition', (_what, terms, code) => {
    expect(playProgramme('paymentTest', terms).problems()).toEqual([code])
  })
})
