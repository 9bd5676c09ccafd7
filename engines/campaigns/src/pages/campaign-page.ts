import type { CampaignPhase } from '../phases/phase.ts'
import type { Done } from '../reason.ts'

/** The pages that a campaign needs (P3.23). Source: D2 (框架、主图风格、二级页、预热、开始、结束、海报、关联), D4; `emergency` of P15.01. */
export const CAMPAIGN_PAGE_KINDS = [
  'framework',
  'homeStyle',
  'hero',
  'secondary',
  'preheat',
  'start',
  'after',
  'poster',
  'relatedItems',
  'brandCulture',
  'emergency',
] as const
export type CampaignPageKind = (typeof CAMPAIGN_PAGE_KINDS)[number]

export type PageTest = Done & { what: string; passed: boolean; note: string }

export type CampaignPage = {
  title: string
  kind: CampaignPageKind
  phase: CampaignPhase
  owner: string
  brief: string
  blocks: readonly string[]
  releaseFrom: string
  releaseUntil: string
  proof: (Done & { link: string }) | null
  tests: readonly PageTest[]
  released: Done | null
  retired: Done | null
}

/** Where a page stands on its way. `testing`: a proof without a passed test, or with a failed one since. */
export const PAGE_STAGES = ['brief', 'design', 'testing', 'ready', 'released', 'retired'] as const
export type PageStage = (typeof PAGE_STAGES)[number]

/** Tests of the proof as it is now; what was tested before is another page. */
export const testsOfProof = ({ proof, tests }: CampaignPage): PageTest[] =>
  proof ? tests.filter(({ at }) => Date.parse(at) >= Date.parse(proof.at)) : []

/** Each thing that was tested counts by its newest result. */
function passesAll(tests: readonly PageTest[]): boolean {
  const newest = new Map<string, boolean>()
  for (const { what, passed } of tests) newest.set(what, passed)
  return newest.size > 0 && [...newest.values()].every((passed) => passed)
}

export function pageStage(page: CampaignPage): PageStage {
  if (page.retired) return 'retired'
  if (page.released) return 'released'
  if (page.proof) return passesAll(testsOfProof(page)) ? 'ready' : 'testing'
  return page.brief === '' ? 'brief' : 'design'
}
