import {
  ActOnCampaignEntry,
  CAMPAIGN_ENTRY_KINDS,
  CampaignDetail,
  type CampaignTeam,
  PutCampaignEntry,
  RunSheet,
  ShiftRunSheet,
} from '@zhanggui/contract'
import type { FastifyPluginAsyncZod } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../../context.ts'
import { ApiFailure } from '../../../http/api-failure.ts'
import { storeOf } from '../../../http/caller.ts'
import { callerOf } from '../../admin/routes/resource-routes.ts'
import { actOn } from '../entries/act-on-entry.ts'
import { putEntry, removeEntry } from '../entries/write-entry.ts'
import { type EntryKey, readEntryRows } from '../records/campaign-rows.ts'
import { readCampaign } from '../records/present-campaign.ts'
import { requireTeam } from '../records/require-team.ts'
import { readRunSheet } from '../run-sheet/read-run-sheet.ts'
import { shiftRunSheet } from '../run-sheet/shift-run-sheet.ts'
import { CAMPAIGNS_PATH, CampaignPath } from './campaign-routes.ts'

const EntryPath = CampaignPath.extend({ kind: z.enum(CAMPAIGN_ENTRY_KINDS), id: z.string().regex(/^[\w-]{1,60}$/) })
const ActionPath = EntryPath.extend({ action: z.string().max(20) })
const DeleteQuery = z.object({ version: z.coerce.number().int().min(1) })

/** Whose work an entry is; null for kinds that no team owns. Errors: throws `not_found`. */
async function teamOf(context: Context, { store, campaign, kind, id }: EntryKey): Promise<CampaignTeam | null> {
  const rows = await readEntryRows(context.records.db, { store, campaign, kinds: [kind] })
  const row = rows.find((one) => one.id === id)
  if (!row) throw new ApiFailure('not_found', { what: `campaigns/${campaign}/${kind}/${id}` })
  if (kind === 'page') return 'design'
  return 'team' in row.body ? row.body.team : null
}

/** What hangs on a campaign: work, run sheet, pages, training, what is vouched for, drills, slots, contacts, enrolments. */
export const entryRoutes =
  (context: Context): FastifyPluginAsyncZod =>
  async (app) => {
    const mayRead = app.requirePermission('plan:read')
    const mayWrite = app.requirePermission('plan:write')
    const one = `${CAMPAIGNS_PATH}/:campaign/entries/:kind/:id`
    const sheet = `${CAMPAIGNS_PATH}/:campaign/run-sheet`

    app.put(
      one,
      {
        preHandler: mayWrite,
        schema: { params: EntryPath, body: PutCampaignEntry, response: { 200: CampaignDetail } },
      },
      async (request) => {
        const { campaign, kind, id } = request.params
        await putEntry(context, callerOf(request), { campaign, kind, id }, request.body)
        return readCampaign(context, storeOf(request), campaign)
      },
    )

    app.delete(
      one,
      { preHandler: mayWrite, schema: { params: EntryPath, querystring: DeleteQuery } },
      async (request, reply) => {
        const { campaign, kind, id } = request.params
        await removeEntry(context, callerOf(request), { campaign, kind, id }, request.query.version)
        return reply.status(204).send()
      },
    )

    app.post(
      `${one}/:action`,
      {
        preHandler: mayRead,
        schema: { params: ActionPath, body: ActOnCampaignEntry, response: { 200: CampaignDetail } },
      },
      async (request) => {
        const [caller, { campaign, kind, id, action }] = [callerOf(request), request.params]
        requireTeam(caller.role, await teamOf(context, { store: caller.store, campaign, kind, id }))
        await actOn(context, caller, { campaign, kind, id, action }, request.body)
        return readCampaign(context, storeOf(request), campaign)
      },
    )

    app.get(sheet, { preHandler: mayRead, schema: { params: CampaignPath, response: { 200: RunSheet } } }, (request) =>
      readRunSheet(context, { store: storeOf(request).id, campaign: request.params.campaign }),
    )

    app.post(
      `${sheet}/shift`,
      { preHandler: mayWrite, schema: { params: CampaignPath, body: ShiftRunSheet, response: { 200: RunSheet } } },
      async (request) => {
        const [caller, { campaign }] = [callerOf(request), request.params]
        await shiftRunSheet(context, caller, campaign, request.body)
        return readRunSheet(context, { store: caller.store, campaign })
      },
    )
  }
