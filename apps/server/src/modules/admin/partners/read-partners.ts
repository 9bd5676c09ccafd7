import { proposeRenewal } from '@zhanggui/campaigns'
import type { PartnerDetail, PartnerSummary, PartnerWorkspace, Store } from '@zhanggui/contract'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { readAllRows } from '../resources/read-all-rows.ts'
import { type PartnerTerms, readTerms, sameCode } from './read-terms.ts'
import { readWorkspace } from './read-workspace.ts'
import { PARTNER_PEOPLE } from './records/partner-people.ts'

const proposalOf = ({ score }: Pick<PartnerWorkspace, 'score'>): PartnerDetail['proposal'] =>
  proposeRenewal({ score: score.score, judged: score.kept + score.missed })

const RUNS: readonly string[] = ['notYet', 'running', 'renewalDue', 'expired']

/** The contract to look at first. */
const nextOf = ({ contracts }: PartnerWorkspace): PartnerSummary['next'] => {
  const [first] = contracts
    .filter(({ standing }) => RUNS.includes(standing))
    .toSorted((a, b) => (a.decideBy < b.decideBy ? -1 : 1))
  if (!first) return null
  const { number, standing, decideBy, daysLeft } = first
  return { number, standing, decideBy, daysLeft }
}

const missedNow = ({ contracts }: PartnerWorkspace): number =>
  contracts.flatMap(({ levels }) => levels).filter(({ periods }) => periods.at(-1)?.outcome === 'missed').length

function summaryOf(workspace: PartnerWorkspace): PartnerSummary {
  const { partner, score, contracts } = workspace
  return {
    ...partner,
    score,
    contracts: contracts.length,
    next: nextOf(workspace),
    missedNow: missedNow(workspace),
    proposal: proposalOf(workspace),
  }
}

/** Partners with their scores, the worst first, then those that nothing is known of. */
export async function listPartners(context: Context, store: Store): Promise<PartnerSummary[]> {
  const summaries: PartnerSummary[] = []
  for (const partner of await readTerms(context, store.id))
    summaries.push(summaryOf(await readWorkspace(context, store, partner, { showsPrice: false, drafts: true })))
  return summaries.toSorted((a, b) => (a.score.score ?? 101) - (b.score.score ?? 101))
}

async function findPartner(context: Context, store: Store, code: string): Promise<PartnerTerms | undefined> {
  return (await readTerms(context, store.id)).find((partner) => sameCode(partner.code, code))
}

/** Errors: throws `not_found`. */
export async function readPartner(
  context: Context,
  store: Store,
  { code, showsPrice }: { code: string; showsPrice: boolean },
): Promise<PartnerDetail> {
  const partner = await findPartner(context, store, code)
  if (!partner) throw new ApiFailure('not_found', { what: `partners/${code}` })
  const workspace = await readWorkspace(context, store, partner, { showsPrice, drafts: true })
  const people = (await readAllRows(context, PARTNER_PEOPLE, store.id))
    .filter(({ data }) => sameCode(data.partner, partner.code))
    .map(({ data }) => String(data.email))
  return { ...workspace, proposal: proposalOf(workspace), people }
}

/**
 * The partner whom a person works for. Errors: throws `partner_unbound` for somebody who is nobody's, and for a number that no
 * partner has any more.
 */
export async function partnerOfPerson(context: Context, store: Store, email: string): Promise<PartnerTerms> {
  const bound = (await readAllRows(context, PARTNER_PEOPLE, store.id)).find(({ data }) => sameCode(data.email, email))
  const partner = bound && (await findPartner(context, store, String(bound.data.partner)))
  if (!partner) throw new ApiFailure('partner_unbound')
  return partner
}
