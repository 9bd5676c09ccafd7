import { inTexts } from '../../in-texts.ts'
import { defineRule } from '../../rule.ts'

const PLATFORM_VIEW =
  /商家(?:清退|淘汰|退出|留存率?|流失)|入驻商家|招商(?:数量|目标|入驻)|平台(?:gmv|成交额|商家数)|全平台(?:商家|成交)/i
const SHOP_VIEW = /本店|我店|店铺|旗舰店|本品牌|我们品牌|竞品|竞店/

/** Market share and merchant exit belong to a platform, the own shop and competitors to a brand (X15). */
export const viewMixed = defineRule({
  id: 'view-mixed',
  level: 'warning',
  rows: ['X15', 'P16.05', 'P16.10'],
  find: (view) =>
    inTexts(
      view,
      (text) => {
        const platform = PLATFORM_VIEW.exec(text)?.[0]
        const shop = SHOP_VIEW.exec(text)?.[0]
        return platform && shop ? [{ platform, shop }] : []
      },
      ({ kind }) => kind === 'chapter',
    ),
  messageZh: (f) => `同一章里混用平台口径（${f.platform}）与本店口径（${f.shop}）`,
  messageEn: (f) => `One chapter speaks for the platform (${f.platform}) and for the shop (${f.shop})`,
  suggestionZh: '每个指标写明范围：全平台、类目还是本店',
  suggestionEn: 'Give every metric its scope: platform, category or this shop',
})
