import type { BusinessDay } from '@zhanggui/kernel'
import type { Occasion } from '../occasions/occasion.ts'

/** Activities that an occasion is put together from, with the team that prepares each. */
export const BUILDING_BLOCKS = [
  { id: 'flashSale', nameZh: '限时秒杀', nameEn: 'Flash sale', on: 'burst', team: 'operations' },
  { id: 'draw', nameZh: '会员抽奖', nameEn: 'Member draw', on: 'preheat', team: 'members' },
  { id: 'kolLive', nameZh: '达人直播', nameEn: 'KOL live session', on: 'mainDay', team: 'content' },
  { id: 'memberUpgrade', nameZh: '会员升级', nameEn: 'Member upgrade', on: 'burst', team: 'members' },
  { id: 'makerLive', nameZh: '匠人探访直播', nameEn: 'Live visit to the makers', on: 'mainDay', team: 'content' },
  { id: 'oldForNew', nameZh: '以旧换新', nameEn: 'Trade-in', on: 'burst', team: 'operations' },
  {
    id: 'themedLive',
    nameZh: '兴趣社群主题直播',
    nameEn: 'Themed live for an interest group',
    on: 'preheat',
    team: 'content',
  },
] as const
export type BlockId = (typeof BUILDING_BLOCKS)[number]['id']

/** Source: D0, the building blocks of a rule-defined occasion such as the anniversary. */
export const ANNIVERSARY_BLOCKS: readonly BlockId[] = ['draw', 'flashSale', 'kolLive', 'memberUpgrade']

/** What an own occasion of a shop is usually made of; the anniversary adds the member upgrade. Source: D0. */
export const OCCASION_BLOCKS: readonly BlockId[] = ['draw', 'flashSale', 'kolLive']

export type DatedBlock = { id: BlockId; nameZh: string; nameEn: string; from: BusinessDay; to: BusinessDay }

function spanOf(occasion: Occasion, on: 'preheat' | 'burst' | 'mainDay'): { from: BusinessDay; to: BusinessDay } {
  const phase = occasion.phases.find((p) =>
    on === 'mainDay' ? p.from <= occasion.mainDay && occasion.mainDay < p.to : p.phase === on,
  )
  return phase ?? { from: occasion.from, to: occasion.to }
}

/** An occasion's blocks on its own days: draws run in the pre-heat, flash sales in the burst, a live session on the main day. */
export function placeBlocks(occasion: Occasion, ids: readonly BlockId[]): DatedBlock[] {
  return BUILDING_BLOCKS.filter(({ id }) => ids.includes(id)).map(({ id, nameZh, nameEn, on }) => ({
    id,
    nameZh,
    nameEn,
    ...(({ from, to }) => ({ from, to }))(spanOf(occasion, on)),
  }))
}
