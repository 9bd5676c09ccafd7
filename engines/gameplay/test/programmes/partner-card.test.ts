import { describe, expect, it } from 'vitest'
import { inDays, playProgramme } from './play-programme.ts'

const TERMS = {
  partners: [
    { partner: 'cafe', name: '街角咖啡' },
    { partner: 'gym', name: '动力健身' },
  ],
  benefits: [
    { benefit: 'latte', name: '拿铁', owner: 'cafe', priceCents: 1200, perMemberMax: 2 },
    { benefit: 'class', name: '体验课', owner: 'gym', priceCents: 5000, perMemberMax: 1 },
    { benefit: 'sample', name: '小样', owner: 'shop', priceCents: 500, perMemberMax: 1 },
  ],
}

describe('partners', () => {
  it('[P6.27] each side owes for what its members used; shop and partners together come to nothing', () => {
    const shop = playProgramme('partnerCard', TERMS)
    shop.play('issueCard', 'ours', { memberOf: 'shop' })
    shop.play('issueCard', 'theirs', { memberOf: 'cafe' })
    shop.play('useBenefit', 'ours', { benefit: 'latte', isNewCustomer: true })
    shop.play('useBenefit', 'ours', { benefit: 'latte', isNewCustomer: true })
    shop.play('useBenefit', 'theirs', { benefit: 'sample' }, { buyer: { isNew: true } })
    shop.play('useBenefit', 'theirs', { benefit: 'class', isNewCustomer: false })
    expect(shop.balances()).toEqual({
      cost: 2400,
      income: -500,
      'payable/cafe': -2400 + 500 + 5000,
      'payable/gym': -5000,
    })
    expect(shop.facts()).toMatchObject({ 本店新客: 1, 街角咖啡新客: 1, 动力健身新客: 0, 已用权益: 4 })
  })

  it('[P6.27] a use that is reversed owes nothing, counts nobody and may be used again; a second time it is refused', () => {
    const shop = playProgramme('partnerCard', TERMS)
    shop.play('issueCard', 'ours')
    shop.play('useBenefit', 'ours', { benefit: 'class', isNewCustomer: true })
    expect(shop.play('useBenefit', 'ours', { benefit: 'class' })).toBe('buyer_limit')
    expect(shop.play('reverseUse', 'ours', { use: 1 })).toBe('ok')
    expect(shop.play('reverseUse', 'ours', { use: 1 })).toBe('wrong_state')
    expect(shop.balances()).toEqual({ cost: 0, 'payable/gym': 0 })
    expect(shop.facts()).toMatchObject({ 动力健身新客: 0, 已用权益: 0 })
    expect(shop.play('useBenefit', 'ours', { benefit: 'class' })).toBe('ok')
  })

  it.each([
    ['a benefit of the own side', { benefit: 'sample' }, {}, 'not_taking_part'],
    ['a benefit that is not published', { benefit: 'car' }, {}, 'unknown_choice'],
    ['a day after the last', { benefit: 'latte' }, { day: inDays(181) }, 'over'],
  ])('no use of %s', (_what, values, more, code) => {
    const shop = playProgramme('partnerCard', TERMS)
    shop.play('issueCard', 'ours')
    expect(shop.play('useBenefit', 'ours', values, more)).toBe(code)
  })

  it('benefits of partners that are not there, and ids that stand twice, are problems of the terms', () => {
    const benefits = [...TERMS.benefits, { ...TERMS.benefits[0], owner: 'nobody' }]
    expect(playProgramme('partnerCard', { ...TERMS, benefits }).problems()).toEqual(['twice', 'unknown_partner'])
  })
})
