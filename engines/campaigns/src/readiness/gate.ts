import type { CampaignPlace, CampaignState } from '../states/campaign-state.ts'
import type { CampaignFacts } from './campaign-facts.ts'
import { AFTER_SALE, REVIEW, RUN_SHEET } from './checks/after-checks.ts'
import { LOAD_TEST, PLANS_B, ROTA, STOCK_COUNT } from './checks/attestation-checks.ts'
import { DRILLS, PAGES, RULES, TASKS, TRAINING } from './checks/phase-checks.ts'
import { CLASHES, CONTENT, SCHEDULE, WORK } from './checks/plan-checks.ts'
import { SIGNATURES } from './checks/signature-check.ts'
import { type CheckDeclaration, type EntryCheck, runCheck } from './entry-check.ts'

const READINESS = [TASKS, STOCK_COUNT, TRAINING, LOAD_TEST, PAGES, RULES, ROTA, PLANS_B, DRILLS]

/** What is asked before each state is entered (P3.15, P15.10), in the order of a page. */
export const ENTRY_CHECKS: Readonly<Record<CampaignState, readonly CheckDeclaration[]>> = {
  draft: [],
  approved: [CONTENT, SCHEDULE, WORK, CLASHES],
  reservoir: [TASKS],
  preheat: [...READINESS, SIGNATURES],
  burst: [...READINESS, SIGNATURES],
  closing: [RUN_SHEET],
  longTail: [TASKS, AFTER_SALE],
  review: [TASKS],
  archived: [TASKS, REVIEW],
}

/** Every check before a place, green or red; one red item blocks. */
export const entryChecks = (facts: CampaignFacts, place: CampaignPlace): EntryCheck[] =>
  ENTRY_CHECKS[place.state].map((check) => runCheck(check, facts, place))

/** What keeps a team from saying go: every red item but the missing names themselves. */
export const blockersOfGo = (facts: CampaignFacts, place: CampaignPlace): EntryCheck[] =>
  entryChecks(facts, place).filter(({ id, state }) => state === 'red' && id !== SIGNATURES.id)
