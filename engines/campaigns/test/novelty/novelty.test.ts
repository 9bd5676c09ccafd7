import { describe, expect, it } from 'vitest'
import { type CampaignFace, checkNovelty, likenessOf, suggestGameplay, TONE_FAMILIES } from '../../src/index.ts'

const LAST: CampaignFace = {
  id: 'd11-2025',
  name: '双11 2025',
  mechanics: ['crossShop', 'presale', 'shopCoupon'],
  itemIds: ['cream', 'serum', 'mask', 'lotion'],
  blocks: ['countdown', 'couponWall', 'hotList'],
  copy: '年度最大力度，双11 全场跨店满减，爆款低至五折，买一送一。',
}
const NEW: CampaignFace = {
  id: 'spring-2026',
  name: '春日新生',
  mechanics: ['memberPrice', 'blindBox'],
  itemIds: ['sunscreen', 'mist'],
  blocks: ['story', 'lookbook'],
  copy: '把春天穿在身上：会员开盲盒，抽一份踏青好礼。',
}

describe('the novelty check', () => {
  it('[P3.27] a clone scores the threshold or more, a distinct plan below it', () => {
    const clone = {
      ...LAST,
      id: 'd11-2026',
      name: '双11 2026',
      copy: '年度最大力度！双11 全场跨店满减，爆款低至 5 折，买一送一',
    }
    expect(checkNovelty(clone, [LAST, NEW])).toMatchObject({
      isCloned: true,
      alike: [{ id: 'd11-2025' }, { id: 'spring-2026' }],
    })
    expect(checkNovelty(NEW, [LAST])).toMatchObject({ isCloned: false })
    expect(checkNovelty(NEW, [LAST]).alike[0]?.score).toBeLessThan(0.2)
  })

  it('[P3.27] the same campaign scores exactly 1, whichever of the two is asked', () => {
    expect(likenessOf(LAST, LAST).score).toBe(1)
    expect(likenessOf(LAST, NEW).score).toBe(likenessOf(NEW, LAST).score)
  })

  it.each([
    ['new goods alone do not make it new', { itemIds: ['sunscreen'] }, 0.75],
    ['new words alone do not either', { copy: NEW.copy }, 0.75],
    ['new gameplay takes it well below', { mechanics: ['blindBox'] }, 0.65],
  ] as const)('[P3.27] %s', (_what, more, about) =>
    expect(likenessOf({ ...LAST, ...more }, LAST).score).toBeCloseTo(about, 1),
  )

  it('what neither of the two has is not counted', () => {
    const bare = { ...LAST, blocks: [], copy: '' }
    expect(likenessOf(bare, { ...LAST, blocks: [], copy: '' }).parts).toMatchObject({ page: null, copy: null })
    expect(likenessOf(bare, { ...LAST, blocks: [], copy: '' }).score).toBe(1)
  })

  it('with nothing to compare with there is no clone', () =>
    expect(checkNovelty(NEW, [])).toMatchObject({ isCloned: false, alike: [] }))

  it('[P3.27] suggested gameplay was not used yet and suits the brand', () => {
    const used = [...LAST.mechanics, 'buyAndGift']
    const suggested = suggestGameplay(used, 'premium')
    expect(suggested).toHaveLength(5)
    for (const { preset, family } of suggested) {
      expect(used).not.toContain(preset)
      expect(TONE_FAMILIES.premium).toContain(family)
    }
  })
})
