const NAMES: Readonly<Record<string, readonly [zh: string, en: string]>> = {
  search: ['搜索', 'search'],
  live: ['直播', 'live'],
  'short-video': ['短视频', 'short video'],
  sms: ['短信', 'SMS'],
  wecom: ['企业微信', 'WeCom'],
}

/** Channels that the templates of campaigns name by an id, in words; one that the shop wrote itself names itself. */
export const channelNames = (ids: readonly string[], language: 'zh' | 'en'): string[] =>
  ids.map((id) => NAMES[id]?.[language === 'zh' ? 0 : 1] ?? id)
