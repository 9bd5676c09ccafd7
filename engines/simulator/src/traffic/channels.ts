export type ChannelKind = 'free' | 'paid' | 'commission' | 'own'

/**
 * A way into the shop. `visitsPerDay` is for an ordinary day at scale 1 (paid channels get theirs from the advertising
 * model), `orderRate` the chance that a prospect's visit on the app orders at the usual price, `extraViews` the mean number
 * of further listings looked at, `pull` how strongly it follows the campaigns (exponent of the day's traffic factor).
 */
export type Channel = {
  name: string
  kind: ChannelKind
  visitsPerDay: number
  orderRate: number
  extraViews: number
  pull: number
  /** Paid to creators and affiliates, basis points of what was paid and kept. */
  affiliateBp: number
}

const channel = (
  name: string,
  kind: ChannelKind,
  [visitsPerDay, orderRate, extraViews, pull, affiliateBp]: readonly [number, number, number, number, number],
): Channel => ({ name, kind, visitsPerDay, orderRate, extraViews, pull, affiliateBp })

export const CHANNELS: readonly Channel[] = [
  channel('搜索', 'free', [265, 0.026, 0.9, 1, 0]),
  channel('推荐', 'free', [140, 0.013, 0.7, 0.9, 0]),
  channel('直播', 'commission', [50, 0.034, 0.5, 1.1, 1500]),
  channel('短视频', 'free', [65, 0.009, 0.4, 0.8, 0]),
  channel('淘宝客', 'commission', [35, 0.039, 0.4, 1, 800]),
  channel('站外', 'free', [32, 0.008, 0.4, 0.7, 0]),
  channel('会场', 'free', [12, 0.021, 0.8, 1.9, 0]),
  channel('直通车', 'paid', [0, 0.024, 0.8, 1, 0]),
  channel('万相台', 'paid', [0, 0.017, 0.7, 1, 0]),
  channel('引力魔方', 'paid', [0, 0.012, 0.6, 1, 0]),
  channel('我的淘宝', 'own', [0, 0, 0.8, 1, 0]),
  channel('私域', 'own', [0, 0, 0.8, 1, 0]),
  channel('购物车', 'own', [0, 0, 0.8, 1, 0]),
  channel('店铺收藏', 'own', [0, 0, 0.8, 1, 0]),
]

/** How customers come back by themselves: by a look at what they bought, a message of the shop's, a filled cart, a favourite. */
export const OWN_CHANNEL_SHARES: Readonly<Record<string, number>> = {
  我的淘宝: 0.32,
  私域: 0.28,
  购物车: 0.25,
  店铺收藏: 0.15,
}

export const channelIndex = (name: string): number => CHANNELS.findIndex((c) => c.name === name)
