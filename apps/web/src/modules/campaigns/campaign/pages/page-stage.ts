import type { CampaignPage } from '@zhanggui/contract'

export type PageStage = 'brief' | 'design' | 'testing' | 'ready' | 'released' | 'retired'

/** Where a page stands on its way; the newest result of each thing tested counts, and only for the proof as it is now. */
export function pageStage({ brief, proof, tests, released, retired }: CampaignPage): PageStage {
  if (retired) return 'retired'
  if (released) return 'released'
  if (!proof) return brief === '' ? 'brief' : 'design'
  const newest = new Map(tests.filter(({ at }) => at >= proof.at).map(({ what, passed }) => [what, passed]))
  return newest.size > 0 && [...newest.values()].every(Boolean) ? 'ready' : 'testing'
}
