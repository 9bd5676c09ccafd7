/**
 * What budgets are spent on, as plans of the trade name it, and what is part of what. Written as data so that a shop can add its
 * own; `aliases` are other spellings found in plan files.
 */
export type BudgetChannel = {
  id: string
  nameZh: string
  nameEn: string
  /** The wider channel it belongs to. */
  partOf: string | null
  kind: 'spend' | 'subsidy' | 'reserve'
  /** Outside the platform: its prices rise on their own (P4.18). */
  offSite: boolean
  aliases: readonly string[]
}

const channel = (
  id: string,
  nameZh: string,
  nameEn: string,
  given: Partial<Omit<BudgetChannel, 'id' | 'nameZh' | 'nameEn'>> = {},
): BudgetChannel => ({ id, nameZh, nameEn, partOf: null, kind: 'spend', offSite: false, aliases: [], ...given })

export const BUDGET_CHANNELS: readonly BudgetChannel[] = [
  channel('traffic', '流量', 'Traffic', { aliases: ['流量投放', '推广', '流量推广', '广告', '广告投放', 'ads'] }),
  channel('publicDomain', '公域', 'Public domain', { partOf: 'traffic', aliases: ['公域流量', '公域投放'] }),
  channel('privateDomain', '私域', 'Private domain', { partOf: 'traffic', aliases: ['私域流量', '私域运营'] }),
  channel('keyword', '关键词推广', 'Keyword ads', {
    partOf: 'traffic',
    aliases: ['直通车', '搜索推广', '关键词', '搜索', 'keyword', 'search ads'],
  }),
  channel('feed', '人群推广', 'Audience ads', {
    partOf: 'traffic',
    aliases: ['万相台', '引力魔方', '钻展', '信息流', '超级推荐', '人群'],
  }),
  channel('brandZone', '品销宝', 'Brand zone', { partOf: 'traffic', aliases: ['品牌专区', '明星店铺'] }),
  channel('affiliate', '淘宝客', 'Affiliates', { partOf: 'traffic', aliases: ['淘客', '阿里妈妈联盟', 'affiliate'] }),
  channel('offSite', '站外引流', 'Off-site traffic', {
    partOf: 'traffic',
    offSite: true,
    aliases: ['站外', '站外推广', '外部流量', 'off-site'],
  }),
  channel('kol', 'KOL 种草', 'KOL seeding', { partOf: 'traffic', offSite: true, aliases: ['kol', '红人', '头部达人'] }),
  channel('content', '内容', 'Content', { aliases: ['内容营销', '内容制作'] }),
  channel('shortVideo', '短视频', 'Short video', { partOf: 'content', aliases: ['视频', 'video'] }),
  channel('graphics', '图文', 'Graphics', { partOf: 'content', aliases: ['图文内容', '素材', '图片'] }),
  channel('live', '直播', 'Live', { partOf: 'content', aliases: ['店播', '自播', 'live'] }),
  channel('creators', '达人合作', 'Creators', { offSite: true, aliases: ['达人', '达人投放', '创作者', 'creators'] }),
  channel('koc', 'KOC 种草', 'KOC seeding', { partOf: 'creators', offSite: true, aliases: ['koc', '素人种草'] }),
  channel('technology', '技术', 'Technology', { aliases: ['技术与工具', '技术支持', '系统', '数据工具'] }),
  channel('coupons', '优惠券', 'Coupons', {
    kind: 'subsidy',
    aliases: ['优惠券补贴', '券', '红包', '满减', '补贴', 'coupon'],
  }),
  channel('gifts', '赠品', 'Gifts', { kind: 'subsidy', aliases: ['礼品', 'gift'] }),
  channel('points', '积分', 'Points', { kind: 'subsidy', aliases: ['积分兑换', 'points'] }),
  channel('rebateCards', '返利卡', 'Rebate cards', { kind: 'subsidy', aliases: ['返现卡', '购物返卡'] }),
  channel('fissionPackets', '裂变红包', 'Fission packets', { kind: 'subsidy', aliases: ['分享红包', '膨胀红包'] }),
  channel('reserve', '备用金', 'Reserve', {
    kind: 'reserve',
    aliases: ['应急', '应急备用', '备用', '预备金', '机动', '机动费用', '风险准备', 'reserve', 'contingency'],
  }),
]

const BY_ID: ReadonlyMap<string, BudgetChannel> = new Map(BUDGET_CHANNELS.map((c) => [c.id, c]))

export const findChannel = (id: string): BudgetChannel | undefined => BY_ID.get(id)

/** The channel and every wider one, narrowest first. @example wideningChannels('koc') // ['koc', 'creators'] */
export function wideningChannels(id: string): string[] {
  const chain: string[] = []
  for (let at: string | null = id; at !== null && !chain.includes(at); at = BY_ID.get(at)?.partOf ?? null)
    chain.push(at)
  return chain
}

const plain = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s、，,·/&]+/g, '')

const NAMES: ReadonlyMap<string, string> = new Map(
  BUDGET_CHANNELS.flatMap((c) => [c.id, c.nameZh, c.nameEn, ...c.aliases].map((name) => [plain(name), c.id] as const)),
)

/** The channel that a plan's words mean: exactly one of its names, else the longest name that the words contain. */
export function channelNamed(words: string): BudgetChannel | null {
  const text = plain(words)
  const exact = NAMES.get(text)
  if (exact) return BY_ID.get(exact) ?? null
  const within = [...NAMES].filter(([name]) => name.length >= 2 && text.includes(name))
  const [longest] = within.sort(([a], [b]) => b.length - a.length)
  return longest ? (BY_ID.get(longest[1]) ?? null) : null
}
