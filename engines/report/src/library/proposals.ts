import { type Figure, figure, type Language } from '../document.ts'
import type { CampaignResultFact, ChannelFact, ProposalFact } from './facts.ts'

type Given = {
  /** With the budget of the coming quarter; null where none is planned. */
  channels: readonly (ChannelFact & { next: Figure })[]
  campaigns: readonly CampaignResultFact[]
  /** Repurchase of the whole shop, which a campaign worth copying is above. */
  shopRepurchase: Figure
  next: { from: string; last: string }
  language: Language
}

function reduce({ channels, language }: Given): ProposalFact[] {
  return channels
    .filter(({ verdict, floor }) => verdict === 'cut' && floor !== null && floor > 0)
    .map(({ channel, roi, floor, next, spend }) => {
      const before = next.value === null ? spend : next
      const kept = Math.min(1, (roi.value ?? 0) / (floor ?? 1))
      return {
        id: `reduce/${channel}`,
        kind: 'reduce' as const,
        subject: channel,
        reason:
          language === 'zh'
            ? `产出不到规则，按 产出 ÷ 规则 缩减${next.value === null ? '（下季没有预算，按已花计）' : ''}`
            : `returns less than the rule; kept in proportion${next.value === null ? ' (no budget next quarter: of what was spent)' : ''}`,
        evidence: roi,
        limit: figure(floor, 'multiple', roi.ref),
        before,
        after: figure(before.value === null ? null : Math.round(before.value * kept), 'money', before.ref),
      }
    })
}

/** Met its target and brought buyers who came back more often than the shop's. */
function copy({ campaigns, shopRepurchase, next, language }: Given): ProposalFact[] {
  const floor = shopRepurchase.value
  if (floor === null) return []
  return campaigns
    .filter(({ paid, target, repurchase }) => {
      const met = target.value === null || (paid.value ?? 0) >= target.value
      return met && (repurchase.value ?? 0) > floor && (paid.value ?? 0) > 0
    })
    .map(({ id, name, from, to, mechanics, repurchase, paid }) => ({
      id: `copy/${id}`,
      kind: 'copy' as const,
      subject: name,
      reason:
        language === 'zh'
          ? `${from}–${to} 的玩法（${mechanics.join('、') || '未登记'}）放到 ${next.from}–${next.last}；节点与季节不同，先小范围试`
          : `Its mechanics (${mechanics.join(', ') || 'not recorded'}) of ${from}–${to} in ${next.from}–${next.last}; season and occasion differ, try it small first`,
      evidence: repurchase,
      limit: shopRepurchase,
      before: figure(0, 'money', paid.ref),
      after: paid,
    }))
}

/**
 * What the figures ask to change in the coming quarter: channels below the plan's rule reduced in proportion, campaigns whose buyers
 * came back more often copied (P14.07, P10.17). Shape: each with its evidence and limit; empty where nothing has to change.
 */
export const proposalsOf = (given: Given): ProposalFact[] => [...reduce(given), ...copy(given)]
