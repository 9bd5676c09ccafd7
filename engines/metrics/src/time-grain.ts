/** How time is cut. Campaign days count from an occasion's main day: D-7, D0, D+3. */
export const TIME_GRAINS = [
  { id: 'minute', nameZh: '分钟', nameEn: 'Minute' },
  { id: 'hour', nameZh: '小时', nameEn: 'Hour' },
  { id: 'day', nameZh: '日', nameEn: 'Day' },
  { id: 'week', nameZh: '周', nameEn: 'Week' },
  { id: 'month', nameZh: '月', nameEn: 'Month' },
  { id: 'quarter', nameZh: '季', nameEn: 'Quarter' },
  { id: 'year', nameZh: '年', nameEn: 'Year' },
  { id: 'campaignDay', nameZh: '活动日', nameEn: 'Campaign day' },
] as const

export type TimeGrain = (typeof TIME_GRAINS)[number]['id']

export const isTimeGrain = (id: string): id is TimeGrain => TIME_GRAINS.some((g) => g.id === id)

/** Hours and minutes need instants; a source that knows days only cannot answer them. */
export const needsInstant = (grain: TimeGrain): boolean => grain === 'minute' || grain === 'hour'
