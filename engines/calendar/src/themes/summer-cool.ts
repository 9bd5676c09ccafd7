import type { Theme } from './theme.ts'

export const SUMMER_COOL: Theme = {
  id: 'summerCool',
  kind: 'season',
  nameZh: '夏日清凉',
  nameEn: 'Cool summer',
  span: {
    from: { kind: 'solarTerm', term: 'grainBuds', offset: 0 },
    to: { kind: 'solarTerm', term: 'heatEnds', offset: 0 },
  },
  needs: [
    { category: '服饰', needZh: '防晒与薄款', needEn: 'sun protection and light clothes' },
    { category: '家电', needZh: '降温电器', needEn: 'cooling appliances' },
    { category: '食品', needZh: '冷饮与解暑', needEn: 'cold drinks' },
    { category: '美妆', needZh: '防晒与清爽', needEn: 'sun care' },
  ],
  mechanics: [
    { id: 'spendAndSave', textZh: '清凉好物满减', textEn: 'spend and save on summer goods' },
    { id: 'timeLimitedDiscount', textZh: '午后限时折扣', textEn: 'afternoon discount for a limited time' },
  ],
  memberExtras: [{ textZh: '会员双倍积分', textEn: 'double points for members' }],
  blocks: ['flashSale', 'draw'],
  source: 'D0',
}
