import type { Language, Text } from '../../../../locale/strings.ts'

/** The channels that the templates of campaigns name. */
const NAMES: Readonly<Record<string, Text>> = {
  search: { zh: '搜索', en: 'Search' },
  live: { zh: '直播', en: 'Live streams' },
  'short-video': { zh: '短视频', en: 'Short videos' },
  sms: { zh: '短信', en: 'SMS' },
  wecom: { zh: '企业微信', en: 'WeCom' },
}

/** A channel of a campaign for people; what somebody typed stands as it was typed. */
export const channelName = (channel: string, language: Language): string => NAMES[channel]?.[language] ?? channel
