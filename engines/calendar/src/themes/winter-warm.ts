import type { Theme } from './theme.ts'

export const WINTER_WARM: Theme = {
  id: 'winterWarm',
  kind: 'season',
  nameZh: '秋冬保暖',
  nameEn: 'Warm autumn and winter',
  span: {
    from: { kind: 'solarTerm', term: 'coldDew', offset: 0 },
    to: { kind: 'solarTerm', term: 'winterSolstice', offset: 0 },
  },
  needs: [
    { category: '服饰', needZh: '保暖外套', needEn: 'warm coats' },
    { category: '家居', needZh: '被褥与取暖', needEn: 'bedding and heating' },
    { category: '食品', needZh: '滋补与囤货', needEn: 'nourishing food and stocking up' },
    { category: '美妆', needZh: '滋润护肤', needEn: 'rich skin care' },
  ],
  mechanics: [
    { id: 'spendAndSave', textZh: '保暖套装满减', textEn: 'spend and save on warm sets' },
    { id: 'gift', textZh: '满额赠暖手礼', textEn: 'a warming gift above an amount' },
  ],
  memberExtras: [{ textZh: '会员专享赠品', textEn: 'a gift for members' }],
  blocks: ['flashSale', 'draw', 'kolLive'],
  source: 'D0',
}
