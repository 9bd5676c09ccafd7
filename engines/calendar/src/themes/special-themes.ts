import type { Theme } from './theme.ts'

/** 非遗文创节: D3 files it under April–June without a date; the heritage day itself lies inside 618, so ours is Grain Rain week. */
export const HERITAGE_FESTIVAL: Theme = {
  id: 'heritageFestival',
  kind: 'theme',
  nameZh: '非遗文创节',
  nameEn: 'Intangible-heritage culture festival',
  span: {
    from: { kind: 'solarTerm', term: 'grainRain', offset: 0 },
    to: { kind: 'solarTerm', term: 'grainRain', offset: 7 },
  },
  needs: [{ category: '文创', needZh: '非遗联名与手作', needEn: 'heritage crafts and joint designs' }],
  mechanics: [{ id: 'bundle', textZh: '匠人联名礼盒', textEn: 'gift boxes made with the craftsmen' }],
  memberExtras: [{ textZh: '会员限量编号款', textEn: 'numbered pieces for members' }],
  blocks: ['makerLive', 'themedLive'],
  source: 'D3',
}

/** 绿色消费周: no date in the source; ours is the week of the national ecology day, 15 August. */
export const GREEN_WEEK: Theme = {
  id: 'greenWeek',
  kind: 'theme',
  nameZh: '绿色消费周',
  nameEn: 'Green consumption week',
  span: { from: { kind: 'fixed', month: 8, day: 15 }, to: { kind: 'fixed', month: 8, day: 22 } },
  needs: [{ category: '家电', needZh: '节能与以旧换新', needEn: 'energy saving and trade-in' }],
  mechanics: [{ id: 'spendAndSave', textZh: '环保包装立减', textEn: 'a reduction for plain packaging' }],
  memberExtras: [{ textZh: '绿色积分', textEn: 'green points' }],
  blocks: ['oldForNew'],
  source: 'D3 D4',
}

/** 超级品牌日: the day is agreed with the platform for each brand, so it has none until the shop states it. */
export const SUPER_BRAND_DAY: Theme = {
  id: 'superBrandDay',
  kind: 'theme',
  nameZh: '超级品牌日',
  nameEn: 'Super Brand Day',
  span: null,
  needs: [],
  mechanics: [{ id: 'gift', textZh: '品牌日限定赠礼', textEn: 'gifts of the brand day only' }],
  memberExtras: [{ textZh: '会员提前购', textEn: 'members buy early' }],
  blocks: ['draw', 'kolLive', 'flashSale'],
  source: 'D3 D4',
}
