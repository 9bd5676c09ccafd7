/** The phases of a campaign in time order: 蓄水, 预热, 爆发, 收尾, 长尾, 复盘. */
export const CAMPAIGN_PHASES = ['reservoir', 'preheat', 'burst', 'closing', 'longTail', 'review'] as const
export type CampaignPhase = (typeof CAMPAIGN_PHASES)[number]
