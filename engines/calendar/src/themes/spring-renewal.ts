import type { Theme } from './theme.ts'

export const SPRING_RENEWAL: Theme = {
  id: 'springRenewal',
  kind: 'season',
  nameZh: '春季焕新',
  nameEn: 'Spring renewal',
  span: {
    from: { kind: 'solarTerm', term: 'rainWater', offset: 0 },
    to: { kind: 'solarTerm', term: 'summerBegins', offset: 0 },
  },
  needs: [
    { category: '服饰', needZh: '换季春装', needEn: 'clothes for the new season' },
    { category: '户外', needZh: '踏青露营', needEn: 'spring outings' },
    { category: '家居', needZh: '大扫除与焕新', needEn: 'spring cleaning' },
    { category: '美妆', needZh: '换季护肤', needEn: 'skin care for the change of season' },
  ],
  mechanics: [
    { id: 'timeLimitedDiscount', textZh: '新品限时折扣', textEn: 'new arrivals at a discount for a limited time' },
    { id: 'bundle', textZh: '春装套装', textEn: 'spring sets' },
  ],
  memberExtras: [{ textZh: '会员新品优先购', textEn: 'members buy new arrivals first' }],
  blocks: ['flashSale', 'themedLive'],
  source: 'D0 D3',
}
