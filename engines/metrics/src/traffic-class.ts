/** Where visitors come from, in the classes that operators plan by. */
export const TRAFFIC_CLASSES = [
  { id: 'search', nameZh: '搜索', nameEn: 'Search', paid: false },
  { id: 'recommend', nameZh: '推荐', nameEn: 'Recommendation', paid: false },
  { id: 'content', nameZh: '内容', nameEn: 'Content', paid: false },
  { id: 'live', nameZh: '直播', nameEn: 'Live', paid: false },
  { id: 'activity', nameZh: '平台活动', nameEn: 'Platform events', paid: false },
  { id: 'private', nameZh: '私域', nameEn: 'Private domain', paid: false },
  { id: 'direct', nameZh: '自主访问', nameEn: 'Direct', paid: false },
  { id: 'offsite', nameZh: '站外', nameEn: 'Off-site', paid: false },
  { id: 'ads', nameZh: '付费推广', nameEn: 'Paid ads', paid: true },
  { id: 'other', nameZh: '其他', nameEn: 'Other', paid: false },
] as const
export type TrafficClassId = (typeof TRAFFIC_CLASSES)[number]['id']

/**
 * A channel as the shop lists it. `aliases` are its other names in reports. Null `class` and `paid` leave both to what is
 * known of the names.
 */
export type ShopChannel = {
  name: string
  aliases: readonly string[]
  class: TrafficClassId | null
  paid: boolean | null
}

const NAMES: Record<Exclude<TrafficClassId, 'other'>, string> = {
  search: '搜索 手淘搜索 淘宝搜索 天猫搜索 手猫搜索 拍立淘 search organic_search seo',
  recommend: '推荐 手淘推荐 首页推荐 猜你喜欢 购后推荐 手淘首页 recommend recommendation feed',
  content: '内容 短视频 逛逛 微淘 订阅 种草 光合 content video short_video kol koc creator',
  live: '直播 淘宝直播 店播 达播 live livestream',
  activity: '活动 聚划算 淘抢购 淘金币 天天特卖 百亿补贴 会场 品牌团 activity event campaign',
  private: '私域 会员 企业微信 微信群 粉丝群 短信 社群 private member sms wecom wechat email crm',
  direct: '直接访问 自主访问 我的淘宝 购物车 店铺收藏 收藏夹 direct cart favourites mytaobao',
  offsite: '站外 抖音 快手 小红书 微博 百度 知乎 b站 offsite douyin kuaishou xiaohongshu weibo baidu social referral',
  ads: '付费推广 付费 直通车 万相台 万相台无界 引力魔方 超级推荐 钻展 品销宝 超级钻展 淘宝客 阿里妈妈 ads ad paid cpc ztc display affiliate',
}

const KNOWN: ReadonlyMap<string, TrafficClassId> = new Map(
  Object.entries(NAMES).flatMap(([id, names]) => names.split(' ').map((name) => [name, id as TrafficClassId] as const)),
)

type Named = { name: string; channel: string; class: TrafficClassId; paid: boolean }

/** Every name of a shop's channel, with what the shop says of it, else what any of its names is known for. */
function namesOf(channel: ShopChannel): Named[] {
  const names = [channel.name, ...channel.aliases].map((n) => n.toLowerCase())
  const known = names.map((n) => KNOWN.get(n)).find((c) => c !== undefined)
  const kind = channel.class ?? known ?? 'other'
  const paid = channel.paid ?? kind === 'ads'
  return names.map((name) => ({ name, channel: channel.name, class: kind, paid }))
}

/** The bound lists behind `channelSql`, `trafficClassSql` and `paidTrafficSql`; a shop's own names come before known ones. */
export function channelParams(channels: readonly ShopChannel[]) {
  const own = channels.flatMap(namesOf)
  const known = [...KNOWN].map(([name, id]): Named => ({ name, channel: name, class: id, paid: id === 'ads' }))
  const all = [...new Map([...known, ...own].map((c) => [c.name, c])).values()]
  return {
    aliasNames: own.map((c) => c.name),
    aliasChannels: own.map((c) => c.channel),
    channelNames: all.map((c) => c.name),
    channelClasses: all.map((c) => c.class),
    paidChannels: all.filter((c) => c.paid).map((c) => c.name),
  }
}

const lower = (channel: string): string => `toString(lower(${channel}))`

/** The channel as the shop calls it: an alias stands for its channel, so that one channel is one line in every figure. */
export const channelSql = (channel: string): string =>
  `if(has({aliasNames:Array(String)}, ${lower(channel)}), arrayElement({aliasChannels:Array(String)}, indexOf({aliasNames:Array(String)}, ${lower(channel)})), toString(${channel}))`

/** A channel's class in SQL; empty for an unknown channel, `other` for a name nobody has classed. */
export const trafficClassSql = (channel: string): string =>
  `if(${channel} = '', '', transform(${lower(channel)}, {channelNames:Array(String)}, {channelClasses:Array(String)}, 'other'))`

/** `paid`, `free`, or empty for an unknown channel. */
export const paidTrafficSql = (channel: string): string =>
  `multiIf(${channel} = '', '', has({paidChannels:Array(String)}, ${lower(channel)}), 'paid', 'free')`
